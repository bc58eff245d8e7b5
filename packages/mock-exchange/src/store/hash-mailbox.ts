import { createHash } from 'node:crypto';
import { isStreamed, type ByteSource, type MessageContent, type StoredProperty } from '@cutover/content';
import { pidTag, propertyNameKey, propertyType, type PropertyValue } from '@cutover/wire/properties';
import type { WellKnownFolder } from './folder.ts';
import type { Mailbox } from './mailbox.ts';
import type { Message } from './message.ts';

const chunk = 256 * 1024;

/** What a mailbox holds, in one number and folder by folder. */
export interface MailboxHash {
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  readonly folders: readonly FolderHash[];
}

/** A folder's contents as one number, to compare with a copy's. */
export interface FolderHash {
  /** Names from below the root of the comparison on. */
  readonly path: readonly string[];
  readonly messages: number;
  readonly hash: string;
}

/**
 * Hashes what a migration must carry over: folders by path and class, messages with every property, recipient,
 * attachment and embedded message. Ids, change numbers, sizes and the order of messages and properties do not
 * enter, so that any other store of the same items can be hashed alike: docs/decisions/043-hash-of-a-mailbox.md.
 */
export function hashMailbox(mailbox: Mailbox, { below = 'ipmSubtree' }: { below?: WellKnownFolder } = {}): MailboxHash {
  const folders = hashFolders(mailbox, mailbox.wellKnown(below), []);
  return { hash: digest('mailbox', folders.map(({ hash }) => hash).toSorted()), folders };
}

function hashFolders(mailbox: Mailbox, parentId: number, above: readonly string[]): FolderHash[] {
  return mailbox.children(parentId).flatMap((folder) => {
    const path = [...above, folder.name];
    const messages = mailbox.messages(folder.id).map(hashMessage).toSorted();
    const hash = digest('folder', [JSON.stringify(path), folder.containerClass, ...messages]);
    return [{ path, messages: messages.length, hash }, ...hashFolders(mailbox, folder.id, path)];
  });
}

/** The hash of one message of a mailbox; its delivery time counts, its time of change does not. */
export function hashMessage(message: Message): string {
  const delivered = { tag: pidTag.messageDeliveryTime, value: message.deliveredAt };
  return hashContent(message.content(), { kind: message.associated ? 'associated' : 'message', besides: [delivered] });
}

function hashContent(
  { properties, recipients, attachments }: MessageContent,
  { kind, besides }: { kind: string; besides: readonly StoredProperty[] },
): string {
  return digest(kind, [
    ...propertyLines([...properties, ...besides]),
    ...recipients.map((recipient) => digest('recipient', propertyLines(recipient))),
    ...attachments.map(({ properties: own, embedded }) =>
      digest('attachment', [
        ...propertyLines(own),
        ...(embedded === undefined ? [] : [hashContent(embedded, { kind: 'embedded', besides: [] })]),
      ]),
    ),
  ]);
}

const digest = (kind: string, lines: readonly string[]): string =>
  createHash('sha256')
    .update([kind, ...lines].join('\n'))
    .digest('hex');

// What a store numbers or computes for itself: sizes, row and attachment numbers, times of change, keys, 0x6600-0x67FF.
const computed = new Set(
  [
    pidTag.messageSize,
    pidTag.hasAttachments,
    pidTag.attachSize,
    pidTag.attachNumber,
    pidTag.rowid,
    pidTag.lastModificationTime,
    pidTag.sourceKey,
    pidTag.parentSourceKey,
    pidTag.changeKey,
    pidTag.predecessorChangeList,
  ].map((tag) => tag >>> 16),
);
const isComputed = (tag: number): boolean => computed.has(tag >>> 16) || (tag >= 0x66000000 && tag < 0x68000000);

const propertyLines = (properties: readonly StoredProperty[]): string[] =>
  properties
    .filter(({ tag, name }) => name !== undefined || !isComputed(tag))
    .map(propertyLine)
    .toSorted();

function propertyLine(property: StoredProperty): string {
  const { tag, name } = property;
  const key = name === undefined ? hex4(tag >>> 16) : propertyNameKey(name);
  const hash = createHash('sha256');
  if (isStreamed(property)) for (const bytes of chunksOf(property.stream)) hash.update(bytes);
  else for (const bytes of valueBytes(property.value)) hash.update(bytes);
  return `${key} ${hex4(canonicalType(tag & 0xffff))} ${hash.digest('hex')}`;
}

const hex4 = (value: number): string => value.toString(16).padStart(4, '0');

/** Text counts as UTF-16 whichever way it is kept. */
function canonicalType(type: number): number {
  if (type === propertyType.string8) return propertyType.unicode;
  return type === propertyType.mvString8 ? propertyType.mvUnicode : type;
}

function* chunksOf(source: ByteSource): Generator<Uint8Array> {
  for (let offset = 0; offset < source.size; offset += chunk) {
    yield source.read(offset, Math.min(chunk, source.size - offset));
  }
}

/** Binary as it is, text as UTF-16LE, numbers in decimal, truth as 1 or 0; before each element of a list its length. */
function* valueBytes(value: PropertyValue): Generator<Uint8Array> {
  if (Array.isArray(value)) {
    for (const element of value) {
      const [bytes] = valueBytes(element);
      yield Buffer.from(`${bytes!.length}:`);
      yield bytes!;
    }
  } else if (value instanceof Uint8Array) yield value;
  else if (typeof value === 'string') yield Buffer.from(value, 'utf16le');
  else if (typeof value === 'boolean') yield Buffer.from(value ? '1' : '0');
  else yield Buffer.from(String(value));
}
