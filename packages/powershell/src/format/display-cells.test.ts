import { describe, expect, test } from 'vitest';
import { closed, visibleSlice } from './decorated-text.ts';
import { cellsOf, startOfTailThatFits, unitsThatFit } from './display-cells.ts';

const red = '\u001B[31m';
const off = '\u001B[0m';

describe('display width', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['日本語', 6],
    ['ﾊﾝｶｸ', 4],
    ['ＡＢ', 4],
    ['한글', 4],
    ['e\u0301', 2],
    ['😀', 2],
    ['\u303F', 1],
    [`${red}ab${off}`, 2],
    ['\u001B]8;;https://a.example\u001B\\link\u001B]8;;\u001B\\', 4],
  ])('%j', (text, cells) => {
    expect(cellsOf(text)).toBe(cells);
  });

  test.each([
    ['日本語', 5, 2, 1],
    ['abc', 2, 2, 1],
    ['abc', 9, 3, 0],
    ['日', 1, 0, 1],
  ])('%j in %i cells', (text, cells, head, tail) => {
    expect(unitsThatFit(text, cells)).toBe(head);
    expect(startOfTailThatFits(text, cells)).toBe(tail);
  });
});

describe('coloured text', () => {
  test.each([
    [0, 2, `${red}ab${off}`],
    [1, 3, `${red}bc${off}`],
    [2, Infinity, `${red}cd${off}`],
  ])('from %i to %i', (start, end, expected) => {
    expect(visibleSlice(`${red}abcd${off}`, start, end)).toBe(expected);
  });

  test('is closed once, blanks or not', () => {
    expect(closed(`${red}a`)).toBe(`${red}a${off}`);
    expect(closed(`${red}a${off}  `)).toBe(`${red}a${off}  `);
    expect(closed('a')).toBe('a');
  });
});
