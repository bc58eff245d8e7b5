import { errorCode, rops } from '@cutover/wire/rop';
import { isTooComplex } from '../objects/matches.ts';
import { RopFailure } from '../rop-failure.ts';
import { defineHandler, objectOf } from '../rop-handler.ts';

/** The table is ready: this server never goes on in the background. */
const complete = { tableStatus: 0 };

const setColumns = defineHandler(rops.setColumns, (call, { tags }) => {
  objectOf(call, 'table').table.setColumns(tags);
  return complete;
});

const sortTable = defineHandler(rops.sortTable, (call, { sort }) => {
  const { table } = objectOf(call, 'table');
  if (sort.categories > 0) throw new RopFailure(errorCode.tooComplex);
  table.sort(sort.orders);
  return complete;
});

const restrict = defineHandler(rops.restrict, (call, { restriction }) => {
  const { table } = objectOf(call, 'table');
  if (restriction !== undefined && isTooComplex(restriction)) throw new RopFailure(errorCode.tooComplex);
  table.restrict(restriction);
  return complete;
});

const noAdvance = 0x01;
/** Number, handle index, return value, origin, count. */
const queryRowsHead = 9;

const queryRows = defineHandler(rops.queryRows, (call, { queryRowsFlags, forwardRead, rowCount }) => {
  const { table } = objectOf(call, 'table');
  const { origin, count, bytes } = table.query({
    count: rowCount,
    room: call.room - queryRowsHead,
    forward: forwardRead,
    advance: (queryRowsFlags & noAdvance) === 0,
  });
  return { origin, rowCount: count, rows: bytes };
});

const seekRow = defineHandler(rops.seekRow, (call, { origin, rowCount }) => {
  const rowsSought = objectOf(call, 'table').table.seek(origin, rowCount);
  return { hasSoughtLess: rowsSought !== rowCount, rowsSought };
});

export const tableHandlers = [setColumns, sortTable, restrict, queryRows, seekRow];
