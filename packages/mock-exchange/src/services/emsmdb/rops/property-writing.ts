import type { StoredProperty } from '@cutover/content';
import { isNumberedName, isKnownType, propertyType, type PropertyTag, typeOfTag } from '@cutover/wire/properties';
import { errorCode, queryNamedFlag, rops, type TaggedValue } from '@cutover/wire/rop';
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

export const writable = (call: RopCall): WritableObject => objectOf(call, 'folder', 'message', 'attachment');

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
  queryNamedProperties,
  progress,
];
