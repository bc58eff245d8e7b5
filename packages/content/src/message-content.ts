import type { Property, PropertyName, PropertyTag } from '@cutover/wire/properties';

/** Bytes that are read where they lie (memory, a file, a generator): any piece, any number of times, always the same. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from `offset` on, `length` of them or as many as there are. The caller must not write to them. */
  read(offset: number, length: number): Uint8Array;
}

/**
 * A property whose value is too big to be held; its bytes come in the form that streams have:
 * binary and object as they are, text as UTF-16LE without a terminator.
 */
export interface StreamedProperty {
  readonly tag: PropertyTag;
  readonly name?: PropertyName;
  readonly stream: ByteSource;
}

/** One property of a stored object, held or read on demand. */
export type StoredProperty = Property | StreamedProperty;

/** Whether a property's value is read in pieces. */
export const isStreamed = (property: StoredProperty): property is StreamedProperty => 'stream' in property;

/** An attachment: a file (method 1), an embedded message (method 5), or a reference. [MS-OXCMSG] 2.2.2 */
export interface AttachmentContent {
  readonly properties: readonly StoredProperty[];
  /** The message that method 5 attaches; 3701 is then not among the properties. */
  readonly embedded?: MessageContent;
}

/** A message without a place: what an importer makes, a mailbox stores and a stream carries. */
export interface MessageContent {
  readonly properties: readonly StoredProperty[];
  /** In order; each has 0C15 (type), 3001 (name), 3002 and 3003 (address). */
  readonly recipients: readonly (readonly StoredProperty[])[];
  readonly attachments: readonly AttachmentContent[];
  /** The Internet message that it was made of, byte for byte, where that is kept; an edit of what it says ends that. */
  readonly mime?: ByteSource;
}

/** Bytes that are held, as a source. */
export const bytesOfMemory = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (offset, length) => bytes.subarray(offset, offset + length),
});
