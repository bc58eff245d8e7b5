import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { charPredicates, numericValue } from './char-methods.ts';
import { compareText, equalText, toLower, toTitleCase, toUpper } from './compare-text.ts';
import { encodingByName, encodings, type Encoding } from './encoding.ts';
import { StringBuilder } from './string-builder.ts';
import * as strings from './string-methods.ts';
import { containsWildcards, escapeWildcards, unescapeWildcards, WildcardPattern } from './wildcard.ts';

describe('strings of .NET', () => {
  test.each([
    [() => strings.substring('Hello World', 6), 'World'],
    [() => strings.substring('Hello', 1, 3), 'ell'],
    [() => strings.remove('Hello', 2), 'He'],
    [() => strings.remove('Hello', 1, 3), 'Ho'],
    [() => strings.insert('Hello', 2, '--'), 'He--llo'],
    [() => strings.padLeft('x', 5, '*'), '****x'],
    [() => strings.padRight('x', 5), 'x    '],
    [() => strings.trim('  trim\u0085 '), 'trim'],
    [() => strings.trim('xxaxx', { characters: 'x' }), 'a'],
    [() => strings.trim('abc', { characters: 'c', side: 'end' }), 'ab'],
    [() => strings.trim('  a ', { side: 'start' }), 'a '],
    [() => strings.replace('abc', { old: 'b', by: 'x' }), 'axc'],
    [() => strings.replace('abc', { old: 'B', by: 'x' }), 'abc'],
    [() => strings.replace('aBcb', { old: 'b', by: null, comparison: 'OrdinalIgnoreCase' }), 'ac'],
    [() => toUpper('Straße'), 'STRAßE'],
    [() => toLower('ÄÖ'), 'äö'],
    [() => toTitleCase('hello WORLD of peTER'), 'Hello WORLD Of Peter'],
  ])('%#: %s', (make, expected) => {
    expect(make()).toBe(expected);
  });

  test.each([
    [() => strings.indexOf('abc', 'c'), 2],
    [() => strings.indexOf('abc', 'B', { comparison: 'OrdinalIgnoreCase' }), 1],
    [() => strings.indexOf('abcabc', 'b', { start: 2 }), 4],
    [() => strings.indexOf('abcabc', 'b', { start: 2, count: 2 }), -1],
    [() => strings.lastIndexOf('abcabc', 'b'), 4],
    [() => strings.lastIndexOf('abcabc', 'b', { start: 3 }), 1],
    [() => strings.lastIndexOf('abc', 'z'), -1],
    [() => strings.indexOfAny('abc', 'cb'), 1],
    [() => strings.lastIndexOfAny('abc', 'ab'), 1],
    [() => numericValue('7'), 7],
    [() => numericValue('x'), -1],
  ])('%#: %i', (make, expected) => {
    expect(make()).toBe(expected);
  });

  test.each([
    [() => strings.substring('abc', -1), "StartIndex cannot be less than zero. (Parameter 'startIndex')"],
    [() => strings.substring('abc', 5), "startIndex cannot be larger than length of string. (Parameter 'startIndex')"],
    [() => strings.substring('abc', 0, -1), "Length cannot be less than zero. (Parameter 'length')"],
    [
      () => strings.substring('abc', 1, 9),
      "Index and length must refer to a location within the string. (Parameter 'length')",
    ],
    [
      () => strings.remove('abc', 1, 9),
      "Index and count must refer to a location within the string. (Parameter 'count')",
    ],
    [() => strings.padLeft('abc', -1), "Non-negative number required. (Parameter 'totalWidth')"],
    [() => strings.replace('abc', { old: '', by: '' }), "String cannot be of zero length. (Parameter 'oldValue')"],
  ])('out of range %#', (make, message) => {
    expect(make).toThrow(message);
  });

  test.each<[string, strings.Splitting, readonly string[]]>([
    ['a\tb c', {}, ['a', 'b', 'c']],
    ['a b c', { separators: [' '], count: 2 }, ['a', 'b c']],
    ['a1b2', { separators: ['1', '2'] }, ['a', 'b', '']],
    ['abc', { separators: [''] }, ['abc']],
    ['a,b;c', { separators: [',', ';'] }, ['a', 'b', 'c']],
    ['a,,b', { separators: [','], removeEmpty: true }, ['a', 'b']],
    [',,a,,b,c', { separators: [','], removeEmpty: true, count: 2 }, ['a', 'b,c']],
    ['a, b', { separators: [', '] }, ['a', 'b']],
    [' a , b ', { separators: [','], trimEntries: true }, ['a', 'b']],
    ['', { separators: [','] }, ['']],
    ['', { separators: [','], removeEmpty: true }, []],
    ['a', { separators: [','], count: 0 }, []],
  ])('%o split by %o', (text, splitting, expected) => {
    expect(strings.split(text, splitting)).toEqual(expected);
  });

  test('comparison', () => {
    expect(compareText('a', 'b')).toBe(-1);
    expect(compareText('a', 'B')).toBe(-1);
    expect(compareText('a', 'A')).toBe(-1);
    expect(compareText('a', 'A', 'InvariantCultureIgnoreCase')).toBe(0);
    expect(compareText('a', 'B', 'Ordinal')).toBe(31);
    expect(equalText('a', 'A')).toBe(false);
    expect(equalText('É', 'é', 'OrdinalIgnoreCase')).toBe(true);
    expect(['b', 'B', 'a', 'A', '_', '1', 'é', 'e-', 'ef'].sort((a, b) => compareText(a, b)).join(' ')).toBe(
      '_ 1 a A b B é e- ef',
    );
  });

  test('characters', () => {
    expect([charPredicates.IsLetter('é'), charPredicates.IsDigit('٣'), charPredicates.IsUpper('a')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('StringBuilder', () => {
    const builder = new StringBuilder().append('a').append('1').appendLine('b').append('2.0');
    expect([builder.toString(), builder.length]).toEqual(['a1b\n2.0', 7]);
    expect(builder.insert(0, '>').replace('a', 'A').remove(1, 1).toString()).toBe('>1b\n2.0');
    builder.length = 2;
    expect(builder.toString()).toBe('>1');
    expect(() => builder.charAt(5)).toThrow('Index was out of range.');
  });
});

describe('WildcardPattern', () => {
  test.each([
    ['hello', 'h*', true],
    ['hello', 'H*', true],
    ['hello', '*z*', false],
    ['hello', 'h?llo', true],
    ['hello', 'h[ae]llo', true],
    ['hello', 'h[a-f]llo', true],
    ['hello', 'h[^e]llo', true],
    ['hello', 'h[x-z]llo', false],
    ['h*llo', 'h`*llo', true],
    ['hello', 'h`*llo', false],
    ['a[b', 'a`[b', true],
    ['ab', 'a', false],
    ['line1\nline2', 'line1*', true],
    ['', '*', true],
    ['abcbd', 'a*b?', true],
    ['a'.repeat(10_000), '*a*a*a*a*a*b', false],
  ])('%s -like %s', (text, pattern, expected) => {
    expect(new WildcardPattern(pattern).isMatch(text)).toBe(expected);
  });

  test('case counts when asked to', () => {
    expect(new WildcardPattern('H*', { caseSensitive: true }).isMatch('hello')).toBe(false);
  });

  test.each(['a[b', '[a', '[]'])('refuses %s', (pattern) => {
    expect(() => new WildcardPattern(pattern)).toThrow(
      `The specified wildcard character pattern is not valid: ${pattern}`,
    );
  });

  test('an escaped text matches itself', () => {
    expect(escapeWildcards('a*[b]')).toBe('a`*`[b`]');
    expect([containsWildcards('a?'), containsWildcards('a`?')]).toEqual([true, false]);
    const text = fc.string({ unit: fc.constantFrom('a', '*', '?', '[', ']', '`', '-') });
    fc.assert(fc.property(text, (value) => new WildcardPattern(escapeWildcards(value)).isMatch(value)));
    fc.assert(fc.property(text, (value) => unescapeWildcards(escapeWildcards(value)) === value));
  });
});

const codePoint = fc.integer({ min: 0, max: 0x10ffff }).filter((code) => code < 0xd800 || code > 0xdfff);
const anyText = fc.array(codePoint).map((codes) => String.fromCodePoint(...codes));

describe('encodings', () => {
  test.each<[Encoding, string, readonly number[]]>([
    [encodings.utf8, 'é', [195, 169]],
    [encodings.ascii, 'é', [63]],
    [encodings.unicode, 'a', [97, 0]],
    [encodings.bigEndianUnicode, 'a', [0, 97]],
    [encodings.latin1, 'é', [233]],
    [encodings.utf32, '😀', [0, 0xf6, 1, 0]],
  ])('%o writes %s', (encoding, text, expected) => {
    expect([...encoding.encode(text)]).toEqual(expected);
  });

  test.each(['utf-8', 'utf-16', 'utf-16BE', 'utf-32'])('%s gives any text back', (name) => {
    const { encode, decode } = encodingByName(name);
    fc.assert(fc.property(anyText, (text) => decode(encode(text)) === text));
  });

  test('names and code pages', () => {
    expect(encodingByName('ISO-8859-1').decode(Uint8Array.of(233))).toBe('é');
    expect(encodingByName(1200).name).toBe('utf-16');
    expect(() => encodingByName('nope')).toThrow("'nope' is not a supported encoding name.");
  });
});
