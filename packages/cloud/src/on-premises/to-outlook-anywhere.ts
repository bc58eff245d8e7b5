import type { OutlookAnywhere } from '@cutover/core';
import type { OnPremisesDescription, OutlookAnywhereSettings } from './on-premises-organisation.ts';
import { virtualDirectory } from './servers.ts';

export const toOutlookAnywhere = (
  description: OnPremisesDescription,
  settings: OutlookAnywhereSettings,
): OutlookAnywhere => ({
  ServerName: description.server.netBiosName,
  SSLOffloading: settings.sslOffloading,
  ExternalHostname: settings.externalHostname,
  ClientAuthenticationMethod: settings.clientAuthenticationMethod,
  IISAuthenticationMethods: settings.iisAuthenticationMethods,
  Server: description.server.netBiosName,
  Name: 'Rpc (Default Web Site)',
  Identity: virtualDirectory(description),
  IsValid: true,
  ObjectState: 'Unchanged',
});
