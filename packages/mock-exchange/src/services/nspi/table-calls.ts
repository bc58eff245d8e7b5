import { nspiResult, type NspiRow, position, resolution, retrieveFlag, sortType, type Stat } from '@cutover/wire/nspi';
import { propertyId, propertyTag, propertyType, typeOfTag } from '@cutover/wire/properties';
import type { AddressBook, AddressBookObject } from '../../directory/address-book.ts';
import { fromCodePage } from '../../code-page.ts';
import { compareNames } from '../../directory/compare-names.ts';
import { countConditions, matches } from '../../directory/match-restriction.ts';
import type { Container } from '../../directory/container.ts';
import { propertyOf } from '../../directory/object-properties.ts';
import { locate, type Place, statAt } from '../../directory/position.ts';
import { resolveName } from '../../directory/resolve-name.ts';
import { rowOf } from '../../directory/row.ts';
import { limits } from '../../limits.ts';
import { demand, demandCodePage, required } from './nspi-error.ts';

const { i32, string8, unicode, object } = propertyType;
const displayName = 0x3001;

/** The columns of a call that names none. [MS-OXNSPI] 3.1.4.1.8, constraint 6 */
const defaultTags: readonly number[] = [
  propertyTag(0xfffd, i32),
  propertyTag(0x0ffe, i32),
  propertyTag(0x3900, i32),
  propertyTag(displayName, string8),
  propertyTag(0x3a1a, string8),
  propertyTag(0x3a18, string8),
  propertyTag(0x3a19, string8),
];

/** What a call's rows look like. */
interface RowRequest {
  readonly flags: number;
  readonly stat: Stat;
  readonly tags: readonly number[] | null;
}

const containerOf = (book: AddressBook, stat: Stat): Container =>
  required(book.container(stat.containerId), nspiResult.invalidBookmark);

const placeOf = (container: Container, stat: Stat): Place =>
  required(locate(container.rows, stat), nspiResult.notFound);

/** The most rows that an answer with these columns holds. */
function mostRows(tags: readonly number[] | null): number {
  const most = Math.floor(limits.nspiCells / Math.max(1, tags?.length ?? defaultTags.length));
  demand(most > 0, nspiResult.outOfResources);
  return Math.min(most, limits.nspiRows);
}

/** The rows of the objects under these MIds, empty ones for MIds of nothing. */
function rowsOf(book: AddressBook, ids: readonly number[], { flags, stat, tags }: RowRequest): NspiRow[] {
  demand(ids.length <= mostRows(tags), nspiResult.outOfResources);
  const { codePage, containerId } = stat;
  const options = { codePage, containerId, ephemeralIds: (flags & retrieveFlag.ephemeralId) !== 0 };
  return ids.map((id) => rowOf(book, book.object(id), tags ?? defaultTags, options));
}

/** Moves the cursor. [MS-OXNSPI] 3.1.4.1.4 */
export function updateStat(book: AddressBook, request: { reserved: number; stat: Stat; delta: number | null }) {
  const { stat } = request;
  demandCodePage(stat);
  demand(request.reserved === 0, nspiResult.invalidParameter);
  const container = containerOf(book, stat);
  const { row, moved } = placeOf(container, stat);
  return {
    stat: statAt(stat, container.rows, row),
    delta: request.delta === null ? null : moved,
    result: nspiResult.success,
  };
}

interface QueryRows extends RowRequest {
  readonly explicitCount: number;
  readonly explicitIds: readonly number[] | null;
  readonly count: number;
}

/** Reads rows. [MS-OXNSPI] 3.1.4.1.8 */
export function queryRows(book: AddressBook, request: QueryRows) {
  const { stat, explicitIds, count } = request;
  demandCodePage(stat);
  if (explicitIds !== null) {
    return { stat, rows: rowsOf(book, explicitIds, request), result: nspiResult.success };
  }
  demand(count > 0, nspiResult.invalidParameter);
  const container = containerOf(book, stat);
  const { row } = placeOf(container, stat);
  const ids = container.rows.slice(row, row + Math.min(count, mostRows(request.tags)));
  return {
    stat: statAt(stat, container.rows, row + ids.length),
    rows: rowsOf(book, ids, request),
    result: nspiResult.success,
  };
}

interface SeekEntries {
  readonly reserved: number;
  readonly stat: Stat;
  readonly target: { readonly tag: number; readonly value: unknown };
  readonly explicitIds: readonly number[] | null;
  readonly tags: readonly number[] | null;
}

function soughtName({ target, stat }: SeekEntries): string {
  demand(stat.sortType === sortType.displayName, nspiResult.generalFailure);
  const type = typeOfTag(target.tag);
  const isName = propertyId(target.tag) === displayName && (type === unicode || type === string8);
  demand(isName && typeof target.value === 'string', nspiResult.generalFailure);
  return type === string8 ? fromCodePage(target.value, stat.codePage) : target.value;
}

/** Finds the first row at or behind a name. [MS-OXNSPI] 3.1.4.1.9 */
export function seekEntries(book: AddressBook, request: SeekEntries) {
  const { stat, explicitIds, tags } = request;
  demandCodePage(stat);
  demand(request.reserved === 0, nspiResult.invalidParameter);
  const name = soughtName(request);
  const ids = explicitIds ?? containerOf(book, stat).rows;
  demand(ids.length <= limits.nspiRows, nspiResult.outOfResources);
  demand(
    ids.every((id) => book.object(id) !== undefined),
    nspiResult.invalidParameter,
  );
  const row = ids.findIndex((id) => compareNames(book.object(id)!.recipient.displayName, name) >= 0);
  demand(row >= 0, nspiResult.notFound);
  const rows =
    tags === null ? null : rowsOf(book, explicitIds === null ? [ids[row]!] : ids.slice(row), { flags: 0, stat, tags });
  const found = { ...stat, currentRec: ids[row]!, numPos: row, totalRecs: ids.length };
  return { stat: found, rows, result: nspiResult.success };
}

interface GetMatches {
  readonly reserved1: number;
  readonly reserved: readonly number[] | null;
  readonly reserved2: number;
  readonly stat: Stat;
  readonly filter: Parameters<typeof matches>[2];
  readonly propertyName: unknown;
  readonly requested: number;
  readonly tags: readonly number[] | null;
}

/** The objects that a property of the object under the cursor names: members of a group, for instance. */
function linkedIds(book: AddressBook, { stat }: GetMatches): number[] {
  const source = required(book.object(stat.currentRec), nspiResult.generalFailure);
  // Only here ContainerID is a property's tag. [MS-OXNSPI] 3.1.4.1.10, constraint 9
  demand(typeOfTag(stat.containerId) === object, nspiResult.notSupported);
  const dns = propertyOf(source, propertyId(stat.containerId), book)?.value;
  return book.idsOf(Array.isArray(dns) ? (dns as readonly string[]) : []);
}

function filteredIds(book: AddressBook, { stat, filter }: GetMatches): number[] {
  const container = containerOf(book, stat);
  demand((countConditions(filter) ?? Infinity) <= limits.nspiConditions, nspiResult.tooComplex);
  const context = { book, codePage: stat.codePage };
  return container.rows.filter((id) => matches(context, book.object(id)!, filter));
}

function matchingIds(book: AddressBook, request: GetMatches): number[] {
  const { stat, filter } = request;
  if (stat.sortType === sortType.displayName) return filteredIds(book, request);
  const isLink = stat.sortType === sortType.displayNameReadOnly || stat.sortType === sortType.displayNameWritable;
  demand(isLink && filter === null, nspiResult.generalFailure);
  return linkedIds(book, request);
}

/** Finds what a restriction lets through, or what a property names. [MS-OXNSPI] 3.1.4.1.10 */
export function getMatches(book: AddressBook, request: GetMatches) {
  const { stat, tags } = request;
  demandCodePage(stat);
  demand(request.reserved1 === 0 && request.reserved2 === 0, nspiResult.invalidParameter);
  demand(request.reserved === null, nspiResult.tooComplex);
  demand(request.propertyName === null, nspiResult.notSupported);
  const ids = matchingIds(book, request);
  demand(ids.length <= Math.min(request.requested, limits.nspiRows), nspiResult.tableTooBig);
  return {
    stat: { ...stat, containerId: stat.currentRec },
    ids,
    rows: tags === null ? null : rowsOf(book, ids, { flags: 0, stat, tags }),
    result: nspiResult.success,
  };
}

/** Sorts an explicit table, dropping what is no object. [MS-OXNSPI] 3.1.4.1.11 */
export function resortRestriction(book: AddressBook, { stat, ids }: { stat: Stat; ids: readonly number[] }) {
  demandCodePage(stat);
  demand(stat.sortType === sortType.displayName, nspiResult.generalFailure);
  demand(ids.length <= limits.nspiRows, nspiResult.outOfResources);
  const sortedIds = book.sorted(ids).map(({ id }) => id);
  const row = sortedIds.indexOf(stat.currentRec);
  const current =
    row < 0 ? { currentRec: position.beginning, numPos: 0 } : { currentRec: stat.currentRec, numPos: row };
  const sorted = { ...stat, ...current, totalRecs: sortedIds.length };
  return { stat: sorted, sortedIds, result: nspiResult.success };
}

/** Which of two rows comes first. [MS-OXNSPI] 3.1.4.1.12 */
export function compareMinimalIds(book: AddressBook, request: { stat: Stat; id1: number; id2: number }) {
  demandCodePage(request.stat);
  const { rows } = containerOf(book, request.stat);
  const [left, right] = [rows.indexOf(request.id1), rows.indexOf(request.id2)];
  demand(left >= 0 && right >= 0, nspiResult.generalFailure);
  return { order: left - right, result: nspiResult.success };
}

/** Resolves typed names in a container. [MS-OXNSPI] 3.1.4.1.17 */
export function resolveNames(
  book: AddressBook,
  request: { reserved: number; stat: Stat; tags: readonly number[] | null; names: readonly (string | null)[] },
) {
  const { stat, tags, names } = request;
  demandCodePage(stat);
  demand(request.reserved === 0, nspiResult.invalidParameter);
  demand(names.length <= limits.nspiNames, nspiResult.outOfResources);
  const container = containerOf(book, stat);
  const resolutions = names.map((name) => resolveName(book, container, name));
  const resolved = resolutions.flatMap((found): AddressBookObject[] =>
    found.outcome === resolution.resolved ? [found.object] : [],
  );
  return {
    ids: resolutions.map(({ outcome }): number => outcome),
    rows: rowsOf(
      book,
      resolved.map(({ id }) => id),
      { flags: 0, stat, tags },
    ),
    result: nspiResult.success,
  };
}
