import type { Organisation } from '../organisation/organisation.ts';
import type { ExchangeVersion } from './exchange-profile.ts';

/** Where set-up puts every server from Exchange 2007 on. */
const administrativeGroup = 'Exchange Administrative Group (FYDIBOHF23SPDLT)';

/** The same organisation after its move to this version: the server and its databases lie where that puts them, people stay. */
export function inAdministrativeGroup(organisation: Organisation, version: ExchangeVersion): Organisation {
  if (version === '2003') return organisation;
  const { server, databases, publicDatabase, recipients, permissions } = organisation;
  const [, root = ''] = /^(\/o=[^/]*)/i.exec(server.legacyExchangeDN) ?? [];
  const moved = (dn: string): string =>
    dn.replace(/^\/o=[^/]*\/ou=[^/]*(?=\/cn=Configuration\/)/i, `${root}/ou=${administrativeGroup}`);
  return {
    ...organisation,
    server: { ...server, legacyExchangeDN: moved(server.legacyExchangeDN) },
    databases: databases.map((database) => ({ ...database, legacyExchangeDN: moved(database.legacyExchangeDN) })),
    ...(publicDatabase === undefined
      ? {}
      : { publicDatabase: { ...publicDatabase, legacyExchangeDN: moved(publicDatabase.legacyExchangeDN) } }),
    recipients: recipients.map((one) =>
      one.kind === 'mailbox' ? { ...one, homeDatabase: moved(one.homeDatabase) } : one,
    ),
    permissions: permissions.map((one) =>
      one.right === 'ReceiveAs' ? { ...one, database: moved(one.database) } : one,
    ),
  };
}
