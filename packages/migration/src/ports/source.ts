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
  /** What only whoever administers the source can tell; undefined, or no such method, where nobody can be asked. */
  administration?(options: Waiting): Promise<SourceAdministration | undefined>;
}

/** What the directory does not show of a source. */
export interface SourceAdministration {
  /** `sourceId`s of the mailboxes that are enabled for Unified Messaging. */
  readonly unifiedMessaging: readonly string[];
  /** What the address lists hide. */
  readonly hidden: readonly HiddenObject[];
  /** `sourceId`s of the mailboxes that somebody was given a right to. */
  readonly granted: readonly string[];
}

export interface HiddenObject {
  readonly sourceId: string;
  readonly displayName: string;
  readonly address: string;
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
  /** What changed in the folder tree since `state` (undefined: everything). */
  hierarchy(state: Uint8Array | undefined, options: Waiting): Promise<HierarchyChanges>;
  /** What the whole mailbox holds now. */
  measure(options: Waiting): Promise<MailboxMeasure>;
  /**
   * What changed in one folder since `state` (undefined: everything), as a stream that is read once. Throws `migration.folderGone`
   * for a folder that was deleted since the tree was read.
   */
  contents(folder: StoreId, state: Uint8Array | undefined, options: Waiting): ContentChanges;
}

/** Of the folders that a user has. */
export interface MailboxMeasure {
  readonly items: number;
  /** 0: the source does not tell. */
  readonly bytes: number;
}

/**
 * Name of a folder or message that never changes and is never used again: lower-case hex digits.
 * A message moved to another folder gets a new one. [MS-OXCDATA] 2.2.1.3
 */
export type StoreId = string;

/** All ids from `first` to `last`, both included, in the order of their digits. */
export interface IdRange {
  readonly first: StoreId;
  readonly last: StoreId;
}

export interface HierarchyChanges {
  /** Parents come before children. */
  readonly folders: readonly SourceFolder[];
  readonly deleted: readonly IdRange[];
  readonly state: Uint8Array;
}

export interface SourceFolder {
  readonly id: StoreId;
  /** Undefined for a child of the mailbox's root. */
  readonly parentId: StoreId | undefined;
  readonly name: string;
  readonly containerClass: string;
  /** Which of the folders that every mailbox has it is: `inbox`, `sentItems` … */
  readonly role?: string | undefined;
  /** Messages in it when the tree was read, where the source tells. */
  readonly itemCount?: number | undefined;
  /** The folder's properties as FastTransfer wrote them. */
  readonly properties: Uint8Array;
}

/** The changes of one folder; leaving the loop early ends the download. */
export interface ContentChanges extends AsyncIterable<ContentChange> {
  /** A state that covers what was handed over so far, so that a broken run need not read it again; undefined: cannot tell. */
  checkpoint(): Promise<Uint8Array | undefined>;
}

export type ContentChange = MessageChange | MessageFailure | MessagesDeleted | ReadStateChange | ContentsState;

/** A new or changed message, whole. */
export interface MessageChange {
  readonly kind: 'message';
  readonly header: MessageHeader;
  /**
   * Properties, recipients and attachments as FastTransfer wrote them (messageContent, [MS-OXCFXICS] 2.2.4.3.15), to be read once.
   * Each chunk is a view that is valid until the next is asked for. What is not read is skipped. A throw of
   * `migration.itemUnreadable` gives up this message alone, any other the mailbox.
   */
  readonly content: AsyncIterable<Uint8Array>;
  /** To be asked after the content was read. */
  summary(): MessageSummary;
}

export interface MessageHeader {
  readonly id: StoreId;
  readonly sourceKey: Uint8Array;
  readonly changeKey: Uint8Array;
  readonly modifiedAt: number | undefined;
  /** Folder-associated information: hidden from the folder's list. */
  readonly associated: boolean;
  readonly size: number;
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

/** The last change of the stream: the state from which the next run goes on. It leaves out the messages that failed. */
export interface ContentsState {
  readonly kind: 'state';
  readonly state: Uint8Array;
}
