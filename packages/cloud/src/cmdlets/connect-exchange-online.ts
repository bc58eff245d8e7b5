import { connectExchangeOnline } from '@cutover/core';
import { implement } from '../implement.ts';

/** Where the service is in each of the product's clouds. Source: Connect-ExchangeOnline, -ExchangeEnvironmentName. */
const environments: Readonly<Record<string, string>> = {
  o365default: 'https://outlook.office365.com',
  o365china: 'https://partner.outlook.cn',
  o365germanycloud: 'https://outlook.office.de',
  o365usgovdod: 'https://webmail.apps.mil',
  o365usgovgcchigh: 'https://outlook.office365.us',
};

const defaultPageSize = 1_000;

/** Nobody is asked for anything: who may use the data folder may use the organisation. An app signs in as nobody. */
export const handler = implement(connectExchangeOnline, async function* (context, parameters) {
  const { AppId, ConnectionUri, Credential, ExchangeEnvironmentName = 'O365Default' } = parameters;
  const environment = environments[ExchangeEnvironmentName.toLowerCase()] ?? environments['o365default']!;
  const person = parameters.UserPrincipalName ?? Credential?.userName ?? context.administrator;
  context.connections.open({
    id: context.ids.guid(),
    userPrincipalName: AppId === undefined ? person : '',
    prefix: parameters.Prefix ?? '',
    openedAt: context.clock.now(),
    connectionUri:
      ConnectionUri !== undefined && URL.canParse(ConnectionUri) ? new URL(ConnectionUri).origin : environment,
    organization: parameters.Organization ?? context.organisation,
    delegatedOrganization: parameters.DelegatedOrganization,
    appId: AppId,
    byCertificate: parameters.CertificateThumbprint !== undefined,
    pageSize: parameters.PageSize ?? defaultPageSize,
  });
  yield* [];
});
