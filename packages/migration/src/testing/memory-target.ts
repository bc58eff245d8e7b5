import type { SourceRecipient, StoreId } from '../ports/source.ts';
import type { NewAccount, NewItem, StagedContent, Target, TargetMailbox, TargetRecipient } from '../ports/target.ts';

interface MemoryItem {
  folder: StoreId;
  content: string;
  read: boolean;
}

export interface MemoryRecipient extends TargetRecipient {
  readonly entry: SourceRecipient;
  readonly account?: NewAccount;
  members: readonly string[];
}

/** A target organisation in memory, for tests: nothing in it is undone when a unit of work fails. */
export class MemoryTarget implements Target {
  readonly recipients: MemoryRecipient[] = [];
  readonly acceptedDomains = new Set(['contoso.com']);
  /** Contents staged and neither adopted nor discarded. */
  readonly staged = new Set<StagedContent>();
  readonly #mailboxes = new Map<string, MemoryMailbox>();

  /** Every item of every mailbox. */
  get items(): MemoryItem[] {
    return [...this.#mailboxes.values()].flatMap(({ items }) => [...items.values()]);
  }

  /** `folder: content` of each item of the mailbox of this alias, sorted. */
  contentsOf(alias: string): string[] {
    const owner = this.recipients.find(({ entry }) => entry.alias === alias);
    const mailbox = this.#mailboxes.get(owner?.guid ?? '');
    const items = [...(mailbox?.items.values() ?? [])];
    return items.map(({ folder, content }) => `${mailbox?.folders.get(folder)}: ${content}`).toSorted();
  }

  isAcceptedDomain(domain: string): boolean {
    return this.acceptedDomains.has(domain);
  }

  findRecipient({ sourceId, address }: { sourceId: string; address?: string }): TargetRecipient | undefined {
    return this.recipients.find(({ entry }) => entry.sourceId === sourceId || entry.primaryAddress === address);
  }

  hasRecipient(guid: string): boolean {
    return this.recipients.some((recipient) => recipient.guid === guid);
  }

  createMailbox(entry: SourceRecipient, account: NewAccount): TargetRecipient {
    return this.#add(entry, account.guid, account);
  }

  createContact(entry: SourceRecipient, { guid }: { guid: string }): TargetRecipient {
    return this.#add(entry, guid);
  }

  createGroup(entry: SourceRecipient, { guid }: { guid: string }): TargetRecipient {
    return this.#add(entry, guid);
  }

  linkRecipient(guid: string, entry: SourceRecipient): void {
    const index = this.recipients.findIndex((recipient) => recipient.guid === guid);
    this.recipients[index] = { ...this.recipients[index]!, entry };
  }

  setGroupMembers(groupGuid: string, members: readonly string[]): void {
    this.recipients.find(({ guid }) => guid === groupGuid)!.members = members;
  }

  openMailbox(guid: string): TargetMailbox {
    const mailbox = this.#mailboxes.get(guid) ?? new MemoryMailbox(this.staged);
    this.#mailboxes.set(guid, mailbox);
    return mailbox;
  }

  #add(entry: SourceRecipient, guid: string, account?: NewAccount): TargetRecipient {
    const { kind, primaryAddress } = entry;
    const { sourceId } = entry;
    const recipient = { guid, kind, primaryAddress, sourceId, entry, members: [], ...(account && { account }) };
    this.recipients.push(recipient);
    return recipient;
  }
}

class MemoryContent implements StagedContent {
  readonly #parts: Buffer[] = [];
  readonly #staged: Set<StagedContent>;

  constructor(staged: Set<StagedContent>) {
    this.#staged = staged;
    staged.add(this);
  }

  get size(): number {
    return this.#parts.reduce((sum, part) => sum + part.length, 0);
  }

  write(bytes: Uint8Array): void {
    this.#parts.push(Buffer.from(bytes));
  }

  finish(): void {
    // Nothing is held back here.
  }

  discard(): void {
    this.#staged.delete(this);
  }

  adopt(): string {
    this.#staged.delete(this);
    return Buffer.concat(this.#parts).toString();
  }
}

class MemoryMailbox implements TargetMailbox {
  readonly items = new Map<number, MemoryItem>();
  readonly folders = new Map<StoreId, string>();
  readonly #staged: Set<StagedContent>;
  #number = 0;

  constructor(staged: Set<StagedContent>) {
    this.#staged = staged;
  }

  saveFolders(changed: readonly { id: StoreId; name: string }[]): void {
    for (const { id, name } of changed) this.folders.set(id, name);
  }

  removeFolders(ids: readonly StoreId[]): void {
    for (const id of ids) this.folders.delete(id);
    for (const [item, { folder }] of this.items) if (ids.includes(folder)) this.items.delete(item);
  }

  stage(): StagedContent {
    return new MemoryContent(this.#staged);
  }

  adopt({ folder, summary, content, replaces }: NewItem): number {
    if (replaces !== undefined) this.items.delete(replaces);
    this.items.set(++this.#number, { folder, content: (content as MemoryContent).adopt(), read: summary.read });
    return this.#number;
  }

  readItem(item: number): Iterable<Uint8Array> {
    return [Buffer.from(this.items.get(item)!.content)];
  }

  removeItems(gone: readonly number[]): void {
    for (const item of gone) this.items.delete(item);
  }

  setRead(marked: readonly number[], { read }: { read: boolean }): void {
    for (const item of marked) this.items.get(item)!.read = read;
  }
}
