import type {
  MessageHeader,
  MessageSummary,
  SourceContactEntry,
  SourceFolder,
  SourceGroupEntry,
  SourceMailboxEntry,
  SourceRecipient,
  StoreId,
} from './source.ts';

/**
 * The organisation that is migrated to. Every method is synchronous, so that it can take part in a unit of work;
 * calls outside of one commit by themselves.
 */
export interface Target {
  isAcceptedDomain(domain: string): boolean;
  /** The recipient that was made from this source object, or that has this address already. */
  findRecipient(by: { sourceId: string; address?: string }): TargetRecipient | undefined;
  /** Whether there is still a recipient of this GUID: an administrator may have removed it. */
  hasRecipient(guid: string): boolean;
  /** Also out of a mail user that has the address. */
  createMailbox(entry: SourceMailboxEntry, account: NewAccount): TargetRecipient;
  createContact(entry: SourceContactEntry, identity: { guid: string }): TargetRecipient;
  createGroup(entry: SourceGroupEntry, identity: { guid: string }): TargetRecipient;
  /** Lets a recipient that was there already stand for a source object: it answers to its old name and its addresses, too. */
  linkRecipient(guid: string, entry: SourceRecipient): void;
  /** Makes `members` (recipients' GUIDs) the group's members. */
  setGroupMembers(groupGuid: string, members: readonly string[]): void;
  openMailbox(mailboxGuid: string): TargetMailbox;
}

/** The account of a mailbox that is to be made. */
export interface NewAccount {
  readonly guid: string;
  /** The scrypt hash that the sign-in keeps; the password itself never reaches the target. */
  readonly signInHash: string;
  readonly mustChangePassword: boolean;
}

/** An object of the target's directory. */
export interface TargetRecipient {
  readonly guid: string;
  /** A mail user signs in there and has its mailbox at the source: it becomes a mailbox. */
  readonly kind: 'mailbox' | 'group' | 'contact' | 'mailUser';
  readonly primaryAddress: string;
  /** The source object that it stands for; undefined: an administrator has made it. */
  readonly sourceId?: string | undefined;
}

/** A mailbox that is copied into. */
export interface TargetMailbox {
  /** Makes or changes folders by their ids. */
  saveFolders(folders: readonly SourceFolder[]): void;
  /** Removes folders with everything in them. */
  removeFolders(folders: readonly StoreId[]): void;
  /** Takes a message's bytes. Outside of a unit of work, as long content is written at once, unreferenced. */
  stage(options: { expectedSize: number }): StagedContent;
  /** Adopts staged content as a new item, or in the place of `replaces`; gives the item's number. Inside a unit of work. */
  adopt(item: NewItem): number;
  /** The content of an item, piece by piece. */
  readItem(item: number): Iterable<Uint8Array>;
  removeItems(items: readonly number[]): void;
  setRead(items: readonly number[], mark: { read: boolean }): void;
}

/** A message's content on its way in. */
export interface StagedContent {
  readonly size: number;
  /** Copies the bytes, so that the caller may reuse them. */
  write(bytes: Uint8Array): void;
  /** Nothing more will be written. */
  finish(): void;
  /** Drops what was written; for a message that is given up. */
  discard(): void;
}

/** An item whose content is staged already. */
export interface NewItem {
  readonly folder: StoreId;
  readonly header: MessageHeader;
  readonly summary: MessageSummary;
  readonly content: StagedContent;
  readonly replaces?: number | undefined;
}
