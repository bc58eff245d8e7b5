import { type Counter, counterSize, longTermId, type ShortId } from '@cutover/wire/ics';
import { parseGuid } from '@cutover/wire';
import type { Mailbox } from '../../../store/mailbox.ts';

/** Every mailbox of the mock has its own objects in one replica. */
export const ownReplica = 1;

export const idOf = (counter: Counter): ShortId => ({ replicaId: ownReplica, counter });

/** What stands where an answer has an id of nothing. */
export const noId: ShortId = { replicaId: 0, counter: 0 };

/** An id as its eight bytes. */
export function idBytes(counter: Counter): Buffer {
  const bytes = Buffer.allocUnsafe(2 + counterSize);
  bytes.writeUInt16LE(ownReplica);
  bytes.writeUIntBE(counter, 2, counterSize);
  return bytes;
}

/** An id as the value of a property of 64 bits. */
export const idValue = (counter: Counter): bigint => idBytes(counter).readBigInt64LE();

const replicas = new WeakMap<Mailbox, Uint8Array>();

/** The replica's GUID as bytes, made once: every key begins with it. */
function replicaOf(mailbox: Mailbox): Uint8Array {
  const known = replicas.get(mailbox);
  if (known !== undefined) return known;
  const made = parseGuid(mailbox.replicaGuid);
  replicas.set(mailbox, made);
  return made;
}

const guidSize = 16;
const keySize = guidSize + counterSize;

function placeKey(target: Buffer, at: number, mailbox: Mailbox, counter: Counter): void {
  target.set(replicaOf(mailbox), at);
  target.writeUIntBE(counter, at + guidSize, counterSize);
}

/** Source key or change key: 22 bytes. [MS-OXCFXICS] 2.2.2.2 */
export function keyOf(mailbox: Mailbox, counter: Counter): Uint8Array {
  const key = Buffer.allocUnsafe(keySize);
  placeKey(key, 0, mailbox, counter);
  return key;
}

/** 65E3 of an object that only this server has changed: its one change key behind its length. [MS-OXCFXICS] 2.2.2.3 */
export function ownPredecessors(mailbox: Mailbox, changeNumber: Counter): Uint8Array {
  const list = Buffer.allocUnsafe(1 + keySize);
  list[0] = keySize;
  placeKey(list, 1, mailbox, changeNumber);
  return list;
}

/** Who provides public folders, in the place of a mailbox. [MS-OXCDATA] 2.2.4.1 */
const publicProvider = '9073441a-66aa-cd11-9bc8-00aa002fc45a';
/** Types of the entry ids of folders and messages. */
const entryType = { folder: 1, publicFolder: 3, message: 7, publicMessage: 9 } as const;

function entryId({ guid, replicaGuid, isPublic }: Mailbox, type: number, counters: readonly Counter[]): Uint8Array {
  const longTerm = counters.map((counter) => longTermId.encode({ replicaGuid, counter }));
  return Buffer.concat([
    new Uint8Array(4),
    parseGuid(isPublic ? publicProvider : guid),
    Uint8Array.of(type, 0),
    ...longTerm,
  ]);
}

/** 46 bytes: mailbox, folder. [MS-OXCDATA] 2.2.4.1 */
export const folderEntryIdOf = (mailbox: Mailbox, folderId: Counter): Uint8Array =>
  entryId(mailbox, mailbox.isPublic ? entryType.publicFolder : entryType.folder, [folderId]);

/** 70 bytes: mailbox, folder, message. [MS-OXCDATA] 2.2.4.2 */
export const messageEntryId = (mailbox: Mailbox, folderId: Counter, messageId: Counter): Uint8Array =>
  entryId(mailbox, mailbox.isPublic ? entryType.publicMessage : entryType.message, [folderId, messageId]);
