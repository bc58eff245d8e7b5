import { le } from '../../le.ts';
import { sortOrders, tags, yesNo } from '../fields.ts';
import { sizedRestriction } from '../restriction.ts';
import { defineRop } from '../rop.ts';

/** Where a cursor stands, or counts from. */
export const bookmark = { beginning: 0, current: 1, end: 2 } as const;

/** [MS-OXCROPS] 2.2.5.1 */
export const setColumns = defineRop({
  name: 'RopSetColumns',
  id: 0x12,
  handles: 'input',
  request: { setColumnsFlags: le.u8, tags },
  response: { tableStatus: le.u8 },
});

/** [MS-OXCROPS] 2.2.5.2 */
export const sortTable = defineRop({
  name: 'RopSortTable',
  id: 0x13,
  handles: 'input',
  request: { sortTableFlags: le.u8, sort: sortOrders },
  response: { tableStatus: le.u8 },
});

/** [MS-OXCROPS] 2.2.5.3 */
export const restrict = defineRop({
  name: 'RopRestrict',
  id: 0x14,
  handles: 'input',
  request: { restrictFlags: le.u8, restriction: sizedRestriction },
  response: { tableStatus: le.u8 },
});

/** `rows` are PropertyRows of the columns set, up to the end of the bytes given. [MS-OXCROPS] 2.2.5.4 */
export const queryRows = defineRop({
  name: 'RopQueryRows',
  id: 0x15,
  handles: 'input',
  request: { queryRowsFlags: le.u8, forwardRead: yesNo, rowCount: le.u16 },
  response: { origin: le.u8, rowCount: le.u16, rows: le.restBytes },
});

/** [MS-OXCROPS] 2.2.5.8 */
export const seekRow = defineRop({
  name: 'RopSeekRow',
  id: 0x18,
  handles: 'input',
  request: { origin: le.u8, rowCount: le.i32, wantRowMovedCount: yesNo },
  response: { hasSoughtLess: yesNo, rowsSought: le.i32 },
});

const status = { tableStatus: le.u8 };

/** [MS-OXCROPS] 2.2.5.5 */
export const abort = defineRop({ name: 'RopAbort', id: 0x38, handles: 'input', request: {}, response: status });

/** [MS-OXCROPS] 2.2.5.6 */
export const getStatus = defineRop({ name: 'RopGetStatus', id: 0x16, handles: 'input', request: {}, response: status });

/** [MS-OXCROPS] 2.2.5.7 */
export const queryPosition = defineRop({
  name: 'RopQueryPosition',
  id: 0x17,
  handles: 'input',
  request: {},
  response: { numerator: le.u32, denominator: le.u32 },
});

const bookmarkBytes = { bookmark: le.prefixed(le.u16) };

/** [MS-OXCROPS] 2.2.5.9 */
export const seekRowBookmark = defineRop({
  name: 'RopSeekRowBookmark',
  id: 0x19,
  handles: 'input',
  request: { ...bookmarkBytes, rowCount: le.i32, wantRowMovedCount: yesNo },
  response: { rowNoLongerVisible: yesNo, hasSoughtLess: yesNo, rowsSought: le.i32 },
});

/** [MS-OXCROPS] 2.2.5.10 */
export const seekRowFractional = defineRop({
  name: 'RopSeekRowFractional',
  id: 0x1a,
  handles: 'input',
  request: { numerator: le.u32, denominator: le.u32 },
  response: {},
});

/** [MS-OXCROPS] 2.2.5.11 */
export const createBookmark = defineRop({
  name: 'RopCreateBookmark',
  id: 0x1b,
  handles: 'input',
  request: {},
  response: bookmarkBytes,
});

/** [MS-OXCROPS] 2.2.5.14 */
export const freeBookmark = defineRop({
  name: 'RopFreeBookmark',
  id: 0x89,
  handles: 'input',
  request: bookmarkBytes,
  response: {},
});

/** [MS-OXCROPS] 2.2.5.12 */
export const queryColumnsAll = defineRop({
  name: 'RopQueryColumnsAll',
  id: 0x37,
  handles: 'input',
  request: {},
  response: { tags },
});

/** Which way rows are searched. [MS-OXCTABL] 2.2.2.14.1 */
export const findRowFlag = { backward: 0x01 } as const;

/** A bookmark of the client's own. */
export const customBookmark = 3;

/** `row` is a PropertyRow of the columns set, up to the end of the bytes given; empty without one. [MS-OXCROPS] 2.2.5.13 */
export const findRow = defineRop({
  name: 'RopFindRow',
  id: 0x4f,
  handles: 'input',
  request: { findRowFlags: le.u8, restriction: sizedRestriction, origin: le.u8, ...bookmarkBytes },
  response: { rowNoLongerVisible: yesNo, hasRowData: yesNo, row: le.restBytes },
});

/** [MS-OXCROPS] 2.2.5.15 */
export const resetTable = defineRop({
  name: 'RopResetTable',
  id: 0x81,
  handles: 'input',
  request: {},
  response: {},
});

/** `rows` are PropertyRows of the columns set, up to the end of the bytes given. [MS-OXCROPS] 2.2.5.16 */
export const expandRow = defineRop({
  name: 'RopExpandRow',
  id: 0x59,
  handles: 'input',
  request: { maxRowCount: le.u16, categoryId: le.u64 },
  response: { expandedRowCount: le.u32, rowCount: le.u16, rows: le.restBytes },
});

/** [MS-OXCROPS] 2.2.5.17 */
export const collapseRow = defineRop({
  name: 'RopCollapseRow',
  id: 0x5a,
  handles: 'input',
  request: { categoryId: le.u64 },
  response: { collapsedRowCount: le.u32 },
});

/** [MS-OXCROPS] 2.2.5.18 */
export const getCollapseState = defineRop({
  name: 'RopGetCollapseState',
  id: 0x6b,
  handles: 'input',
  request: { rowId: le.u64, rowInstance: le.u32 },
  response: { collapseState: le.prefixed(le.u16) },
});

/** [MS-OXCROPS] 2.2.5.19 */
export const setCollapseState = defineRop({
  name: 'RopSetCollapseState',
  id: 0x6c,
  handles: 'input',
  request: { collapseState: le.prefixed(le.u16) },
  response: bookmarkBytes,
});
