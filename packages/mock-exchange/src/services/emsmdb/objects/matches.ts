import { type PropertyCell, relation, type Restriction, isPropertyError, type TaggedValue } from '@cutover/wire/rop';
import { pidTag, type PropertyTag, type PropertyValue } from '@cutover/wire/properties';

/** What restrictions look at. */
export interface RestrictedRow {
  /** The value of a property, as `cellOf` tells it. */
  readonly cell: (tag: PropertyTag) => PropertyCell;
  /** The objects within it that a tag stands for. */
  readonly parts: (tag: PropertyTag) => readonly RestrictedRow[];
}

const isValue = (cell: PropertyCell): cell is PropertyValue =>
  cell !== undefined && !isPropertyError(cell) && !(typeof cell === 'object' && 'type' in cell);

/** Texts are compared without case, as Exchange compares them. */
const comparable = (value: PropertyValue): PropertyValue => (typeof value === 'string' ? value.toLowerCase() : value);

/** Less than 0, 0 or more: the order of two values of one type; undefined if one has none, or there is no order. */
export function compareCells(one: PropertyCell, other: PropertyCell): number | undefined {
  if (!isValue(one) || !isValue(other)) return undefined;
  const [left, right] = [comparable(one), comparable(other)];
  if (left instanceof Uint8Array && right instanceof Uint8Array) return Buffer.compare(left, right);
  if (typeof left === 'object' || typeof right === 'object') return undefined;
  if (typeof left === 'boolean' || typeof right === 'boolean') return Number(left) - Number(right);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

const relations: Readonly<Record<number, (order: number) => boolean>> = {
  [relation.less]: (order) => order < 0,
  [relation.lessOrEqual]: (order) => order <= 0,
  [relation.greater]: (order) => order > 0,
  [relation.greaterOrEqual]: (order) => order >= 0,
  [relation.equal]: (order) => order === 0,
  [relation.notEqual]: (order) => order !== 0,
};

function holds(kind: number, left: PropertyCell, right: PropertyCell): boolean {
  const order = compareCells(left, right);
  return order !== undefined && (relations[kind]?.(order) ?? false);
}

const fuzzy = { fullString: 0, substring: 1, prefix: 2 } as const;
const ignoreCase = 0x0001;

interface Part {
  readonly text: string;
  readonly part: string;
}

/** Both as texts to search in, bytes as one letter each; undefined where there is nothing to search. */
function searched(cell: PropertyCell, wanted: PropertyValue, high: number): Part | undefined {
  if (cell instanceof Uint8Array && wanted instanceof Uint8Array) {
    return { text: Buffer.from(cell).toString('latin1'), part: Buffer.from(wanted).toString('latin1') };
  }
  if (typeof wanted !== 'string' || typeof cell !== 'string') return undefined;
  const fold = (text: string): string => ((high & ignoreCase) === 0 ? text : text.toLowerCase());
  return { text: fold(cell), part: fold(wanted) };
}

function contains({ value: wanted }: TaggedValue, cell: PropertyCell, how: { low: number; high: number }): boolean {
  const both = searched(cell, wanted, how.high);
  if (both === undefined) return false;
  if (how.low === fuzzy.fullString) return both.text === both.part;
  return how.low === fuzzy.prefix ? both.text.startsWith(both.part) : both.text.includes(both.part);
}

/** Of a list one value is enough, where a single one is asked for. */
const anyOf = (cell: PropertyCell, holdsFor: (one: PropertyCell) => boolean): boolean =>
  Array.isArray(cell) ? cell.some((one: PropertyValue) => holdsFor(one)) : holdsFor(cell);

function sizeOf(cell: PropertyCell): number {
  if (typeof cell === 'string') return cell.length * 2;
  return cell instanceof Uint8Array ? cell.length : 0;
}

/** Whether a row fulfils a restriction; one on a count is fulfilled by none. [MS-OXCDATA] 2.12 */
export function matches(restriction: Restriction, row: RestrictedRow): boolean {
  const r = restriction;
  const { cell: lookup } = row;
  switch (r.kind) {
    case 'and':
      return r.restrictions.every((one) => matches(one, row));
    case 'or':
      return r.restrictions.some((one) => matches(one, row));
    case 'not':
      return !matches(r.restriction, row);
    case 'content':
      return anyOf(lookup(r.tag), (one) => contains(r.value, one, { low: r.fuzzyLow, high: r.fuzzyHigh }));
    case 'property':
      return anyOf(lookup(r.tag), (one) => holds(r.relation, one, r.value.value));
    case 'compare':
      return holds(r.relation, lookup(r.left), lookup(r.right));
    case 'bitmask':
      return ((Number(lookup(r.tag) ?? 0) & r.mask) !== 0) === (r.nonZero !== 0);
    case 'size':
      return lookup(r.tag) !== undefined && holds(r.relation, sizeOf(lookup(r.tag)), r.size);
    case 'exist':
      return lookup(r.tag) !== undefined;
    case 'comment':
      return r.restriction === undefined || matches(r.restriction, row);
    case 'subobject':
      return row.parts(r.tag).some((part) => matches(r.restriction, part));
    case 'count':
      return false;
  }
}

/** What a restriction on subobjects may be about. [MS-OXCDATA] 2.12.10 */
const hasParts: ReadonlySet<PropertyTag> = new Set<PropertyTag>([pidTag.messageRecipients, pidTag.messageAttachments]);

/** True if the restriction has a part that this server cannot evaluate. */
export function isTooComplex(restriction: Restriction): boolean {
  const r = restriction;
  if (r.kind === 'count' || (r.kind === 'subobject' && !hasParts.has(r.tag))) return true;
  if (r.kind === 'and' || r.kind === 'or') return r.restrictions.some(isTooComplex);
  if (r.kind === 'not' || r.kind === 'subobject') return isTooComplex(r.restriction);
  return r.kind === 'comment' && r.restriction !== undefined && isTooComplex(r.restriction);
}
