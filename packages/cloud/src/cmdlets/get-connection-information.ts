import { getConnectionInformation } from '@cutover/core';
import { implement } from '../implement.ts';

const hour = 3_600_000;

export const handler = implement(getConnectionInformation, async function* (context, { ConnectionId, ModulePrefix }) {
  yield* context.connections
    .list()
    .filter(({ id, prefix }) => (ConnectionId?.includes(id) ?? true) && (ModulePrefix?.includes(prefix) ?? true))
    .map((connection) => ({
      ConnectionId: connection.id,
      State: 'Connected',
      Id: connection.number,
      Name: `ExchangeOnline_${connection.number}`,
      UserPrincipalName: connection.userPrincipalName,
      ConnectionUri: connection.connectionUri,
      TokenExpiryTimeUTC: new Date(connection.openedAt + hour),
      ModuleName: 'cutover',
      ModulePrefix: connection.prefix,
      Organization: connection.organization,
      DelegatedOrganization: connection.delegatedOrganization ?? null,
      PageSize: connection.pageSize,
      TokenStatus: 'Active',
      CertificateAuthentication: connection.byCertificate,
      IsEopSession: false,
      AppId: connection.appId ?? null,
    }));
});
