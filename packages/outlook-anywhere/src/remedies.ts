import type { SdkError } from '@cutover/base';

/** What to do about a failure, by the name of its error; each is the end of the error's text. */
export const remedies = {
  autodiscoverFailed:
    'An Exchange 2003 organization has no Autodiscover service: give the name of its Exchange server and of its RPC proxy server by hand.',
  outlookAnywhereOff: 'Enable Outlook Anywhere on a Client Access server.',
  testTimedOut: 'Allow more time, or look at the step before which it ended.',
  hostNotFound: 'Check the name of the RPC proxy server and its DNS record.',
  connectFailed: 'Check the firewall and that IIS is running.',
  connectTimedOut: 'Check the firewall and the address.',
  answerTimedOut: 'Check that a web server listens there, and what lies between.',
  tlsFailed: 'Check that the web site has a certificate and offers TLS on this port.',
  certificateNotTrusted:
    "Install a certificate from a trusted certification authority, and the authority's intermediate certificates beside it; self-signed ones don't work for a cutover migration.",
  certificateNameMismatch: 'Use the name the certificate was issued for, or install one that holds this name.',
  certificateExpired: 'Renew the certificate and check the clock.',
  principalMismatch:
    'Set the name that the certificate has: Set-OutlookProvider EXPR -CertPrincipalName msstd:NAME; Outlook refuses the server until then.',
  authenticationFailed: 'Check the user name, as DOMAIN\\user, and the password.',
  authenticationNotOffered: 'Change -Authentication, or the authentication methods of the /rpc virtual directory.',
  accessForbidden: 'Check its IP restrictions, client certificate and SSL settings.',
  rpcProxyNotFound: 'Install the component RPC over HTTP Proxy and enable Outlook Anywhere.',
  httpFailed: 'Check that this host is the RPC proxy server and not another web server in front of it.',
  rpcServerUnavailable:
    "Check the server name, the proxy's ValidPorts setting (NetBIOS name and FQDN, each with 6001-6002 and 6004), and that the service listens on this port.",
  handshakeTimedOut: 'Check that the proxy lets both RPC_IN_DATA and RPC_OUT_DATA through.',
  rpcAccessDenied: "Check the account's password and its right to use the server.",
  nameNotResolved: "Check that the account has a mailbox and isn't hidden from address lists.",
  mailboxAccessDenied: 'Give it Full Access to the mailbox, or Receive As on the mailbox database.',
} as const;

const texts: Readonly<Record<string, string>> = remedies;

/** An error's text in two: what happened, and what to do about it (empty if that is not known). */
export function splitText({ code, message }: SdkError): { detail: string; remedy: string } {
  const remedy = texts[code.slice(code.indexOf('.') + 1)] ?? '';
  return {
    detail: message.endsWith(remedy) ? message.slice(0, message.length - remedy.length).trim() : message,
    remedy,
  };
}
