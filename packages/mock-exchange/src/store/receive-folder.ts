import type { Folder, WellKnownFolder } from './folder.ts';
import type { Mailbox } from './mailbox.ts';

/** Which folder messages of a class go to; changedAt is a FILETIME, 0 for what was never changed. */
export interface ReceiveFolder {
  readonly messageClass: string;
  readonly folderId: number;
  readonly changedAt: bigint;
}

/** Where messages of a new mailbox go by their class. [MS-OXCSTOR] 3.2.5.2 */
const defaults: readonly { readonly messageClass: string; readonly folder: WellKnownFolder }[] = [
  { messageClass: '', folder: 'inbox' },
  { messageClass: 'IPM', folder: 'inbox' },
  { messageClass: 'REPORT.IPM', folder: 'inbox' },
  { messageClass: 'IPC', folder: 'root' },
];

const sameClass = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

// Each part between dots counts as a whole.
const isBelow = (messageClass: string, above: string): boolean =>
  above === '' || `${messageClass}.`.toLowerCase().startsWith(`${above}.`.toLowerCase());

function allFolders(mailbox: Mailbox): Folder[] {
  const root = mailbox.folder(mailbox.wellKnown('root'))!;
  return [root, ...mailbox.descendants(root.id)];
}

const chosen = (mailbox: Mailbox): ReceiveFolder[] =>
  allFolders(mailbox).flatMap(({ id, receives = [] }) => receives.map((one) => ({ ...one, folderId: id })));

/** The receive folder of each class that has one. */
export function receiveFolders(mailbox: Mailbox): ReceiveFolder[] {
  const told = chosen(mailbox);
  const kept = defaults.filter(({ messageClass }) => !told.some((one) => sameClass(one.messageClass, messageClass)));
  const untold = kept.map(({ messageClass, folder }) => ({
    messageClass,
    folderId: mailbox.wellKnown(folder),
    changedAt: 0n,
  }));
  return [...untold, ...told];
}

/** Where a message of this class goes: of all classes that it belongs to the longest counts. */
export function receiveFolderOf(mailbox: Mailbox, messageClass: string): ReceiveFolder {
  const fitting = receiveFolders(mailbox).filter((one) => isBelow(messageClass, one.messageClass));
  return fitting.reduce((best, one) => (one.messageClass.length > best.messageClass.length ? one : best));
}

/** Whether somebody ever said where a class goes. */
export const hasOwnReceiveFolders = (mailbox: Mailbox): boolean =>
  allFolders(mailbox).some(({ receives = [] }) => receives.length > 0);

/** Lets a folder receive a class; without a folder what was said of the class before counts no more. */
export function setReceiveFolder(
  mailbox: Mailbox,
  { messageClass, folderId, changedAt }: { messageClass: string; folderId: number | undefined; changedAt: bigint },
): void {
  for (const { id, receives = [] } of allFolders(mailbox)) {
    const others = receives.filter((one) => !sameClass(one.messageClass, messageClass));
    if (others.length < receives.length) mailbox.editFolder(id, { receives: others });
  }
  if (folderId === undefined) return;
  const { receives = [] } = mailbox.folder(folderId)!;
  mailbox.editFolder(folderId, { receives: [...receives, { messageClass, changedAt }] });
}
