import { isStreamed, type StoredProperty } from '@cutover/content';
import { pidTag, propertyType as t, type PropertyTag, type PropertyValue, typeOfTag } from '@cutover/wire/properties';
import { errorCode, type PropertyCell } from '@cutover/wire/rop';
import { fromCodePage, toCodePage } from '../../../code-page.ts';
import type { NamedProperties } from '../named-properties.ts';
import type { PropertyBag } from './property-bag.ts';

/** How values are told to the client. */
export interface CellOptions {
  readonly names: NamedProperties;
  readonly codePage: number;
  /** Whether a text whose type is not said is told in the code page instead of Unicode. */
  readonly eightBitTexts?: boolean;
  /** Bytes above which a text or binary is not told but must be streamed; 0 for no bound. */
  readonly sizeLimit?: number;
  /** Bytes after which a text or binary is cut. */
  readonly cutAt?: number;
}

/** The property that a tag asks for, by the session's meaning of its id. */
export function findProperty(bag: PropertyBag, tag: PropertyTag, names: NamedProperties): StoredProperty | undefined {
  const id = tag >>> 16;
  const name = names.nameOf(id);
  return name === undefined ? bag.byId(id) : bag.byName(name);
}

/** The property's value as a tag asks for it, why there is none, or undefined if the object lacks it. */
export function cellOf(bag: PropertyBag, tag: PropertyTag, options: CellOptions): PropertyCell {
  const property = findProperty(bag, tag, options.names);
  if (property === undefined) return undefined;
  const asked = typeOfTag(tag);
  const stored = typeOfTag(property.tag);
  const type = asked === t.unspecified ? toldType(stored, options) : asked;
  if (isStreamed(property)) return isConvertible(stored, type) ? { error: errorCode.outOfMemory } : undefined;
  const value =
    convert(property.value, { from: stored, to: type, codePage: options.codePage }) ??
    sizeAs(type, tag, property.value);
  if (value === undefined) return undefined;
  const told = bounded(value, type, options);
  if (told === undefined) return { error: errorCode.outOfMemory };
  return asked === t.unspecified ? { type, value: told } : told;
}

const eightBitTypes: Readonly<Record<number, number>> = { [t.unicode]: t.string8, [t.mvUnicode]: t.mvString8 };

/** The type in which a value is told to whom none was said by. */
export const toldType = (stored: number, { eightBitTexts = false }: Pick<CellOptions, 'eightBitTexts'>): number =>
  eightBitTexts ? (eightBitTypes[stored] ?? stored) : stored;

/** Sizes, which have a tag in each width under the one id. */
const sizes: ReadonlySet<number> = new Set(
  [pidTag.messageSize, pidTag.normalMessageSize, pidTag.assocMessageSize].map((tag) => tag >>> 16),
);
const mostOfI32 = 0x7fffffff;

/** A size in the width that is asked for; undefined for what is none. */
function sizeAs(type: number, tag: PropertyTag, value: PropertyValue): PropertyValue | undefined {
  if (!sizes.has(tag >>> 16)) return undefined;
  if (type === t.i64) return BigInt(value as number | bigint);
  return type === t.i32 ? Math.min(Number(value), mostOfI32) : undefined;
}

interface Conversion {
  readonly from: number;
  readonly to: number;
  readonly codePage: number;
}

const isText = (type: number): boolean => type === t.unicode || type === t.string8;
const isTextList = (type: number): boolean => type === t.mvUnicode || type === t.mvString8;
const isConvertible = (from: number, to: number): boolean =>
  from === to || (isText(from) && isText(to)) || (isTextList(from) && isTextList(to));

function convertText(text: string, { from, to, codePage }: Conversion): string {
  if (from === to) return text;
  return isEightBit(to) ? toCodePage(text, codePage) : fromCodePage(text, codePage);
}

const isEightBit = (type: number): boolean => type === t.string8 || type === t.mvString8;

/** The value in another type; undefined if it has none. Texts go between Unicode and the session's code page. */
export function convert(value: PropertyValue, conversion: Conversion): PropertyValue | undefined {
  const { from, to } = conversion;
  if (from === to) return value;
  if (!isConvertible(from, to)) return undefined;
  if (typeof value === 'string') return convertText(value, conversion);
  return Array.isArray(value) ? value.map((one) => convertText(String(one), conversion)) : undefined;
}

/**
 * A cell as a row tells it: what the object lacks is an error in its place. The format has a flag for it, but Exchange does
 * not use it, and there are clients that do not know it.
 */
export const told = (cell: PropertyCell): PropertyCell => cell ?? { error: errorCode.notFound };

/**
 * Cells that must share the room of one answer: a text or binary that has no room left is told by an error, to be streamed.
 * [MS-OXCPRPT] appendix A
 */
export class CellBudget {
  readonly #options: CellOptions;
  #left: number;

  constructor(options: CellOptions, room: number) {
    this.#options = options;
    this.#left = room;
  }

  cellOf(bag: PropertyBag, tag: PropertyTag): PropertyCell {
    const { sizeLimit = 0 } = this.#options;
    const limit = Math.max(1, sizeLimit === 0 ? this.#left : Math.min(sizeLimit, this.#left));
    const cell = cellOf(bag, tag, { ...this.#options, sizeLimit: limit });
    this.#left -= sizeOfCell(cell);
    return cell;
  }
}

/** The longest value of fixed size, with tag and flag. */
const fixedCell = 24;

function sizeOfCell(cell: PropertyCell): number {
  if (typeof cell === 'string') return fixedCell + cell.length * 2;
  if (cell instanceof Uint8Array) return fixedCell + cell.length;
  if (!Array.isArray(cell)) return typeof cell === 'object' && 'value' in cell ? sizeOfCell(cell.value) : fixedCell;
  return cell.reduce((sum: number, one: PropertyCell) => sum + sizeOfCell(one), fixedCell);
}

function sizeOf(value: PropertyValue, type: number): number {
  if (typeof value === 'string') return value.length * (isEightBit(type) ? 1 : 2);
  return value instanceof Uint8Array ? value.length : 0;
}

/** The longest text or binary that a ROP can hold. */
const longest = 0xffff;

function bounded(value: PropertyValue, type: number, { sizeLimit = 0, cutAt }: CellOptions): PropertyValue | undefined {
  const size = sizeOf(value, type);
  if (cutAt !== undefined && size > cutAt) return cut(value, type, cutAt);
  if (sizeLimit > 0 && size > sizeLimit) return undefined;
  return value instanceof Uint8Array && size > longest ? undefined : value;
}

function cut(value: PropertyValue, type: number, bytes: number): PropertyValue {
  if (typeof value === 'string') return value.slice(0, isEightBit(type) ? bytes : bytes / 2);
  return value instanceof Uint8Array ? value.subarray(0, bytes) : value;
}
