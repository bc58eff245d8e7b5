import { similarNames } from '@cutover/base';
import { filetimeFromDate } from '@cutover/wire';
import type { MessageContent } from '@cutover/content';
import { defaultFolders, specialFolders, type WellKnownFolder } from '../store/folder.ts';
import type { Mailbox } from '../store/mailbox.ts';
import type { Message } from '../store/message.ts';
import type { ImportedItem } from '../import/imported-item.ts';
import { seedErrors } from '../errors.ts';
import type { AddressFinder } from './address-book.ts';
import { checkItem } from './check-item.ts';
import { composeItem } from './compose-item.ts';
import type { SeedItem } from './seed-item.ts';

/** Where an item goes: a folder that every mailbox has, or names from the top that the owner sees on. */
export type FolderPath = WellKnownFolder | readonly string[];

/** How a new folder is. */
export interface FolderOptions {
  /** 3613 of folders that the path makes; that of the folder above unless given. */
  readonly containerClass?: string;
}

/** Puts items into one mailbox; their contents are made when they are read. */
export interface MailboxBuilder {
  /** The mailbox itself, to look at, to mark, move and delete in. */
  readonly mailbox: Mailbox;
  /** The id of a folder; what is missing of the path is made. */
  folder(path: FolderPath, options?: FolderOptions): number;
  /** Puts items into a folder, which is made if it is missing; mail is unread unless it says so. */
  add(path: FolderPath, ...items: readonly SeedItem[]): readonly Message[];
  /** Adds an item that is made whenever it is read: for many, which then take no memory. The same must be made each time. */
  addMade(path: FolderPath, make: () => SeedItem, state: { deliveredAt: Date; read?: boolean }): Message;
  /** Puts an imported item where its kind goes; mail into `folder`, or else into the Inbox. */
  addImported(item: ImportedItem, folder?: FolderPath): Message;
  /** Folder-associated information: views, rules, settings. */
  addAssociated(path: FolderPath, ...items: readonly SeedItem[]): readonly Message[];
}

/** Makes a MailboxBuilder; `seed` is a word that makes the keys of its items differ from other seeds'. */
export function buildMailbox(
  mailbox: Mailbox,
  { address, seed }: { address: AddressFinder; seed: string },
): MailboxBuilder {
  const folder = (path: FolderPath, { containerClass }: FolderOptions = {}): number => {
    if (typeof path === 'string') return mailbox.wellKnown(path) ?? unknownFolder(path);
    let at = mailbox.wellKnown('ipmSubtree');
    for (const name of path) {
      const known = mailbox.children(at).find((child) => child.name === name);
      at = (known ?? mailbox.createFolder(at, { name, containerClass: containerClass ?? classOf(mailbox, at) })).id;
    }
    return at;
  };
  const place = (path: FolderPath, item: SeedItem, associated: boolean): Message => {
    checkItem(item, address);
    const key = `${seed}/${mailbox.guid}/${mailbox.lastChangeNumber}`;
    const deliveredAt = filetimeFromDate(dateOf(item));
    const read = item.read ?? item.type !== 'mail';
    const content = remember(() => composeItem(item, { address, key }));
    return mailbox.deliver(folder(path), { content, associated, read, deliveredAt });
  };
  const placeMade: MailboxBuilder['addMade'] = (path, make, { deliveredAt, read = false }) => {
    const number = mailbox.lastChangeNumber;
    const content = (): MessageContent => composeItem(make(), { address, key: `${seed}/${mailbox.guid}/${number}` });
    return mailbox.deliver(folder(path), { content, read, deliveredAt: filetimeFromDate(deliveredAt) });
  };
  return {
    mailbox,
    folder,
    addMade: placeMade,
    add: (path, ...items) => items.map((item) => place(path, item, false)),
    addImported: (item, path) => placeImported(item, { mailbox, folder, top: path }),
    addAssociated: (path, ...items) => items.map((item) => place(path, item, true)),
  };
}

/** A name that TypeScript would have refused. */
function unknownFolder(name: string): never {
  const known = [...specialFolders, ...defaultFolders];
  throw seedErrors.unknownFolder({ name, known, similar: similarNames(String(name), known) });
}

const folderOf = {
  mail: 'inbox',
  appointment: 'calendar',
  task: 'tasks',
  note: 'notes',
  contact: 'contacts',
} as const;

interface ImportPlace extends Pick<MailboxBuilder, 'mailbox' | 'folder'> {
  readonly top: FolderPath | undefined;
}

function placeImported(item: ImportedItem, { mailbox, folder, top = folderOf[item.kind] }: ImportPlace): Message {
  let at = folder(top);
  for (const name of item.folder) {
    const known = mailbox.children(at).find((child) => child.name === name);
    at = (known ?? mailbox.createFolder(at, { name, containerClass: classOf(mailbox, at) })).id;
  }
  const deliveredAt = item.deliveredAt === undefined ? {} : { deliveredAt: filetimeFromDate(item.deliveredAt) };
  return mailbox.deliver(at, { content: item.content, read: item.read, ...deliveredAt });
}

const classOf = (mailbox: Mailbox, id: number): string => mailbox.folder(id)?.containerClass || 'IPF.Note';

/** When the item came, as 0E06 has it. */
function dateOf(item: SeedItem): Date {
  switch (item.type) {
    case 'mail':
      return new Date(item.sentAt.getTime() + 4000);
    case 'appointment':
      return new Date(item.start.getTime() - 14 * 86_400_000);
    case 'content':
      return item.deliveredAt ?? new Date(0);
    default:
      return item.createdAt;
  }
}

/** Keeps what `make` gives as long as memory allows, and makes it again after that. */
function remember<T extends object>(make: () => T): () => T {
  let made: WeakRef<T> | undefined;
  return () => {
    const kept = made?.deref();
    if (kept !== undefined) return kept;
    const fresh = make();
    made = new WeakRef(fresh);
    return fresh;
  };
}
