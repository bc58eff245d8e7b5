import type { ImapFolder, ImapMailbox } from '../mailbox-port.ts';
import { delimiter, formatPath, isSamePath } from '../syntax/mailbox-name.ts';
import { formatList, formatName } from '../syntax/format.ts';

/** One line of LIST or LSUB, without its first word. */
export interface ListedFolder {
  readonly name: string;
  readonly attributes: readonly string[];
}

export const formatListed = ({ name, attributes }: ListedFolder): string =>
  `${formatList(attributes)} "${delimiter}" ${formatName(name)}`;

export function listFolders(mailbox: ImapMailbox, pattern: string): ListedFolder[] {
  const folders = mailbox.folders();
  return matching(folders, ({ path }) => formatPath(path), pattern).map((folder) => ({
    name: formatPath(folder.path),
    attributes: [hasChildren(folder, folders) ? '\\HasChildren' : '\\HasNoChildren'],
  }));
}

/** Folders that are subscribed to, and with `%` those above them as \Noselect. RFC 3501 6.3.9 */
export function listSubscribed(mailbox: ImapMailbox, pattern: string): ListedFolder[] {
  const folders = mailbox.folders();
  return matching(mailbox.subscribed(), formatPath, pattern).map((path) => {
    const folder = folders.find((one) => isSamePath(one.path, path));
    if (folder === undefined) return { name: formatPath(path), attributes: ['\\Noselect'] };
    return { name: formatPath(path), attributes: [hasChildren(folder, folders) ? '\\HasChildren' : '\\HasNoChildren'] };
  });
}

function matching<T>(items: readonly T[], nameOf: (item: T) => string, pattern: string): T[] {
  // INBOX is itself in whatever letters, and so are the names of Exchange's folders. RFC 3501 5.1
  const lower = pattern.toLowerCase();
  return items.filter((item) => matchesPattern(nameOf(item).toLowerCase(), lower));
}

/** Whether a name fits a pattern in which `*` is anything, and `%` anything within a name; in linear space. RFC 3501 6.3.8 */
export function matchesPattern(name: string, pattern: string): boolean {
  let reached = new Set([0]);
  for (const character of pattern) {
    const next = new Set<number>();
    for (const at of reached) {
      if (character === '*' || character === '%') addWhile(next, at, { name, crosses: character === '*' });
      else if (name[at] === character) next.add(at + 1);
    }
    reached = next;
  }
  return reached.has(name.length);
}

function addWhile(reached: Set<number>, from: number, { name, crosses }: { name: string; crosses: boolean }): void {
  for (let at = from; at <= name.length && !reached.has(at); at++) {
    reached.add(at);
    if (!crosses && name[at] === delimiter) return;
  }
}

const hasChildren = ({ path }: ImapFolder, folders: readonly ImapFolder[]): boolean =>
  folders.some((other) => other.path.length === path.length + 1 && isSamePath(other.path.slice(0, -1), path));
