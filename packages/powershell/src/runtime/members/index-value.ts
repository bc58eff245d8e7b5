import { knownTypes } from '../values/running-session.ts';
import { toNumeric } from '../conversions/to-number.ts';
import { convertTo } from '../conversions/convert.ts';
import { cannotConvert } from '../conversions/convert-error.ts';
import { isScriptError } from '../errors/is-script-error.ts';
import { netError, scriptError } from '../errors/script-error.ts';
import { displayTypeName } from '../types/display-type-name.ts';
import type { DotNetType, Indexer } from '../types/define-type.ts';
import { membersOfType } from './find-member.ts';
import { typeNameOf, typeOf } from '../types/type-of.ts';
import { Dictionary, DictionaryView, GenericDictionary, OrderedDictionary } from '../values/dictionary.ts';
import { HashSet } from '../values/hash-set.ts';
import { listOf } from '../values/enumerate.ts';
import { List } from '../values/list.ts';
import { operand } from '../values/boxed.ts';
import { nothing } from '../values/nothing.ts';
import { Char, isNumeric, toNumber } from '../values/number-types.ts';
import { elementTypeOf } from '../values/typed-array.ts';

/** `target[index]`; a list of indexes gives a list of elements. */
export function indexValue(givenTarget: unknown, givenIndex: unknown): unknown {
  if (Array.isArray(givenTarget) && typeof givenIndex === 'number' && givenIndex >= 0) {
    const found: unknown = givenTarget[givenIndex];
    if (found !== undefined) return found;
  }
  const target = operand(givenTarget);
  if (target === null) throw scriptError('NullArray');
  const index = operand(givenIndex);
  if (target instanceof Dictionary) return indexMap(target, index);
  if (index === null) throw scriptError('NullArrayIndex');
  const indexer = indexerOf(target);
  if (indexer) return indexer.get(target, index) ?? null;
  if (isUnordered(target)) throw cannotIndex(target);
  const indexes = listOf(index);
  if (!indexes) return elementAt(target, index);
  return typeof target === 'string' || listOf(target) ? elementsAt(target, indexes) : null;
}

/** The indexer of a value's own type; lists and texts have theirs in the language. */
const indexerOf = (target: unknown): Indexer | undefined =>
  typeof target === 'object' && !Array.isArray(target) ? membersOfType(typeOf(target)).indexer : undefined;

/** The views of a map have no places, but for those of an ordered one. */
const isUnordered = (target: unknown): boolean =>
  target instanceof HashSet || (target instanceof DictionaryView && !target.isOrdered);

const cannotIndex = (target: unknown): Error =>
  scriptError('CannotIndex', [displayTypeName(typeNameOf(target))], { target });

function indexMap(map: Dictionary, index: unknown): unknown {
  if (index === null) throw scriptError('NullArrayIndex');
  const keys = listOf(index);
  if (keys) return keys.map((key) => indexMap(map, operand(key)));
  if (map instanceof OrderedDictionary && typeof index === 'number')
    return map.at(index < 0 ? index + map.size : index)?.[1] ?? null;
  return map.get(index) ?? null;
}

function elementsAt(target: unknown, indexes: readonly unknown[]): unknown[] {
  return indexes.map((index) => elementAt(target, operand(index))).filter((element) => element !== nothing);
}

/** One element; nothing outside of the bounds. A single value has itself at 0. */
function elementAt(target: unknown, index: unknown): unknown {
  const position = tryPosition(index);
  if (position === undefined) return null;
  if (typeof target === 'string') {
    const at = position < 0 ? position + target.length : position;
    return at >= 0 && at < target.length ? new Char(target.charAt(at)) : nothing;
  }
  const items = listOf(target);
  if (items) return items[position < 0 ? position + items.length : position] ?? absent(items, position);
  if (position === 0 || position === -1) return target;
  return nothing;
}

const absent = (items: readonly unknown[], position: number): unknown =>
  position < items.length && position >= -items.length ? null : nothing;

/** What is no number finds nothing. */
function tryPosition(index: unknown): number | undefined {
  try {
    return positionOf(index);
  } catch (error) {
    if (isScriptError(error)) return undefined;
    throw error;
  }
}

const positionOf = (index: unknown): number =>
  typeof index === 'number'
    ? roundIndex(index)
    : isNumeric(index)
      ? toNumber(index)
      : toNumber(toNumeric(index, 'Int32'));

const roundIndex = (index: number): number => (Number.isInteger(index) ? index : toNumber(toNumeric(index, 'Int32')));

/** `target[index] = value`. */
export function assignIndex(givenTarget: unknown, givenIndex: unknown, value: unknown): void {
  const target = operand(givenTarget);
  const index = operand(givenIndex);
  const stored = value === nothing ? null : value;
  if (target === null) throw scriptError('NullArray');
  if (target instanceof Dictionary) return assignKey(target, index, stored);
  if (index === null) throw scriptError('NullArrayIndex');
  if (Array.isArray(target)) return assignElement(target, { items: target, index, value: stored });
  if (target instanceof List) return assignElement(target, { items: target.items, index, value: stored });
  const indexer = indexerOf(target);
  if (indexer?.set) return indexer.set(target, index, stored);
  throw cannotIndex(target);
}

function assignKey(map: Dictionary, index: unknown, value: unknown): void {
  if (index === null) throw scriptError('NullArrayIndex');
  if (map instanceof OrderedDictionary && typeof index === 'number') {
    const entry = map.at(index);
    if (!entry)
      throw netError(
        'System.ArgumentOutOfRangeException',
        "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')",
      );
    map.set(entry[0], value);
    return;
  }
  if (map instanceof GenericDictionary) setTyped(map, index, value);
  else map.set(index, value);
}

/** A generic map takes keys and values of its own types. */
function setTyped(map: GenericDictionary, key: unknown, value: unknown): void {
  const [keyType, valueType] = knownTypes().find(map.typeName)?.typeArguments ?? [];
  map.set(keyType ? convertTo(key, keyType) : key, valueType ? convertTo(value, valueType) : value);
}

interface ElementAssignment {
  readonly items: unknown[];
  readonly index: unknown;
  readonly value: unknown;
}

/** What the elements of a typed array or list have to be. */
function elementTypeIn(owner: unknown): DotNetType | undefined {
  if (Array.isArray(owner)) return knownTypes().find(elementTypeOf(owner));
  return owner instanceof List ? knownTypes().find(owner.typeName)?.typeArguments?.[0] : undefined;
}

function assignElement(owner: unknown, { items, index, value }: ElementAssignment): void {
  if (listOf(index)) throw cannotConvert(index, 'System.Int32');
  const position = positionOf(index);
  const at = position < 0 ? position + items.length : position;
  if (at < 0 || at >= items.length) throw scriptError('IndexOutOfRange');
  const type = elementTypeIn(owner);
  items[at] = type ? convertTo(value, type) : value;
}
