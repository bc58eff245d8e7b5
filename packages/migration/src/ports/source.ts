import type { EndpointRecord } from '../records/endpoint.ts';

/** Waiting calls end with the signal's reason when it is aborted. */
export interface Waiting {
  readonly signal?: AbortSignal | undefined;
}

/** Reaches source organisations; the adapter unseals the endpoint's credential. */
export interface Sources {
  connect(endpoint: EndpointRecord, options: Waiting): Promise<Source>;
}

/** One source organisation, read only. Failures are SdkErrors; `retry` tells the transient ones. */
export interface Source extends AsyncDisposable {
  /** Every object the address book shows, in any order. */
  directory(options: Waiting): AsyncIterable<SourceRecipient>;
  openMailbox(mailbox: SourceMailboxEntry, options: Waiting): Promise<SourceMailbox>;
}

interface SourceEntry {
  /** Stable identity of the object in the source: its legacy distinguished name. */
  readonly sourceId: string;
  readonly displayName: string;
  readonly alias: string;
  /** Primary SMTP address, without a prefix. */
  readonly primaryAddress: string;
  /** Every proxy address with its prefix (`SMTP:`, `smtp:`, `X400:`, `X500:`). */
  readonly proxyAddresses: readonly string[];
  /** Further directory attributes worth keeping (title, department, telephone …), by their LDAP names. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface SourceMailboxEntry extends SourceEntry {
  readonly kind: 'mailbox';
}

export interface SourceGroupEntry extends SourceEntry {
  readonly kind: 'group';
  /** The members' `sourceId`s; groups may be nested, even in a circle. */
  readonly members: readonly string[];
}

export interface SourceContactEntry extends SourceEntry {
  readonly kind: 'contact';
  /** Where mail to the contact goes. */
  readonly externalAddress: string;
}

export type SourceRecipient = SourceMailboxEntry | SourceGroupEntry | SourceContactEntry;

/** One mailbox of the source. One folder is read at a time. */
export interface SourceMailbox extends AsyncDisposable {
  /** What changed in the folder tree since `state` (undefined: everything); parents come before children. */
  hierarchy(state: Uint8Array | undefined, options: Waiting): Promise<HierarchyChanges>;
  /** What changed in one folder since `state` (undefined: everything), as a stream that is read once. */
  contents(folder: SourceFolder, state: Uint8Array | undefined, options: Waiting): ContentChanges;
}

export interface HierarchyChanges {
  readonly folders: readonly SourceFolder[];
  readonly deleted: readonly IdRange[];
  readonly state: Uint8Array;
}

/** A replica's number and a counter in it: how the store names folders and messages. [MS-OXCDATA] 2.2.1 */
export interface StoreId {
  readonly replica: number;
  readonly counter: number;
}

/** The ids `low` to `high`, both included, of one replica. */
export interface IdRange {
  readonly replica: number;
  readonly low: number;
  readonly high: number;
}

export interface SourceFolder {
  readonly id: StoreId;
  readonly sourceKey: Uint8Array;
  /** Empty for a child of the tree's root. */
  readonly parentSourceKey: Uint8Array;
  readonly changeKey: Uint8Array;
  readonly name: string;
  readonly containerClass: string;
  /** Messages in it when the tree was read, where the source tells. */
  readonly itemCount?: number | undefined;
  /** The folder's properties as FastTransfer bytes. */
  readonly properties: Uint8Array;
}

/** The changes of one folder. */
export interface ContentChanges extends AsyncIterable<ContentChange> {
  /** A state that covers the messages taken so far, so that a broken run need not read them again. */
  checkpoint(): Uint8Array | undefined;
}

export type ContentChange = MessageChange | MessageFailure | MessagesDeleted | ReadStateChange | ContentsState;

/** A new or changed message, whole. */
export interface MessageChange {
  readonly kind: 'message';
  readonly header: MessageHeader;
  /** Known before the content is read only where the source sends them first; complete after it was read. */
  readonly summary: () => MessageSummary;
  /**
   * The message's properties, recipients and attachments as FastTransfer `messageContent` bytes. A view stays valid until
   * the next one, or the next change, is asked for. What is not read is skipped.
   */
  readonly content: Uint8Array | AsyncIterable<Uint8Array>;
}

export interface MessageHeader {
  readonly id: StoreId;
  readonly sourceKey: Uint8Array;
  readonly changeKey: Uint8Array;
  readonly predecessors: Uint8Array;
  readonly modifiedAt: number | undefined;
  /** Folder-associated information: hidden from the folder's list. */
  readonly associated: boolean;
  readonly size: number | undefined;
}

/** What lists of messages show; every field also stands in the content. */
export interface MessageSummary {
  readonly messageClass: string;
  readonly subject: string;
  readonly receivedAt: number | undefined;
  readonly read: boolean;
}

/** A message that the source could not give; the stream goes on with the next. */
export interface MessageFailure {
  readonly kind: 'failure';
  readonly id?: StoreId | undefined;
  readonly sourceKey?: Uint8Array | undefined;
  readonly summary?: Partial<MessageSummary> | undefined;
  readonly error: unknown;
}

export interface MessagesDeleted {
  readonly kind: 'deleted';
  readonly ranges: readonly IdRange[];
}

export interface ReadStateChange {
  readonly kind: 'readState';
  readonly read: boolean;
  readonly ranges: readonly IdRange[];
}

/** The last change of the stream: the state from which the next run goes on. */
export interface ContentsState {
  readonly kind: 'state';
  readonly state: Uint8Array;
}
