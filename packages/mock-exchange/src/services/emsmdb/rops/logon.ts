import { type Clock } from '@cutover/base';
import { filetimeFromDate } from '@cutover/wire';
import { errorCode, logonFlag, logonFolders, logonResponseFlag, openFlag, rops } from '@cutover/wire/rop';
import { canOpenMailbox, findMailboxUser } from '../../../organisation/organisation.ts';
import type { SpecialFolder } from '../../../store/folder.ts';
import { isLetIn, rightsOf } from '../delegate-rights.ts';
import type { Logon } from '../objects/logon.ts';
import { idOf, ownReplica } from '../objects/ids.ts';
import { storeStateOf } from '../objects/search-folder.ts';
import { defineHandler, type RopCall } from '../rop-handler.ts';
import { accessDenied, notSupported, RopFailure } from '../rop-failure.ts';

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

export const logon = defineHandler(rops.logon, (call, { logonId, logonFlags, openFlags, essdn }) => {
  // There are no public folders here.
  if ((logonFlags & logonFlag.private) === 0 || (openFlags & openFlag.public) !== 0) throw notSupported();
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
