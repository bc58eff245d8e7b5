import type { Mailbox } from '../store/mailbox.ts';
import { sizeOfMessage } from '../store/message-properties.ts';

export interface MailboxStatistics {
  readonly itemCount: number;
  readonly associatedItemCount: number;
  readonly deletedItemCount: number;
  /** In bytes. */
  readonly totalItemSize: number;
  readonly folders: readonly FolderStatistics[];
}

export interface FolderStatistics {
  /** Names from the top of the mailbox, e.g. /Inbox/Projects. */
  readonly path: string;
  readonly name: string;
  readonly itemCount: number;
  readonly size: number;
}

/** Counts a mailbox; one that was not opened yet is filled for it. */
export function mailboxStatistics(mailbox: Mailbox): MailboxStatistics {
  const folders = visibleFolders(mailbox);
  const all = folders.map(({ id }) => mailbox.counts(id));
  const described = folders.map(({ id, name, path }) => describeFolder(mailbox, { id, name, path }));
  return {
    itemCount: total(all.map(({ normal }) => normal)),
    associatedItemCount: total(all.map(({ associated }) => associated)),
    deletedItemCount: total(all.map(({ deleted }) => deleted)),
    totalItemSize: total(described.map(({ size }) => size)),
    folders: described,
  };
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

interface Place {
  readonly id: number;
  readonly name: string;
  readonly path: string;
}

/** What Outlook shows below the top of the mailbox. */
function visibleFolders(mailbox: Mailbox, parentId = mailbox.wellKnown('ipmSubtree'), above = ''): Place[] {
  return mailbox.children(parentId).flatMap(({ id, name }) => {
    const path = `${above}/${name}`;
    return [{ id, name, path }, ...visibleFolders(mailbox, id, path)];
  });
}

function describeFolder(mailbox: Mailbox, { id, name, path }: Place): FolderStatistics {
  const messages = mailbox.messages(id, { associated: false });
  return {
    path,
    name,
    itemCount: messages.length,
    size: total(messages.map(sizeOfMessage)),
  };
}
