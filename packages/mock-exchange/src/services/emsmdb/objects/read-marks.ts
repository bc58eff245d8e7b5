import { isWireError } from '@cutover/wire';
import { type GlobalId, IdSet, idSetOf, idSetsByGuid, idSetsOf } from '@cutover/wire/ics';
import { errorCode } from '@cutover/wire/rop';
import type { PerUserInformation } from '../../../store/folder-row.ts';
import type { Mailbox } from '../../../store/mailbox.ts';
import type { Message } from '../../../store/message.ts';
import { notFound, RopFailure } from '../rop-failure.ts';

/** The messages of a public folder, by the id that it has everywhere. */
function messagesIn(folders: Mailbox, { replicaGuid, counter }: GlobalId): readonly Message[] {
  const folder = replicaGuid === folders.replicaGuid ? folders.folder(counter) : undefined;
  if (folder === undefined) throw notFound();
  return folders.messages(folder.id, { associated: false });
}

/** The change numbers of what was read in a public folder, as a set. [MS-OXCSTOR] 2.2.1.12.2 */
export function readMarksOf(folders: Mailbox, folder: GlobalId): Uint8Array {
  const read = new IdSet();
  for (const message of messagesIn(folders, folder)) if (message.read) read.add(message.changeNumber);
  return idSetsByGuid.encode(idSetsOf(folders.replicaGuid, read));
}

/** Marks what is in such a set as read, and all else as unread. */
export function markAsRead(folders: Mailbox, { folder, data }: Pick<PerUserInformation, 'folder' | 'data'>): void {
  const read = idSetOf(decode(data), folders.replicaGuid);
  for (const { id, changeNumber } of messagesIn(folders, folder)) {
    folders.markRead(id, { read: read.has(changeNumber) });
  }
}

/** What is no set is told as Exchange 2010 tells it. [MS-OXCSTOR] appendix A */
function decode(data: Uint8Array): ReturnType<typeof idSetsByGuid.decode> {
  try {
    return idSetsByGuid.decode(data);
  } catch (error) {
    throw isWireError(error) ? new RopFailure(errorCode.formatError) : error;
  }
}
