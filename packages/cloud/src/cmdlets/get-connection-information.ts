import { getConnectionInformation } from '@cutover/core';
import { implement } from '../implement.ts';

const hour = 3_600_000;

export const handler = implement(getConnectionInformation, async function* (context, { ConnectionId, ModulePrefix }) {
  yield* context.connections
    .list()
    .filter(({ id, prefix }) => (ConnectionId?.includes(id) ?? true) && (ModulePrefix?.includes(prefix) ?? true))
    .map(({ id, number, openedAt, prefix, userPrincipalName }) => ({
      ConnectionId: id,
      State: 'Connected',
      Id: number,
      Name: `ExchangeOnline_${number}`,
      UserPrincipalName: userPrincipalName,
      ConnectionUri: 'https://outlook.office365.com',
      TokenExpiryTimeUTC: new Date(openedAt + hour),
      ModuleName: 'cutover',
      ModulePrefix: prefix,
      Organization: context.organisation,
      PageSize: 1000,
      TokenStatus: 'Active',
      CertificateAuthentication: false,
      IsEopSession: false,
      AppId: null,
    }));
});
