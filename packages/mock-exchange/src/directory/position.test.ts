import { initialStat, type Stat } from '@cutover/wire/nspi';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locate, statAt } from './position.ts';

const rows = [0x100, 0x105, 0x101, 0x104];
const stat = (changes: Partial<Stat>): Stat => ({ ...initialStat, ...changes });

describe('locate', () => {
  const cases: [title: string, changes: Partial<Stat>, row: number, moved: number][] = [
    ['the beginning', {}, 0, 0],
    ['the end is behind the last row', { currentRec: 2 }, 4, 0],
    ['a row by its MId', { currentRec: 0x101 }, 2, 0],
    ['onward', { currentRec: 0x105, delta: 2 }, 3, 2],
    ['back', { currentRec: 2, delta: -1 }, 3, -1],
    ['not beyond the end', { currentRec: 0x104, delta: 9 }, 4, 1],
    ['not before the beginning', { currentRec: 0x105, delta: -9 }, 0, -1],
    ['a fraction, cut', { currentRec: 1, numPos: 5, totalRecs: 8 }, 2, 0],
    ['a fraction beyond one', { currentRec: 1, numPos: 9, totalRecs: 8 }, 4, 0],
    ['a fraction of nothing', { currentRec: 1, numPos: 3, totalRecs: 0 }, 0, 0],
    ['a fraction, and onward', { currentRec: 1, numPos: 1, totalRecs: 2, delta: 1 }, 3, 1],
  ];
  test.each(cases)('%s', (_title, changes, row, moved) => {
    expect(locate(rows, stat(changes))).toEqual({ row, moved });
  });

  test('a row that is not in the table', () => {
    expect(locate(rows, stat({ currentRec: 0x102 }))).toBeUndefined();
  });

  test('wherever a cursor is sent, it stands in the table, and says how far it went', () => {
    const anyStat = fc.record({ delta: fc.integer(), numPos: fc.nat(), totalRecs: fc.nat(), currentRec: fc.nat(2) });
    fc.assert(
      fc.property(anyStat, fc.nat(9), (changes, count) => {
        const table = rows.concat(rows).slice(0, count);
        const from = locate(table, stat({ ...changes, delta: 0 }))!;
        const to = locate(table, stat(changes))!;
        expect(to.row).toBeGreaterThanOrEqual(0);
        expect(to.row).toBeLessThanOrEqual(table.length);
        expect(to.row - from.row).toBe(to.moved);
      }),
    );
  });
});

test('statAt tells row, position and size, and leaves the rest', () => {
  const before = stat({ containerId: 7, delta: 3, codePage: 1251 });
  expect(statAt(before, rows, 2)).toEqual({ ...before, currentRec: 0x101, numPos: 2, totalRecs: 4, delta: 0 });
  expect(statAt(before, rows, 4).currentRec).toBe(2);
  expect(statAt(before, [], 0)).toMatchObject({ currentRec: 2, totalRecs: 0 });
});
