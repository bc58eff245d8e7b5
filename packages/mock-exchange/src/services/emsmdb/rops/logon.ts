import { type Clock } from '@cutover/base';
import { emptyGuid, filetimeFromDate } from '@cutover/wire';
import { errorCode, logonFolders, logonResponseFlag, openFlag, publicRops, rops } from '@cutover/wire/rop';
import { canOpenMailbox, findMailboxUser } from '../../../organisation/organisation.ts';
import { asReadBy } from '../../../store/as-read-by.ts';
import { publicFolders, type SpecialFolder } from '../../../store/folder.ts';
import { isLetIn, publicRightsOf, rightsOf } from '../delegate-rights.ts';
import type { Logon } from '../objects/logon.ts';
import { idOf, ownReplica } from '../objects/ids.ts';
import { storeStateOf } from '../objects/search-folder.ts';
import { isExchange2007 } from '../is-exchange-2007.ts';
import { defineHandler, type RopCall } from '../rop-handler.ts';
import { accessDenied, RopFailure } from '../rop-failure.ts';

/** The mailbox that the logon names, if the account may open it, or a folder in it. [MS-OXCSTOR] 3.2.5.1 */
function openMailbox({ context, session }: RopCall, essdn: string): Pick<Logon, 'mailbox' | 'rights'> {
  const organisation = context.organisation();
  const user = findMailboxUser(organisation, essdn);
  if (user === undefined) throw new RopFailure(errorCode.noSuchUser);
  const mailbox = context.store.mailbox(user.legacyExchangeDN);
  if (mailbox === undefined) throw new RopFailure(errorCode.loginFailure);
  if (canOpenMailbox(organisation, session.account, user)) return { mailbox };
  const rights = rightsOf(organisation, session.account);
  if (!isLetIn(mailbox, rights)) throw accessDenied();
  return { mailbox, rights };
}

function logonTime(clock: Clock) {
  const now = new Date(clock.now());
  return {
    seconds: now.getUTCSeconds(),
    minutes: now.getUTCMinutes(),
    hour: now.getUTCHours(),
    dayOfWeek: now.getUTCDay(),
    day: now.getUTCDate(),
    month: now.getUTCMonth() + 1,
    year: now.getUTCFullYear(),
  };
}

// The store calls the root of the search folders by its other name.
const folderNames: Readonly<Partial<Record<(typeof logonFolders)[number], SpecialFolder>>> = { search: 'finder' };

const logon = defineHandler(rops.logon, (call, { logonId, logonFlags, openFlags, essdn }) => {
  if ((openFlags & openFlag.public) !== 0) throw new RopFailure(errorCode.error);
  const opened: Logon = { id: logonId, ...openMailbox(call, essdn) };
  const { mailbox, rights } = opened;
  call.session.setLogon(opened);
  call.open({ kind: 'logon', logon: opened });
  const isOwner = call.session.account.legacyExchangeDN?.toLowerCase() === mailbox.legacyExchangeDN.toLowerCase();
  const { reserved, owner, sendAs } = logonResponseFlag;
  return {
    logonFlags,
    folderIds: logonFolders.map((name) => idOf(mailbox.wellKnown(folderNames[name] ?? (name as SpecialFolder)))),
    responseFlags: reserved | (rights === undefined ? owner : 0) | (isOwner ? sendAs : 0),
    mailboxGuid: mailbox.guid,
    replicaId: ownReplica,
    replicaGuid: mailbox.replicaGuid,
    logonTime: logonTime(call.context.clock),
    gwartTime: filetimeFromDate(new Date(call.context.clock.now())),
    storeState: storeStateOf(mailbox),
  };
});

/** The public folders as the account sees them. [MS-OXCSTOR] 3.2.5.1.2 */
function openPublicFolders({ context, session: { account } }: RopCall): Pick<Logon, 'mailbox' | 'rights'> {
  const organisation = context.organisation();
  const folders = context.store.mailbox(organisation.publicDatabase?.legacyExchangeDN ?? '');
  if (folders === undefined) throw new RopFailure(errorCode.loginFailure);
  return { mailbox: asReadBy(folders, account), rights: publicRightsOf(organisation, account) };
}

/** News articles have no folder here, and there is none of an article index. */
const noFolder = { replicaId: 0, counter: 0 };
const placesOfFolders = 13;

const publicLogon = defineHandler(publicRops.logon, (call, { logonId, logonFlags, openFlags, essdn }) => {
  if ((openFlags & openFlag.public) === 0 || essdn !== '') throw new RopFailure(errorCode.error);
  const opened: Logon = { id: logonId, ...openPublicFolders(call) };
  const { mailbox } = opened;
  call.session.setLogon(opened);
  call.open({ kind: 'logon', logon: opened });
  const folders = publicFolders.map((name) => idOf(mailbox.wellKnown(name)));
  return {
    logonFlags,
    folderIds: [...folders, ...Array.from({ length: placesOfFolders - folders.length }, () => noFolder)],
    replicaId: ownReplica,
    replicaGuid: mailbox.replicaGuid,
    // Clients ignore it; 2007 does not leave it empty. [MS-OXCSTOR] 2.2.1.1.4
    perUserGuid: isExchange2007(call.context) ? mailbox.guid : emptyGuid,
  };
});

export const logonHandlers = [logon, publicLogon];
