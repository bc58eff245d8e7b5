import { type Counter, globalId, longTermId, shortId, type ShortId } from '@cutover/wire/ics';
import { parseGuid } from '@cutover/wire';
import type { Mailbox } from '../../../store/mailbox.ts';

/** Every mailbox of the mock has its own objects in one replica. */
export const ownReplica = 1;

export const idOf = (counter: Counter): ShortId => ({ replicaId: ownReplica, counter });

/** An id as its eight bytes. */
export const idBytes = (counter: Counter): Uint8Array => shortId.encode(idOf(counter));

/** An id as the value of a property of 64 bits. */
export const idValue = (counter: Counter): bigint => Buffer.from(idBytes(counter)).readBigInt64LE();

/** Source key or change key: 22 bytes. [MS-OXCFXICS] 2.2.2.2 */
export const keyOf = (mailbox: Mailbox, counter: Counter): Uint8Array =>
  globalId.encode({ replicaGuid: mailbox.replicaGuid, counter });

const messageEntryType = 7;

/** 70 bytes: mailbox, folder, message. [MS-OXCDATA] 2.2.4.2 */
export function messageEntryId(mailbox: Mailbox, folderId: Counter, messageId: Counter): Uint8Array {
  const longTerm = (counter: Counter): Uint8Array => longTermId.encode({ replicaGuid: mailbox.replicaGuid, counter });
  const type = Uint8Array.of(messageEntryType, 0);
  return Buffer.concat([new Uint8Array(4), parseGuid(mailbox.guid), type, longTerm(folderId), longTerm(messageId)]);
}
