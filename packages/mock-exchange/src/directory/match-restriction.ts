import { fuzzyLevel, type NspiValue, relationalOperator, type Restriction, restrictionType } from '@cutover/wire/nspi';
import { propertyId, propertyType, typeOfTag } from '@cutover/wire/properties';
import type { AddressBook, AddressBookObject } from './address-book.ts';
import { compareNames, foldName, sameName } from './compare-names.ts';
import { fromCodePage } from '../code-page.ts';
import { propertyOf } from './object-properties.ts';
import { matchesName } from './resolve-name.ts';

/** What a restriction is held against. */
export interface MatchContext {
  readonly book: AddressBook;
  /** Of the 8-bit strings in the restriction. */
  readonly codePage: number;
}

type Single = string | number | bigint | boolean | Uint8Array | null;
type Arm<T extends Restriction['tag']> = Extract<Restriction, { tag: T }>['value'];

/** PidTagAnr: not a property of objects, but a question to name resolution. [MS-OXPROPS] 2.520 */
const anrProperty = 0x360c;

/** How many conditions a restriction has; undefined for one that cannot be decided, or that lacks a part. */
export function countConditions(restriction: Restriction | null): number | undefined {
  if (restriction === null || restriction.tag === restrictionType.subObject) return undefined;
  const { tag, value } = restriction;
  if (tag === restrictionType.not) return countConditions(value);
  if (tag !== restrictionType.and && tag !== restrictionType.or) return 1;
  let count = 1;
  for (const part of value) {
    const inner = countConditions(part);
    if (inner === undefined) return undefined;
    count += inner;
  }
  return count;
}

const valuesOf = (context: MatchContext, object: AddressBookObject, tag: number): readonly Single[] => {
  const value = propertyOf(object, propertyId(tag), context.book)?.value;
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly Single[]) : [value as Single];
};

/** The value that stands in the restriction, 8-bit text as text. */
function wantedOf(context: MatchContext, value: { tag: number; value: NspiValue } | null): Single {
  if (value === null || Array.isArray(value.value)) return null;
  const wanted = value.value as Single;
  const isNarrow = typeOfTag(value.tag) === propertyType.string8;
  return isNarrow && typeof wanted === 'string' ? fromCodePage(wanted, context.codePage) : wanted;
}

/** Negative, zero or positive; undefined when the two cannot be compared. */
function compare(left: Single, right: Single): number | undefined {
  if (typeof left === 'string' && typeof right === 'string')
    return sameName(left, right) ? 0 : compareNames(left, right);
  if (left instanceof Uint8Array && right instanceof Uint8Array) return Buffer.compare(left, right);
  if (left === null || right === null || typeof left !== typeof right) return undefined;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

const relations: Readonly<Record<number, (order: number) => boolean>> = {
  [relationalOperator.lessThan]: (order) => order < 0,
  [relationalOperator.lessThanOrEqual]: (order) => order <= 0,
  [relationalOperator.greaterThan]: (order) => order > 0,
  [relationalOperator.greaterThanOrEqual]: (order) => order >= 0,
  [relationalOperator.equal]: (order) => order === 0,
  [relationalOperator.notEqual]: (order) => order !== 0,
};

function holds(relation: number, left: Single, right: Single): boolean {
  const order = compare(left, right);
  return order !== undefined && (relations[relation]?.(order) ?? false);
}

function matchesProperty(context: MatchContext, object: AddressBookObject, arm: Arm<4>): boolean {
  const wanted = wantedOf(context, arm.value);
  if (propertyId(arm.tag) === anrProperty) return typeof wanted === 'string' && matchesName(object.recipient, wanted);
  return valuesOf(context, object, arm.tag).some((value) => holds(arm.relation, value, wanted));
}

function matchesText(text: string, wanted: string, level: number): boolean {
  const isLoose = (level & 0xffff0000) !== 0;
  const [left, right] = isLoose ? [foldName(text), foldName(wanted)] : [text, wanted];
  switch (level & 0xffff) {
    case fuzzyLevel.prefix:
      return left.startsWith(right);
    case fuzzyLevel.subString:
      return left.includes(right);
    default:
      return left === right;
  }
}

function matchesContent(context: MatchContext, object: AddressBookObject, arm: Arm<3>): boolean {
  const wanted = wantedOf(context, arm.value);
  if (typeof wanted !== 'string') return false;
  return valuesOf(context, object, arm.tag).some(
    (value) => typeof value === 'string' && matchesText(value, wanted, arm.fuzzyLevel),
  );
}

const sizeOf = (value: Single): number => {
  if (typeof value === 'string') return (value.length + 1) * 2;
  if (value instanceof Uint8Array) return value.length;
  return typeof value === 'bigint' ? 8 : 4;
};

/** Whether the object passes the restriction. [MS-OXNSPI] 2.2.7 */
export function matches(context: MatchContext, object: AddressBookObject, restriction: Restriction | null): boolean {
  if (restriction === null) return false;
  switch (restriction.tag) {
    case restrictionType.and:
      return restriction.value.every((part) => matches(context, object, part));
    case restrictionType.or:
      return restriction.value.some((part) => matches(context, object, part));
    case restrictionType.not:
      return !matches(context, object, restriction.value);
    case restrictionType.content:
      return matchesContent(context, object, restriction.value);
    case restrictionType.property:
      return matchesProperty(context, object, restriction.value);
    case restrictionType.compareProperties: {
      const { relation, tag1, tag2 } = restriction.value;
      const [right] = valuesOf(context, object, tag2);
      return right !== undefined && valuesOf(context, object, tag1).some((left) => holds(relation, left, right));
    }
    case restrictionType.bitMask: {
      const { relation, tag, mask } = restriction.value;
      const [value] = valuesOf(context, object, tag);
      return typeof value === 'number' && ((value & mask) !== 0) === (relation === 1);
    }
    case restrictionType.size: {
      const { relation, tag, size } = restriction.value;
      return valuesOf(context, object, tag).some((value) => holds(relation, sizeOf(value), size));
    }
    case restrictionType.exist:
      return valuesOf(context, object, restriction.value.tag).length > 0;
    case restrictionType.subObject:
      return false;
  }
}
