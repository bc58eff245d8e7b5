import { errorCode, type RopRequestOf, rops } from '@cutover/wire/rop';
import { RopFailure } from '../rop-failure.ts';
import { defineHandler } from '../rop-handler.ts';
import { markBytes, tableOf } from './table.ts';

/** Number, handle index, return value, two counts. */
const expandRowHead = 12;

/** Opens a heading; the first rows below it come along, as many as are wanted and fit. [MS-OXCTABL] 3.2.5.15 */
const expandRow = defineHandler(rops.expandRow, (call, { maxRowCount, categoryId }) => {
  const { table } = tableOf(call, 'contents');
  const { total, count, bytes } = table.expand(BigInt.asIntN(64, categoryId), {
    count: maxRowCount,
    room: call.room - expandRowHead,
  });
  return { expandedRowCount: total, rowCount: count, rows: bytes };
});

const collapseRow = defineHandler(rops.collapseRow, (call, { categoryId }) => ({
  collapsedRowCount: tableOf(call, 'contents').table.collapse(BigInt.asIntN(64, categoryId)),
}));

/*
 * The state of a table's headings, which clients keep and do not look into:
 * | row id i64 | row instance u32 | ids of open headings i64… |
 */
const headSize = 12;
const idSize = 8;

type Asked = RopRequestOf<typeof rops.getCollapseState>;

function writeState({ rowId, rowInstance }: Asked, expanded: readonly bigint[]): Uint8Array {
  const bytes = Buffer.alloc(headSize + idSize * expanded.length);
  bytes.writeBigUInt64LE(rowId, 0);
  bytes.writeUInt32LE(rowInstance, 8);
  for (const [index, id] of expanded.entries()) bytes.writeBigInt64LE(id, headSize + idSize * index);
  return bytes;
}

function readState(bytes: Uint8Array): { rowId: bigint; expanded: bigint[] } {
  const count = (bytes.length - headSize) / idSize;
  if (!Number.isInteger(count) || count < 0) throw new RopFailure(errorCode.invalidParameter);
  const buffer = Buffer.from(bytes);
  const expanded = Array.from({ length: count }, (_, index) => buffer.readBigInt64LE(headSize + idSize * index));
  return { rowId: buffer.readBigInt64LE(0), expanded };
}

/** [MS-OXCTABL] 3.2.5.17 */
const getCollapseState = defineHandler(rops.getCollapseState, (call, request) => ({
  collapseState: writeState(request, tableOf(call, 'contents').table.expanded),
}));

/** The bookmark is that of the row that the state was asked for at. [MS-OXCTABL] 3.2.5.18 */
const setCollapseState = defineHandler(rops.setCollapseState, (call, { collapseState }) => {
  const { table } = tableOf(call, 'contents');
  const { rowId, expanded } = readState(collapseState);
  return { bookmark: markBytes(table.restore(expanded, rowId)) };
});

export const categoryHandlers = [expandRow, collapseRow, getCollapseState, setCollapseState];
