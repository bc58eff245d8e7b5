import type { StoredProperty } from '@cutover/content';
import {
  firstNamedId,
  propertyType as t,
  type PropertyTag,
  type PropertyValue,
  typeOfTag,
} from '@cutover/wire/properties';
import type { TaggedValue } from '@cutover/wire/rop';
import { fromCodePage } from '../../../code-page.ts';
import type { NamedProperties } from '../named-properties.ts';

/** How values come from the client. */
export interface IncomingOptions {
  readonly names: NamedProperties;
  readonly codePage: number;
}

/** 8-bit texts as Unicode, bytes in memory of their own: what came lies in a buffer that is used again. */
function kept(value: PropertyValue, type: number, codePage: number): PropertyValue {
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  if (typeof value === 'string') return type === t.string8 ? fromCodePage(value, codePage) : value;
  if (!Array.isArray(value)) return value;
  return value.map((one) => kept(one, type & 0x0fff, codePage)) as PropertyValue;
}

const storedType: Readonly<Record<number, number>> = { [t.string8]: t.unicode, [t.mvString8]: t.mvUnicode };

/** A property as the store keeps it, by the session's meaning of its id; undefined for an id of a name that is unknown. */
export function storedProperty(
  { tag, value }: TaggedValue,
  { names, codePage }: IncomingOptions,
): StoredProperty | undefined {
  const key = storedKey(tag, names);
  if (key === undefined) return undefined;
  return { ...key, value: kept(value, typeOfTag(tag), codePage) } as StoredProperty;
}

/** What a tag names, with the type that the store keeps; undefined for an id of a name that is unknown. */
export function storedKey(tag: PropertyTag, names: NamedProperties): Pick<StoredProperty, 'tag' | 'name'> | undefined {
  const type = typeOfTag(tag);
  const stored = ((tag & 0xffff0000) | (storedType[type] ?? type)) >>> 0;
  const id = tag >>> 16;
  if (id < firstNamedId) return { tag: stored };
  const name = names.nameOf(id);
  return name === undefined ? undefined : { tag: stored, name };
}
