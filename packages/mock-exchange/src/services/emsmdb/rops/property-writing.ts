import type { StoredProperty } from '@cutover/content';
import {
  isNumberedName,
  isKnownType,
  pidTag,
  propertyType,
  type PropertyTag,
  typeOfTag,
} from '@cutover/wire/properties';
import { copyFlag, errorCode, queryNamedFlag, rops, type TaggedValue } from '@cutover/wire/rop';
import type { PropertyEdit } from '../../../store/mailbox.ts';
import { bagOf } from '../objects/bag-of.ts';
import { isComputed } from '../objects/computed-tags.ts';
import { editObject, type WritableObject } from '../objects/edit-object.ts';
import { storedKey, storedProperty } from '../objects/incoming-value.ts';
import { RopFailure } from '../rop-failure.ts';
import { defineChange, defineHandler, objectOf, type RopCall } from '../rop-handler.ts';

/** Why one of several properties was left as it was. */
interface Problem {
  readonly index: number;
  readonly tag: PropertyTag;
  readonly errorCode: number;
}

/** Attachments and embedded messages come by ROPs of their own. */
const isSettable = (tag: PropertyTag): boolean =>
  isKnownType(typeOfTag(tag)) && typeOfTag(tag) !== propertyType.object && typeOfTag(tag) !== propertyType.error;

function problemOf(tag: PropertyTag): number | undefined {
  if (isComputed(tag)) return errorCode.computed;
  return isSettable(tag) ? undefined : errorCode.unexpectedType;
}

/** Applies what can be applied, and tells what cannot. */
function applied(
  object: WritableObject,
  tags: readonly PropertyTag[],
  editOf: (index: number) => PropertyEdit | undefined,
): Problem[] {
  const problems: Problem[] = [];
  const [set, remove]: [StoredProperty[], NonNullable<PropertyEdit['remove']>[number][]] = [[], []];
  for (const [index, tag] of tags.entries()) {
    const refusal = problemOf(tag);
    const edit = refusal === undefined ? editOf(index) : undefined;
    if (edit === undefined) problems.push({ index, tag, errorCode: refusal ?? errorCode.notFound });
    set.push(...(edit?.set ?? []));
    remove.push(...(edit?.remove ?? []));
  }
  if (set.length > 0 || remove.length > 0) editObject(object, { set, remove });
  return problems;
}

const writable = (call: RopCall): WritableObject => objectOf(call, 'folder', 'message', 'attachment');

function set(call: RopCall, { values }: { values: readonly TaggedValue[] }) {
  const tags = values.map(({ tag }) => tag);
  const edit = (index: number) => {
    const property = storedProperty(values[index]!, call.session);
    return property && { set: [property] };
  };
  return { problems: applied(writable(call), tags, edit) };
}

function remove(call: RopCall, { tags }: { tags: readonly PropertyTag[] }) {
  const edit = (index: number) => {
    const key = storedKey(tags[index]!, call.session.names);
    return key && { remove: [key] };
  };
  return { problems: applied(writable(call), tags, edit) };
}

const setProperties = defineChange(rops.setProperties, set);
const setPropertiesNoReplicate = defineChange(rops.setPropertiesNoReplicate, set);
const deleteProperties = defineChange(rops.deleteProperties, remove);
const deletePropertiesNoReplicate = defineChange(rops.deletePropertiesNoReplicate, remove);

/** The object that another one's properties are copied to, which must be of the same kind. */
function destinationOf(call: RopCall, index: number, source: WritableObject): WritableObject {
  const target = call.at(index);
  if (target === undefined) throw new RopFailure(errorCode.nullDestination, { destinationIndex: index });
  if (target.kind !== source.kind) throw new RopFailure(errorCode.invalidParameter);
  return target as WritableObject;
}

interface Copying {
  readonly copyFlags: number;
  readonly destinationIndex: number;
  /** Whether a property of this id or name goes over. */
  readonly isWanted: (property: StoredProperty) => boolean;
}

const keyOf = ({ tag, name }: StoredProperty): string =>
  name === undefined ? String(tag >>> 16) : JSON.stringify(name);

/** Copies or moves what is the object's own; what the server computes stays what it is. [MS-OXCPRPT] 3.2.5.7 */
function copy(call: RopCall, { copyFlags, destinationIndex, isWanted }: Copying): void {
  const source = writable(call);
  const target = destinationOf(call, destinationIndex, source);
  if ((copyFlags & ~(copyFlag.move | copyFlag.noOverwrite)) !== 0) throw new RopFailure(errorCode.invalidParameter);
  const there = new Set((copyFlags & copyFlag.noOverwrite) === 0 ? [] : bagOf(target).all.map(keyOf));
  const copied = bagOf(source)
    .unique()
    .filter((property) => property.name !== undefined || !isComputed(property.tag))
    .filter((property) => isWanted(property) && !there.has(keyOf(property)));
  editObject(target, { set: copied });
  if ((copyFlags & copyFlag.move) !== 0) editObject(source, { remove: copied });
}

/** Whether one of the tags means the property, whatever its type. */
function named(call: RopCall, tags: readonly PropertyTag[]): (property: StoredProperty) => boolean {
  const keys = new Set(
    tags.flatMap((tag) => {
      const key = storedKey(tag, call.session.names);
      return key === undefined ? [] : [keyOf(key as StoredProperty)];
    }),
  );
  return (property) => keys.has(keyOf(property));
}

const copyProperties = defineChange(rops.copyProperties, (call, { destinationIndex, copyFlags, tags }) => {
  copy(call, { destinationIndex, copyFlags, isWanted: named(call, tags) });
  return { problems: [] };
});

/** Recipients and attachments of a message go along, unless they are left out. */
function copySubobjects(call: RopCall, destinationIndex: number, tags: readonly PropertyTag[]): void {
  const [source, target] = [objectOf(call, 'message'), call.at(destinationIndex)];
  if (target?.kind !== 'message') return;
  const isLeftOut = (tag: PropertyTag): boolean => tags.some((one) => one >>> 16 === tag >>> 16);
  if (!isLeftOut(pidTag.messageRecipients)) {
    target.removeRecipients();
    target.editRecipients(source.content.recipients.entries());
  }
  if (isLeftOut(pidTag.messageAttachments)) return;
  for (const attachment of source.content.attachments) target.putAttachment(target.reserveAttachment(), attachment);
}

const copyTo = defineChange(rops.copyTo, (call, { destinationIndex, wantSubObjects, copyFlags, tags }) => {
  const isExcluded = named(call, tags);
  const source = writable(call);
  // What lies in a folder is copied by RopCopyFolder and RopMoveCopyMessages here.
  if (source.kind === 'folder' && wantSubObjects) throw new RopFailure(errorCode.notSupported);
  copy(call, { destinationIndex, copyFlags, isWanted: (property) => !isExcluded(property) });
  if (source.kind === 'message' && wantSubObjects) copySubobjects(call, destinationIndex, tags);
  return { problems: [] };
});

const queryNamedProperties = defineHandler(rops.queryNamedProperties, (call, { queryFlags, set: wantedSet }) => {
  const object = objectOf(call, 'folder', 'message', 'attachment');
  const { names } = call.session;
  const properties = bagOf(object)
    .unique()
    .flatMap(({ name }) => (name === undefined ? [] : { id: names.idOf(name), name }))
    .filter(({ name }) => wantedSet === undefined || name.set === wantedSet)
    .filter(({ name }) => {
      const isLeftOut = isNumberedName(name) ? queryNamedFlag.noIds : queryNamedFlag.noStrings;
      return (queryFlags & isLeftOut) === 0;
    });
  return { properties };
});

/** Nothing goes on in the background here, so there is nothing whose progress could be asked for. */
const progress = defineHandler(rops.progress, () => {
  throw new RopFailure(errorCode.notSupported);
});

export const propertyWritingHandlers = [
  setProperties,
  setPropertiesNoReplicate,
  deleteProperties,
  deletePropertiesNoReplicate,
  copyProperties,
  copyTo,
  queryNamedProperties,
  progress,
];
