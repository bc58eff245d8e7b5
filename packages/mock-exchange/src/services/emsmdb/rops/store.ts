import { filetimeFromDate } from '@cutover/wire';
import { errorCode, rops } from '@cutover/wire/rop';
import { receiveFolderOf, receiveFolders, setReceiveFolder } from '../../../store/receive-folder.ts';
import { idOf } from '../objects/ids.ts';
import { storeStateOf } from '../objects/search-folder.ts';
import { accessDenied, invalidParameter, notSupported, RopFailure } from '../rop-failure.ts';
import { defineChange, defineHandler, mailboxOfLogon, objectOf } from '../rop-handler.ts';
import { requireFolder } from './folder.ts';

/** No period at either end, nor two together. [MS-OXCSTOR] 2.2.1.2.1 */
const legalClass = /^(?!\.)(?!.*\.\.)[\x20-\x7e]{0,255}(?<!\.)$/;
const neverChanged = filetimeFromDate(new Date(0));

const getReceiveFolder = defineHandler(rops.getReceiveFolder, (call, { messageClass }) => {
  const mailbox = mailboxOfLogon(call);
  if (!legalClass.test(messageClass)) throw invalidParameter();
  const found = receiveFolderOf(mailbox, messageClass);
  return { folderId: idOf(found.folderId), explicitMessageClass: found.messageClass };
});

const getReceiveFolderTable = defineHandler(rops.getReceiveFolderTable, (call) => {
  const mailbox = mailboxOfLogon(call);
  const rows = receiveFolders(mailbox).map(({ messageClass, folderId, changedAt }) => ({
    form: 0,
    folderId: idOf(folderId),
    messageClass,
    changedAt: changedAt === 0n ? neverChanged : changedAt,
  }));
  return { rows };
});

/** Classes whose folder stays what it is. [MS-OXCSTOR] 3.2.5.3 */
const fixedClasses = new Set(['ipm', 'report.ipm']);

const setReceiveFolderOf = defineChange(rops.setReceiveFolder, (call, { folderId, messageClass }) => {
  const mailbox = mailboxOfLogon(call);
  if (!legalClass.test(messageClass)) throw invalidParameter();
  if (fixedClasses.has(messageClass.toLowerCase())) throw accessDenied();
  const folder = folderId.counter === 0 ? undefined : requireFolder(mailbox, folderId);
  if (folder === undefined && messageClass === '') throw new RopFailure(errorCode.error);
  const changedAt = filetimeFromDate(new Date(call.context.clock.now()));
  setReceiveFolder(mailbox, { messageClass, folderId: folder?.id, changedAt });
  return {};
});

const getStoreState = defineHandler(rops.getStoreState, (call) => ({
  storeState: storeStateOf(mailboxOfLogon(call)),
}));

const publicFolderIsGhosted = defineHandler(rops.publicFolderIsGhosted, (call, { folderId }) => {
  requireFolder(objectOf(call, 'logon').logon.mailbox, folderId);
  return { isGhosted: false };
});

/** Public folders have their one replica here; a mailbox has none that could own its folders. */
const getOwningServers = defineHandler(rops.getOwningServers, (call, { folderId }) => {
  const { mailbox } = objectOf(call, 'logon').logon;
  if (!mailbox.isPublic) throw notSupported();
  requireFolder(mailbox, folderId);
  return { count: 1, cheapCount: 1, servers: [mailbox.legacyExchangeDN] };
});

export const storeHandlers = [
  getReceiveFolder,
  setReceiveFolderOf,
  getReceiveFolderTable,
  getStoreState,
  publicFolderIsGhosted,
  getOwningServers,
];
