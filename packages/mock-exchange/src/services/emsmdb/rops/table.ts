import {
  bookmark,
  customBookmark,
  errorCode,
  findRowFlag,
  rops,
  sortDirection,
  type SortOrders,
} from '@cutover/wire/rop';
import { isKnownType, type PropertyTag, typeOfTag } from '@cutover/wire/properties';
import { isTooComplex } from '../objects/matches.ts';
import { tagIn } from '../objects/tag-in.ts';
import type { TableKind } from '../objects/table.ts';
import type { TableObject } from '../objects/server-object.ts';
import { invalidParameter, notSupported, RopFailure } from '../rop-failure.ts';
import { defineHandler, objectOf, type RopCall } from '../rop-handler.ts';

/** The table of the call, as the mailbox is now; it must be of one of these kinds, if any are named. */
export function tableOf(call: RopCall, ...kinds: TableKind[]): TableObject {
  const object = objectOf(call, 'table');
  if (kinds.length > 0 && !kinds.includes(object.table.kind)) throw notSupported();
  object.table.refresh();
  return object;
}

/** Which tables take bookmarks, and which are restricted and searched. [MS-OXCTABL] 3.2.5.4, 3.2.5.10–3.2.5.15 */
const bookmarked = ['contents', 'hierarchy'] as const;
const searched = [...bookmarked, 'rules'] as const;

/** The table is ready: this server never goes on in the background. */
const complete = { tableStatus: 0 };

/** A column for each value of a list. */
const instanceFlag = 0x2000;

/** Neither a type that says nothing nor that of an error. [MS-OXCTABL] 3.2.5.2 */
const isColumn = (tag: PropertyTag): boolean => isKnownType(typeOfTag(tag) & ~instanceFlag);

const setColumns = defineHandler(rops.setColumns, (call, { tags }) => {
  const { table } = tableOf(call);
  if (!tags.every(isColumn)) throw invalidParameter();
  table.setColumns(tags);
  return complete;
});

/** What Exchange makes headings of at most. [MS-OXCTABL] 2.2.2.3.1 */
const mostCategories = 4;

/** Only messages have headings, and not by each value of a list. [MS-OXCTABL] 3.2.5.3 */
function checkCategories({ table }: TableObject, { categories, expanded, orders }: SortOrders): void {
  const columns = orders.filter(({ order }) => order !== sortDirection.maximumCategory).length;
  if (categories > columns || expanded > categories) throw invalidParameter();
  if (categories === 0) return;
  if (table.kind !== 'contents') throw notSupported();
  const byEachValue = orders.some(({ tag }) => (tag & instanceFlag) !== 0);
  if (categories > mostCategories || byEachValue) throw new RopFailure(errorCode.tooComplex);
}

const sortTable = defineHandler(rops.sortTable, (call, { sort }) => {
  const object = tableOf(call);
  checkCategories(object, sort);
  object.table.sort(sort);
  return complete;
});

const restrict = defineHandler(rops.restrict, (call, { restriction }) => {
  const { table } = tableOf(call, ...searched);
  if (restriction !== undefined && isTooComplex(restriction)) throw new RopFailure(errorCode.tooComplex);
  table.restrict(restriction);
  return complete;
});

const noAdvance = 0x01;
/** Number, handle index, return value, origin, count. */
const queryRowsHead = 9;

const queryRows = defineHandler(rops.queryRows, (call, { queryRowsFlags, forwardRead, rowCount }) => {
  const { table } = tableOf(call);
  const { origin, count, bytes } = table.query({
    count: rowCount,
    room: call.room - queryRowsHead,
    forward: forwardRead,
    advance: (queryRowsFlags & noAdvance) === 0,
  });
  return { origin, rowCount: count, rows: bytes };
});

const seekRow = defineHandler(rops.seekRow, (call, { origin, rowCount }) => {
  const rowsSought = tableOf(call).table.seek(origin, rowCount);
  return { hasSoughtLess: rowsSought !== rowCount, rowsSought };
});

const getStatus = defineHandler(rops.getStatus, (call) => {
  tableOf(call);
  return complete;
});

/** Nothing goes on that could be ended. [MS-OXCTABL] 3.2.5.6 */
const abort = defineHandler(rops.abort, (call) => {
  tableOf(call, ...bookmarked);
  throw new RopFailure(errorCode.unableToAbort);
});

const queryPosition = defineHandler(rops.queryPosition, (call) => {
  const { table } = tableOf(call);
  return { numerator: table.position, denominator: table.rowCount };
});

const seekRowFractional = defineHandler(rops.seekRowFractional, (call, { numerator, denominator }) => {
  const { table } = tableOf(call);
  if (denominator === 0) throw new RopFailure(errorCode.invalidParameter);
  table.seek(bookmark.beginning, Math.floor((Math.min(numerator, denominator) / denominator) * table.rowCount));
  return {};
});

const bookmarkSize = 4;

function markOf(bytes: Uint8Array): number {
  if (bytes.length !== bookmarkSize) throw new RopFailure(errorCode.invalidBookmark);
  return Buffer.from(bytes).readUInt32LE();
}

/** A bookmark as clients keep it. */
export function markBytes(mark: number): Uint8Array {
  const bytes = Buffer.alloc(bookmarkSize);
  bytes.writeUInt32LE(mark);
  return bytes;
}

const createBookmark = defineHandler(rops.createBookmark, (call) => ({
  bookmark: markBytes(tableOf(call, ...bookmarked).table.mark()),
}));

const freeBookmark = defineHandler(rops.freeBookmark, (call, { bookmark: bytes }) => {
  tableOf(call, ...bookmarked).table.unmark(markOf(bytes));
  return {};
});

const seekRowBookmark = defineHandler(rops.seekRowBookmark, (call, { bookmark: bytes, rowCount }) => {
  const { rowsSought, isLost } = tableOf(call, ...bookmarked).table.seekMark(markOf(bytes), rowCount);
  return { rowNoLongerVisible: isLost, hasSoughtLess: rowsSought !== rowCount, rowsSought };
});

const findRow = defineHandler(rops.findRow, (call, { findRowFlags, restriction, origin, bookmark: bytes }) => {
  const { table } = tableOf(call, ...searched);
  if (restriction !== undefined && isTooComplex(restriction)) throw new RopFailure(errorCode.tooComplex);
  const isBackward = (findRowFlags & findRowFlag.backward) !== 0;
  const mark = origin === customBookmark ? markOf(bytes) : undefined;
  const found = table.find(restriction, { origin, mark, isBackward });
  if (found === undefined) throw new RopFailure(errorCode.notFound);
  return { rowNoLongerVisible: found.isLost, hasRowData: true, row: found.row };
});

const queryColumnsAll = defineHandler(rops.queryColumnsAll, (call) => {
  const { table } = tableOf(call);
  return { tags: table.allColumns((property) => tagIn(property, call.session)) };
});

const resetTable = defineHandler(rops.resetTable, (call) => {
  tableOf(call, 'contents').table.reset();
  return {};
});

export const tableHandlers = [
  setColumns,
  sortTable,
  restrict,
  queryRows,
  seekRow,
  getStatus,
  abort,
  queryPosition,
  seekRowFractional,
  createBookmark,
  freeBookmark,
  seekRowBookmark,
  findRow,
  queryColumnsAll,
  resetTable,
];
