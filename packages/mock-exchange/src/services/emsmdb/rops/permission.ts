import { pidTag, type PropertyTag, type PropertyValue } from '@cutover/wire/properties';
import { replaceRows, type RowChange, rowChange, rops } from '@cutover/wire/rop';
import type { FolderPermission } from '../../../store/folder-row.ts';
import { member, permissionRow, permissionsOf, recipientBehind } from '../objects/folder-permissions.ts';
import { openFixedTable } from '../objects/live-rows.ts';
import { PropertyBag } from '../objects/property-bag.ts';
import { invalidParameter, notFound } from '../rop-failure.ts';
import { defineChange, defineHandler, objectOf, type RopCall } from '../rop-handler.ts';
import { folderOf } from './folder.ts';

const getPermissionsTable = defineHandler(rops.getPermissionsTable, (call) => {
  const object = objectOf(call, 'folder');
  const rows = permissionsOf(folderOf(object)).map((permission) => {
    const bag = new PropertyBag(permissionRow(permission));
    return { bag: () => bag };
  });
  openFixedTable(call, object.logon, { kind: 'permissions', rows });
  return {};
});

/** Rights that a mailbox's server knows: those of free and busy times came with Exchange 2007. [MS-OXCPERM] 2.2.7 */
const knownRights = 0x1fff;

const valueOf = ({ values }: RowChange, tag: PropertyTag): PropertyValue | undefined =>
  values.find((one) => one.tag === tag)?.value;

function rightsIn(change: RowChange): number {
  const rights = valueOf(change, pidTag.memberRights);
  if (typeof rights !== 'number' || (rights & ~knownRights) !== 0) throw invalidParameter();
  return rights;
}

function memberIn(change: RowChange, rows: readonly FolderPermission[]): FolderPermission {
  const memberId = valueOf(change, pidTag.memberId);
  const row = rows.find((one) => one.memberId === memberId);
  if (row === undefined) throw notFound();
  return row;
}

const next = (rows: readonly FolderPermission[]): bigint =>
  rows.reduce((last, { memberId }) => (memberId > last ? memberId : last), 0n) + 1n;

type Rows = readonly FolderPermission[];

/** An entry id without bytes stands for everybody. [MS-OXCPERM] 2.2.4 */
function added(call: RopCall, rows: Rows, change: RowChange): Rows {
  const rights = rightsIn(change);
  const entryId = valueOf(change, pidTag.entryId);
  if (!(entryId instanceof Uint8Array)) throw invalidParameter();
  if (entryId.length === 0) return rows.map((row) => (row.memberId === member.everybody ? { ...row, rights } : row));
  const recipient = recipientBehind(call.context.organisation(), entryId);
  if (recipient === undefined) throw invalidParameter();
  const { displayName: name } = recipient;
  const others = rows.filter((row) => Buffer.compare(row.entryId, entryId) !== 0);
  return [...others, { memberId: next(rows), entryId: Uint8Array.from(entryId), name, rights }];
}

function modified(rows: Rows, change: RowChange): Rows {
  const old = memberIn(change, rows);
  const rights = rightsIn(change);
  return rows.map((row) => (row === old ? { ...row, rights } : row));
}

function removed(rows: Rows, change: RowChange): Rows {
  const old = memberIn(change, rows);
  if (old.entryId.length === 0) throw invalidParameter();
  return rows.filter((row) => row !== old);
}

function changed(call: RopCall, rows: Rows, change: RowChange): Rows {
  if (change.flags === rowChange.add) return added(call, rows, change);
  if (change.flags === rowChange.modify) return modified(rows, change);
  if (change.flags === rowChange.remove) return removed(rows, change);
  throw invalidParameter();
}

const hasNoAccount = ({ entryId }: FolderPermission): boolean => entryId.length === 0;

/** All changes are made, or none. [MS-OXCPERM] 3.2.5.2 */
const modifyPermissions = defineChange(rops.modifyPermissions, (call, { modifyFlags, changes }) => {
  const object = objectOf(call, 'folder');
  const before = permissionsOf(folderOf(object));
  const replaces = (modifyFlags & replaceRows) !== 0;
  if (replaces && changes.some(({ flags }) => flags !== rowChange.add)) throw invalidParameter();
  const kept = replaces ? before.filter(hasNoAccount) : before;
  const permissions = changes.reduce((rows, change) => changed(call, rows, change), kept);
  object.logon.mailbox.editFolder(object.folderId, { permissions });
  return {};
});

export const permissionHandlers = [getPermissionsTable, modifyPermissions];
