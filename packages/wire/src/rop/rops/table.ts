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
