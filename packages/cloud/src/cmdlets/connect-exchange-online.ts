import { connectExchangeOnline } from '@cutover/core';
import { implement } from '../implement.ts';

/** Where the service is in each of the product's clouds. Source: Connect-ExchangeOnline, -ExchangeEnvironmentName. */
const environments = {
  O365China: 'https://partner.outlook.cn',
  O365Default: 'https://outlook.office365.com',
  O365GermanyCloud: 'https://outlook.office.de',
  O365USGovDoD: 'https://webmail.apps.mil',
  O365USGovGCCHigh: 'https://outlook.office365.us',
};

const defaultPageSize = 1_000;

/** Nobody is asked for anything: who may use the data folder may use the organisation. An app signs in as nobody. */
export const handler = implement(connectExchangeOnline, async function* (context, parameters) {
  const { AppId, ConnectionUri, Credential, ExchangeEnvironmentName = 'O365Default' } = parameters;
  const environment = environments[ExchangeEnvironmentName];
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
