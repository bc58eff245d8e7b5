import type { StoredProperty } from '@cutover/content';
import { pidTag } from '@cutover/wire/properties';
import { isStreamed } from '@cutover/content';
import type { PropertyEdit } from '../../../store/mailbox.ts';
import { notFound } from '../rop-failure.ts';
import type { OpenedAttachment, OpenedMessage } from './opened-message.ts';
import type { FolderObject } from './server-object.ts';

/** What a client may set properties of. */
export type WritableObject = FolderObject | OpenedMessage | OpenedAttachment;

function textOf(properties: readonly StoredProperty[], tag: number): string | undefined {
  const property = properties.find((one) => one.name === undefined && one.tag === tag);
  return property === undefined || isStreamed(property) ? undefined : String(property.value);
}

const ownFields: ReadonlySet<number> = new Set([pidTag.displayName, pidTag.containerClass]);

/** A folder is changed at once; its name and class are fields of their own. [MS-OXCFOLD] 3.2.5.11 */
function editFolder({ logon: { mailbox }, folderId }: FolderObject, { set = [], remove = [] }: PropertyEdit): void {
  if (mailbox.folder(folderId) === undefined) throw notFound();
  const [name, containerClass] = [textOf(set, pidTag.displayName), textOf(set, pidTag.containerClass)];
  const isRemoved = remove.some(({ tag }) => tag >>> 16 === pidTag.containerClass >>> 16);
  mailbox.editFolder(folderId, {
    ...(name === undefined ? {} : { name }),
    ...(containerClass === undefined ? (isRemoved ? { containerClass: '' } : {}) : { containerClass }),
    set: set.filter((property) => property.name !== undefined || !ownFields.has(property.tag)),
    remove,
  });
}

/** Changes properties of an object: of a folder in the store, of a message or an attachment in what the client has open. */
export function editObject(object: WritableObject, edit: PropertyEdit): void {
  if (object.kind === 'folder') editFolder(object, edit);
  else object.edit(edit);
}
