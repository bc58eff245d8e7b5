import { filetimeFromDate } from '@cutover/wire';
import type { ShortId } from '@cutover/wire/ics';
import { rops } from '@cutover/wire/rop';
import type { Mailbox } from '../../../store/mailbox.ts';
import { idOf } from '../objects/ids.ts';
import { invalidParameter, notSupported } from '../rop-failure.ts';
import { defineHandler, objectOf } from '../rop-handler.ts';
import { requireFolder } from './folder.ts';

/** Where messages go by their class; of all that begin like it the longest counts. [MS-OXCSTOR] 3.2.5.2 */
const receiveFolders = [
  { messageClass: '', folder: 'inbox' },
  { messageClass: 'IPM', folder: 'inbox' },
  { messageClass: 'REPORT.IPM', folder: 'inbox' },
  { messageClass: 'IPC', folder: 'root' },
] as const;

// Each part between dots counts as a whole.
const isBelow = (messageClass: string, above: string): boolean =>
  above === '' || `${messageClass}.`.toLowerCase().startsWith(`${above}.`.toLowerCase());

function receiveFolder(mailbox: Mailbox, messageClass: string): { folderId: ShortId; explicitMessageClass: string } {
  const { folder, messageClass: explicitMessageClass } = receiveFolders.findLast((one) =>
    isBelow(messageClass, one.messageClass),
  )!;
  return { folderId: idOf(mailbox.wellKnown(folder)), explicitMessageClass };
}

const legalClass = /^[\x20-\x7e]{0,255}$/;

const getReceiveFolder = defineHandler(rops.getReceiveFolder, (call, { messageClass }) => {
  const { mailbox } = objectOf(call, 'logon').logon;
  if (!legalClass.test(messageClass)) throw invalidParameter();
  return receiveFolder(mailbox, messageClass);
});

const getReceiveFolderTable = defineHandler(rops.getReceiveFolderTable, (call) => {
  const { mailbox } = objectOf(call, 'logon').logon;
  const changedAt = filetimeFromDate(new Date(0));
  const rows = receiveFolders.map(({ messageClass, folder }) => ({
    form: 0,
    folderId: idOf(mailbox.wellKnown(folder)),
    messageClass,
    changedAt,
  }));
  return { rows };
});

/** No search folder is ever active. [MS-OXCSTOR] 3.2.5.5 */
const getStoreState = defineHandler(rops.getStoreState, (call) => {
  objectOf(call, 'logon');
  return { storeState: 0 };
});

const publicFolderIsGhosted = defineHandler(rops.publicFolderIsGhosted, (call, { folderId }) => {
  requireFolder(objectOf(call, 'logon').logon.mailbox, folderId);
  return { isGhosted: false };
});

/** A mailbox has no replicas elsewhere that could own its folders. */
const getOwningServers = defineHandler(rops.getOwningServers, (call) => {
  objectOf(call, 'logon');
  throw notSupported();
});

const getPerUserLongTermIds = defineHandler(rops.getPerUserLongTermIds, (call) => {
  objectOf(call, 'logon');
  // There are no public folders that anybody could have read.
  return { longTermIds: [] };
});

export const storeHandlers = [
  getReceiveFolder,
  getReceiveFolderTable,
  getStoreState,
  publicFolderIsGhosted,
  getOwningServers,
  getPerUserLongTermIds,
];
