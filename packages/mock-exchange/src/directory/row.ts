import {
  addressBookProvider,
  ephemeralEntryId,
  nspiResult,
  type NspiPropertyValue,
  type NspiRow,
  nspiRow,
  type NspiValue,
  permanentEntryId,
} from '@cutover/wire/nspi';
import { propertyId, propertyTag, propertyType, typeOfTag } from '@cutover/wire/properties';
import type { AddressBook, AddressBookObject } from './address-book.ts';
import { toCodePage } from '../code-page.ts';
import { displayTypeOf, knownProperties, propertyOf } from './object-properties.ts';

/** How a call wants its rows. */
export interface RowOptions {
  readonly codePage: number;
  /** Entry ids in the form that is good for this session only. */
  readonly ephemeralIds: boolean;
  /** What a row of this container says in PidTagAddressBookContainerId. */
  readonly containerId: number;
}

const { string8, unicode, mvString8, mvUnicode, error, binary, object, unspecified, i32 } = propertyType;
const entryIdProperty = 0x0fff;
const containerIdProperty = 0xfffd;

function entryIdOf(book: AddressBook, { id, recipient }: AddressBookObject, ephemeral: boolean): Uint8Array {
  const displayType = displayTypeOf(recipient);
  if (ephemeral) return ephemeralEntryId.encode({ server: book.serverGuid, displayType, id });
  // Entry ids are 8-bit whatever the call's code page; an imported DN may have characters beyond.
  const dn = toCodePage(recipient.legacyExchangeDN, 0);
  return permanentEntryId.encode({ provider: addressBookProvider, displayType, dn });
}

/** Text as the asked type shows it: 8-bit in the code page, or Unicode; undefined when the types do not meet. */
function convert(value: NspiValue, kept: number, asked: number, codePage: number): NspiValue | undefined {
  const narrow = (text: unknown): string => toCodePage(String(text), codePage);
  const isLink = kept === object;
  const texts = Array.isArray(value) ? (value as readonly string[]) : [value as string];
  if (asked === kept || asked === unspecified) return isLink ? null : value;
  if (kept === unicode && asked === string8) return narrow(value);
  if ((kept === mvUnicode || isLink) && asked === mvString8) return texts.map(narrow);
  if (!isLink) return undefined;
  if (asked === mvUnicode) return texts;
  if (asked === unicode) return texts[0];
  return asked === string8 ? narrow(texts[0]) : undefined;
}

const missing = (tag: number): NspiPropertyValue => ({
  tag: propertyTag(propertyId(tag), error),
  value: nspiResult.notFound,
});

function computed(book: AddressBook, target: AddressBookObject, id: number, options: RowOptions) {
  if (id === entryIdProperty) return { type: binary, value: entryIdOf(book, target, options.ephemeralIds) };
  if (id === containerIdProperty) return { type: i32, value: options.containerId | 0 };
  return propertyOf(target, id, book);
}

function columnOf(book: AddressBook, target: AddressBookObject, tag: number, options: RowOptions): NspiPropertyValue {
  const kept = computed(book, target, propertyId(tag), options);
  if (kept === undefined) return missing(tag);
  const asked = typeOfTag(tag);
  const value = convert(kept.value, kept.type, asked, options.codePage);
  if (value === undefined) return missing(tag);
  return { tag: asked === unspecified ? propertyTag(propertyId(tag), kept.type) : tag, value };
}

/**
 * The row of an object with the columns asked for, in their order and as often as asked; what it does not have, or an
 * object that is not there, shows as error NotFound. [MS-OXNSPI] 3.1.4.1.7, constraints 10 to 12
 */
export function rowOf(
  book: AddressBook,
  target: AddressBookObject | undefined,
  tags: readonly number[],
  options: RowOptions,
): NspiRow {
  return nspiRow(tags.map((tag) => (target === undefined ? missing(tag) : columnOf(book, target, tag, options))));
}

/** Whether some column of the row is missing: the call then says ErrorsReturned. */
export const hasErrors = ({ values }: NspiRow): boolean => values.some(({ tag }) => typeOfTag(tag) === error);

/** How the caller of `tagsOf` wants its list. */
export interface TagOptions {
  readonly skipObjects: boolean;
  /** Types of strings: Unicode, or 8-bit. */
  readonly unicode: boolean;
}

function shownType(kept: number, wide: boolean): number {
  if (wide) return kept;
  if (kept === unicode) return string8;
  return kept === mvUnicode ? mvString8 : kept;
}

function listTags(properties: readonly { id: number; type: number }[], options: TagOptions): number[] {
  return properties
    .filter(({ type }) => !(options.skipObjects && type === object))
    .map(({ id, type }) => propertyTag(id, shownType(type, options.unicode)));
}

/** Tags of every property that the directory knows. [MS-OXNSPI] 3.1.4.1.5 */
export const knownTags = (options: TagOptions): number[] => listTags(knownProperties, options);

/** Tags of the properties that the object has. [MS-OXNSPI] 3.1.4.1.6 */
export function tagsOf(book: AddressBook, target: AddressBookObject, options: TagOptions): number[] {
  const present = knownProperties.filter(
    ({ id }) => id === entryIdProperty || propertyOf(target, id, book) !== undefined,
  );
  return listTags(present, options);
}
