import {
  defaultFolders,
  type Folder,
  type PublicFolder,
  publicFolders,
  specialFolders,
  type WellKnownFolder,
} from './folder.ts';
import type { Mailbox } from './mailbox.ts';
import type { Message } from './message.ts';

/** A folder with all that its mailbox keeps of it. */
export interface FolderState extends Folder {
  /** Set if every mailbox has it, or every store of public folders. */
  readonly wellKnown?: WellKnownFolder | PublicFolder;
  /** As FolderCounts has them. */
  readonly deleted: number;
  readonly changedAt: bigint;
}

/** Everything of a mailbox that changes; a mailbox made from it again has the same ids and change numbers. */
export interface MailboxState {
  readonly lastChangeNumber: number;
  /** Parents before children, the root first. */
  readonly folders: readonly FolderState[];
  readonly messages: Iterable<Message>;
}

/** The state of a mailbox; its messages are looked at while they are taken. */
export function stateOf(mailbox: Mailbox): MailboxState {
  const always = mailbox.isPublic ? publicFolders : [...specialFolders, ...defaultFolders];
  const known = new Map(always.map((wellKnown) => [mailbox.wellKnown(wellKnown), wellKnown] as const));
  const root = mailbox.folder(mailbox.wellKnown('root'))!;
  const folders = [root, ...mailbox.descendants(root.id)].map((folder): FolderState => {
    const { deleted, changedAt } = mailbox.counts(folder.id);
    const wellKnown = known.get(folder.id);
    return { ...folder, deleted, changedAt, ...(wellKnown === undefined ? {} : { wellKnown }) };
  });
  return { lastChangeNumber: mailbox.lastChangeNumber, folders, messages: messagesOf(mailbox, folders) };
}

function* messagesOf(mailbox: Mailbox, folders: readonly Folder[]): Generator<Message> {
  for (const { id } of folders) yield* mailbox.messages(id);
}
