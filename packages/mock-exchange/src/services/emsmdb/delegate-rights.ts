import { errorCode, publicRops, type Rop, rops } from '@cutover/wire/rop';
import type { Account } from '../../organisation/account.ts';
import { isAdministrator, type Organisation } from '../../organisation/organisation.ts';
import type { Folder } from '../../store/folder.ts';
import type { Mailbox } from '../../store/mailbox.ts';
import { member, permissionsOf, recipientBehind } from './objects/folder-permissions.ts';
import type { Logon, RightsIn } from './objects/logon.ts';
import type { ServerObject } from './objects/server-object.ts';
import { accessDenied, RopFailure } from './rop-failure.ts';
import type { RopHandler } from './rop-handler.ts';

/** What somebody may do in a folder. [MS-OXCPERM] 2.2.7 */
const right = {
  none: 0,
  readAny: 0x01,
  create: 0x02,
  editAny: 0x20,
  deleteAny: 0x40,
  createSubfolder: 0x80,
  owner: 0x100,
  visible: 0x400,
  all: 0x5fb,
} as const;

const sameDN = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && one.toLowerCase() === other?.toLowerCase();

/** Those of his own row, or where he has none of everybody's. */
export function rightsOf(organisation: Organisation, { legacyExchangeDN }: Account): RightsIn {
  return (folder) => {
    const rows = permissionsOf(folder);
    const own = rows.find(({ entryId }) =>
      sameDN(recipientBehind(organisation, entryId)?.legacyExchangeDN, legacyExchangeDN),
    );
    return (own ?? rows.find(({ memberId }) => memberId === member.everybody))?.rights ?? right.none;
  };
}

/** Those in public folders, where who administers the organisation may do all. */
export const publicRightsOf = (organisation: Organisation, account: Account): RightsIn =>
  isAdministrator(organisation, account) ? () => right.all : rightsOf(organisation, account);

/** Whether there is a folder that lets the account in. */
export const isLetIn = (mailbox: Mailbox, rights: RightsIn): boolean =>
  mailbox
    .descendants(mailbox.wellKnown('root'))
    .some((folder) => (rights(folder) & (right.visible | right.readAny)) !== 0);

/** Whether whoever logged on may change the messages of a folder. */
export const mayEdit = ({ rights }: Logon, folder: Folder): boolean =>
  rights === undefined || (rights(folder) & (right.editAny | right.owner)) !== 0;

/** Whether whoever logged on sees a folder. */
export const isVisible = ({ rights }: Logon, folder: Folder): boolean =>
  rights === undefined || (rights(folder) & (right.visible | right.owner)) !== 0;

/** What a delegate must be allowed in the folder that a ROP is about. */
const required: ReadonlyMap<Rop, number> = new Map<Rop, number>([
  [rops.openFolder, right.visible],
  [rops.getHierarchyTable, right.visible],
  // Who sees a folder also sees who may do what in it. [MS-OXCPERM] 2.2.7
  [rops.getPermissionsTable, right.visible],
  [rops.getContentsTable, right.readAny],
  [rops.openMessage, right.readAny],
  [rops.synchronizationConfigure, right.readAny],
  [rops.fastTransferSourceCopyMessages, right.readAny],
  [rops.fastTransferSourceCopyFolder, right.readAny],
  [rops.fastTransferSourceCopyTo, right.readAny],
  [rops.fastTransferSourceCopyProperties, right.readAny],
  [rops.createMessage, right.create],
  [rops.createFolder, right.createSubfolder],
  [rops.setReadFlags, right.editAny],
  [rops.setMessageStatus, right.editAny],
  [rops.setMessageReadFlag, right.readAny],
  [publicRops.setMessageReadFlag, right.readAny],
  [rops.deleteMessages, right.deleteAny],
  [rops.hardDeleteMessages, right.deleteAny],
  [rops.getRulesTable, right.owner],
  [publicRops.writePerUserInformation, right.none],
]);

/** What is changed only in what the client has open, until it is saved. */
const workingCopies = new Set<ServerObject['kind']>(['message', 'attachment', 'stream']);

/** Saving makes a new message, or changes one that is there. */
function requiredToSave(object: ServerObject): number {
  return object.kind === 'message' && object.message === undefined ? right.create : right.editAny;
}

function requiredFor({ rop, changes }: RopHandler, object: ServerObject): number {
  if (rop === rops.saveChangesMessage) return requiredToSave(object);
  // What is read in public folders is marked for the reader alone.
  if (rop === rops.setReadFlags && object.logon.mailbox.isPublic) return right.readAny;
  const listed = required.get(rop);
  if (listed !== undefined) return listed;
  return changes && !workingCopies.has(object.kind) ? right.owner : right.none;
}

/** The folder that a request is about: one that it names, that of a message, or that of its object. */
function folderOf(object: ServerObject, request: { folderId?: unknown; messageId?: unknown }): number | undefined {
  const { mailbox } = object.logon;
  const counterOf = (id: unknown): number => (id as { counter?: number } | undefined)?.counter ?? 0;
  const message = mailbox.message(counterOf(request.messageId));
  if (message !== undefined) return message.folderId;
  const named = counterOf(request.folderId);
  if (named !== 0) return named;
  if (object.kind === 'message') return object.folderId;
  return object.kind === 'folder' ? object.folderId : undefined;
}

/** A deletion tells that something was left. [MS-OXCFOLD] 3.2.5.11 */
const tellsOfRest: ReadonlySet<Rop> = new Set<Rop>([rops.deleteMessages, rops.hardDeleteMessages]);

const denied = (rop: Rop): RopFailure =>
  tellsOfRest.has(rop) ? new RopFailure(errorCode.accessDenied, { partialCompletion: true }) : accessDenied();

/** Refuses what the folder's permissions do not allow to whoever logged on as a delegate. [MS-OXCPERM] 3.2.5 */
export function assertAllowed(handler: RopHandler, object: ServerObject | undefined, request: object): void {
  const rights = object?.logon.rights;
  if (object === undefined || rights === undefined) return;
  const needed = requiredFor(handler, object);
  if (needed === right.none) return;
  const folder = object.logon.mailbox.folder(folderOf(object, request) ?? 0);
  const held = folder === undefined ? right.none : rights(folder);
  // Who owns a folder may do all in it.
  if ((held & (needed | right.owner)) === 0) throw denied(handler.rop);
}
