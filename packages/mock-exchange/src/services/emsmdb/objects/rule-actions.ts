import type { StoredProperty } from '@cutover/content';
import { Reader } from '@cutover/wire';
import { type ShortId, shortId } from '@cutover/wire/ics';
import { pidTag } from '@cutover/wire/properties';
import { errorCode, taggedValue } from '@cutover/wire/rop';
import type { FolderRule } from '../../../store/folder-row.ts';
import { RopFailure } from '../rop-failure.ts';

/** What a rule does with a message. [MS-OXORULE] 2.2.5.1.1 */
export type RuleAction =
  | { readonly kind: 'move' | 'copy'; readonly folderId: ShortId }
  | { readonly kind: 'tag'; readonly property: StoredProperty }
  | { readonly kind: 'delete' | 'markAsRead' };

const refused = (): RopFailure => new RopFailure(errorCode.notSupported);

/** The folder of a move or copy, which must be in the mailbox itself: a ServerEid. [MS-OXORULE] 2.2.5.1.2.1 */
function readFolder(reader: Reader): ShortId {
  const isHere = reader.u8() !== 0;
  reader.skip(reader.u16());
  const entryId = reader.sub(reader.u16());
  if (!isHere || entryId.u8() !== 1) throw refused();
  return shortId.read(entryId);
}

/** How each kind of action is read behind its head; those that are not here are left to clients, or send mail. */
const actions: Readonly<Record<number, (reader: Reader) => RuleAction>> = {
  0x01: (reader) => ({ kind: 'move', folderId: readFolder(reader) }),
  0x02: (reader) => ({ kind: 'copy', folderId: readFolder(reader) }),
  0x09: (reader) => ({ kind: 'tag', property: taggedValue.read(reader) }),
  0x0a: () => ({ kind: 'delete' }),
  0x0b: () => ({ kind: 'markAsRead' }),
};

/** Flavor and flags, which say how replies and forwards are made. */
const flavorSize = 8;

function readAction(reader: Reader): RuleAction {
  const read = actions[reader.u8()];
  if (read === undefined) throw refused();
  reader.skip(flavorSize);
  return read(reader);
}

/** The actions of a rule, in their order; a failure for one that this server does not do. */
export function actionsOf({ properties }: FolderRule): RuleAction[] {
  const property = properties.find(({ tag }) => tag === pidTag.ruleActions);
  if (property === undefined || !('value' in property) || !(property.value instanceof Uint8Array)) return [];
  const reader = new Reader(property.value);
  return Array.from({ length: reader.u16() }, () => readAction(reader.sub(reader.u16())));
}
