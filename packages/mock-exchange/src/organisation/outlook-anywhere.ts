/** How the server lets Outlook in over HTTP. Source: Exchange `Get-OutlookAnywhere`. */
export interface OutlookAnywhereSettings {
  /** Full name by which clients outside find the RPC proxy. */
  readonly externalHostname: string;
  readonly clientAuthenticationMethod: AuthenticationMethod;
  readonly iisAuthenticationMethods: readonly AuthenticationMethod[];
  readonly sslOffloading: boolean;
}

/** How the web server asks who is calling. */
export type AuthenticationMethod = 'Basic' | 'Ntlm' | 'Negotiate';

/** What a server is set to unless somebody has changed it. */
export const defaultOutlookAnywhere = (proxyServer: string): OutlookAnywhereSettings => ({
  externalHostname: proxyServer,
  clientAuthenticationMethod: 'Basic',
  iisAuthenticationMethods: ['Basic', 'Ntlm'],
  sslOffloading: false,
});
