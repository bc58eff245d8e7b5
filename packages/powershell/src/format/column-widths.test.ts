import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsThatFit, fitColumns } from './column-widths.ts';

describe('column widths', () => {
  test.each([
    ['fits', [3, 4], 20, [3, 4]],
    ['shares what is left', [0, 0], 10, [5, 4]],
    ['fixed beside a share', [30, 0], 79, [30, 48]],
    ['narrows the last', [5, 5, 5], 15, [5, 5, 3]],
    ['hides the last', [5, 5, 5], 11, [5, 5, -1]],
    ['hides as many as it must', [5, 5, 5], 4, [4, -1, -1]],
    ['nothing fits', [5], 0, [-1]],
  ])('%s', (_name, wanted, width, expected) => {
    expect(fitColumns(wanted, width)).toEqual(expected);
  });

  test('columns never take more than the table has', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1 }),
        fc.integer({ min: 5, max: 120 }),
        (wanted, width) => {
          const visible = fitColumns(wanted, width).filter((column) => column > 0);
          const total = visible.reduce((sum, column) => sum + column + 1, -1);
          expect(visible.length).toBeGreaterThan(0);
          expect(total).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  test.each([
    [0, 80, 1],
    [80, 80, 1],
    [2, 79, 26],
    [39, 79, 1],
    [38, 79, 2],
  ])('items of %i on %i cells: %i', (item, width, columns) => {
    expect(columnsThatFit(item, width)).toBe(columns);
  });
});
