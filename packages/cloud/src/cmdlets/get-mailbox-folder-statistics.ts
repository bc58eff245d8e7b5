import { getMailboxFolderStatistics, type MailboxFolder } from '@cutover/core';
import { implement } from '../implement.ts';
import { dateOf } from '../objects/date-of.ts';
import { folderType, isInScope } from '../objects/folder-type.ts';
import { recipientFor } from '../recipients/find-recipients.ts';
import type { StoredFolder, StoredItem } from '../store/mailboxes.ts';
import { resultSize } from './result-size.ts';

export const handler = implement(getMailboxFolderStatistics, async function* (context, parameters) {
  const { FolderScope, Identity = '', IncludeOldestAndNewestItems: withTimes = false, ResultSize } = parameters;
  const { alias, guid } = recipientFor(context, Identity, { kind: 'mailbox' });
  const mailbox = context.mailboxes.open(guid);
  const tree = folderTree(mailbox.folders(), [...mailbox.items()]);
  const objects = tree.map((folder) => toFolder(folder, { alias, type: folderType(folder, tree), withTimes }));
  const wanted = objects.filter(({ FolderType }) => isInScope(FolderType, FolderScope));
  yield* resultSize(context, wanted, ResultSize ?? 'Unlimited');
});

interface Folder extends StoredFolder {
  readonly path: string;
  readonly own: readonly StoredItem[];
  readonly below: readonly StoredItem[];
}

/** Each folder with its path, what is in it, and what is in it and below it; in the order of the paths. */
function folderTree(folders: readonly StoredFolder[], items: readonly StoredItem[]): Folder[] {
  const byId = new Map(folders.map((folder) => [folder.id, folder]));
  const byFolder = Map.groupBy(items, ({ folder }) => folder);
  const pathOf = ({ name, parentId }: StoredFolder): string => {
    const parent = parentId === undefined ? undefined : byId.get(parentId);
    return `${parent ? pathOf(parent) : ''}/${name}`;
  };
  const placed = folders.map((folder) => ({ ...folder, path: pathOf(folder), own: byFolder.get(folder.number) ?? [] }));
  const isBelow = (path: string, top: string): boolean => path === top || path.startsWith(`${top}/`);
  return placed
    .map((folder) => ({
      ...folder,
      below: placed.filter(({ path }) => isBelow(path, folder.path)).flatMap(({ own }) => own),
    }))
    .toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

interface FolderExtras {
  readonly alias: string;
  readonly type: string;
  readonly withTimes: boolean;
}

function toFolder(folder: Folder, { alias, type, withTimes }: FolderExtras): MailboxFolder {
  const times = withTimes ? folder.own.flatMap(({ receivedAt }) => receivedAt ?? []) : [];
  return {
    Name: folder.name,
    FolderPath: folder.path,
    FolderId: folder.id,
    FolderType: type,
    ContainerClass: folder.containerClass,
    ItemsInFolder: folder.own.length,
    FolderSize: sizeOf(folder.own),
    ItemsInFolderAndSubfolders: folder.below.length,
    FolderAndSubfolderSize: sizeOf(folder.below),
    NewestItemReceivedDate: dateOf(times.length > 0 ? Math.max(...times) : undefined),
    OldestItemReceivedDate: dateOf(times.length > 0 ? Math.min(...times) : undefined),
    Identity: `${alias}${folder.path.replaceAll('/', '\\')}`,
    IsValid: true,
    ObjectState: 'Unchanged',
  };
}

const sizeOf = (items: readonly StoredItem[]): number => items.reduce((sum, { size }) => sum + size, 0);
