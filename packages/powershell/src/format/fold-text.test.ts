import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOf } from './display-cells.ts';
import { foldAnywhere, foldAtWords, splitLines } from './fold-text.ts';

const widths = { first: 5, following: 3 };

describe('folding', () => {
  test.each([
    ['', ['']],
    ['12345', ['12345']],
    ['123456', ['12345', '6']],
    ['123456789', ['12345', '678', '9']],
    ['ab\ncd', ['ab', 'cd']],
    ['ab\r\n', ['ab', '']],
    ['日本語', ['日本', '語']],
    ['a日b日c', ['a日b', '日c']],
  ])('anywhere: %j', (text, lines) => {
    expect(foldAnywhere(text, widths)).toEqual(lines);
  });

  test.each([
    ['ab cd ef', ['ab ', 'cd ', 'ef']],
    ['abcdefgh', ['abcde', 'fgh']],
    ['a bcdefghi j', ['a bcd', 'efg', 'hi ', 'j']],
    ['one\ntwo', ['one', 'two']],
  ])('at words: %j', (text, lines) => {
    expect(foldAtWords(text, widths)).toEqual(lines);
  });

  test('a character that is wider than its line is a question mark', () => {
    expect(foldAnywhere('日a', { first: 1, following: 1 })).toEqual(['?', 'a']);
  });

  test('colours go on over the break and are closed at its end', () => {
    expect(foldAnywhere('\u001B[31mabcdef\u001B[0m', widths)).toEqual([
      '\u001B[31mabcde\u001B[0m',
      '\u001B[31mf\u001B[0m',
    ]);
  });

  test.each([
    ['anywhere', foldAnywhere],
    ['at words', foldAtWords],
  ])('%s: nothing is lost and nothing is wider than its line', (_name, fold) => {
    const narrow = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\t', '日', '語', '\n', 'é') });
    fc.assert(
      fc.property(
        narrow,
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 2, max: 12 }),
        (text, first, following) => {
          const lines = fold(text, { first, following });
          expect(lines.join('')).toBe(splitLines(text).join(''));
          for (const line of lines) expect(cellsOf(line)).toBeLessThanOrEqual(Math.max(first, following));
        },
      ),
    );
  });
});
