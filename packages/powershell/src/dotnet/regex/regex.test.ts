import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RegexOptions } from './regex-options.ts';
import { escapeRegex, Regex, unescapeRegex } from './regex.ts';

const matches: readonly [
  pattern: string,
  options: number,
  text: string,
  expected: readonly (string | undefined)[] | undefined,
][] = [
  ['\\d+', 0, 'abc123', ['123']],
  ['(?<f>\\w+)\\s(?<l>\\w+)', 0, 'John Smith', ['John Smith', 'John', 'Smith']],
  ["(?'f'a)(b)", 0, 'ab', ['ab', 'b', 'a']],
  ['(?<n>t)(?<n>e)', 0, 'test', ['te', 'e']],
  ['(?-i)a', RegexOptions.IgnoreCase, 'A', undefined],
  ['x(?i)a|b', 0, 'B', ['B']],
  ['(x(?i)a)b', 0, 'xAB', undefined],
  ['(?i:a)b', 0, 'Ab', ['Ab']],
  ['a.b', 0, 'a\nb', undefined],
  ['a.b', 0, 'a\rb', ['a\rb']],
  ['(?s)a.b', 0, 'a\nb', ['a\nb']],
  ['^b', 0, 'a\nb', undefined],
  ['(?m)^b$', 0, 'a\nb\nc', ['b']],
  ['a$', 0, 'a\n', ['a']],
  ['a\\z', 0, 'a\n', undefined],
  ['a\\Z', 0, 'a\n', ['a']],
  ['\\Aa', RegexOptions.Multiline, 'b\na', undefined],
  ['(?x) a  b # both\n c', 0, 'abc', ['abc']],
  ['a(?#nothing)b', 0, 'ab', ['ab']],
  ['(a)(?:b)', RegexOptions.ExplicitCapture, 'ab', ['ab']],
  ['(?>a+)ab', 0, 'aaab', undefined],
  ['(?>a+)(b)', 0, 'aaab', ['aaab', 'b']],
  ['(a)\\1b', 0, 'aab', ['aab', 'a']],
  ['(?<q>[\'"]).*?\\k<q>', 0, 'say "hi"', ['"hi"', '"']],
  ['É', RegexOptions.IgnoreCase, 'é', ['é']],
  ['ss', RegexOptions.IgnoreCase, 'ß', undefined],
  ['^\\w+$', 0, 'größe', ['größe']],
  ['^\\d+$', 0, '٣٤', ['٣٤']],
  ['\\bé\\b', 0, 'a é b', ['é']],
  ['\\p{IsCJKUnifiedIdeographs}', 0, '日本', ['日']],
  ['^\\p{Lu}\\P{Lu}$', 0, 'Ab', ['Ab']],
  ['[\\p{L}-[aeiou]]+', 0, 'abcde', ['bcd']],
  ['[]a]+', 0, 'a]', ['a]']],
  ['[^]a]', 0, ']b', ['b']],
  ['[\\w-]+', 0, 'a-b', ['a-b']],
  ['[a-c\\d]+', 0, 'xb2', ['b2']],
  ['\\x41\\u0042\\t\\e', 0, 'AB\t\x1b', ['AB\t\x1b']],
  ['(?<=price )\\d', 0, 'price 5', ['5']],
  ['foo(?!bar)', 0, 'foobar', undefined],
  ['a{2}', 0, 'aaa', ['aa']],
  ['a{,2}', 0, 'a{,2}', ['a{,2}']],
  ['^.$', 0, '😀', undefined],
  ['^*a\\b+', 0, 'a', ['a']],
];

describe('Regex', () => {
  test.each(matches)('%s (%i) in %o', (pattern, options, text, expected) => {
    const match = new Regex(pattern, options).match(text);
    expect(match?.captures().map(({ value }) => value)).toEqual(expected);
    expect(new Regex(pattern, options).isMatch(text)).toBe(expected !== undefined);
  });

  test.each([
    ['(', "Invalid pattern '(' at offset 1. Not enough )'s."],
    ['(?<=', "Invalid pattern '(?<=' at offset 4. Not enough )'s."],
    ['a)', "Invalid pattern 'a)' at offset 1. Too many )'s."],
    ['*', "Invalid pattern '*' at offset 1. Quantifier '*' following nothing."],
    ['a**', "Invalid pattern 'a**' at offset 3. Nested quantifier '*'."],
    ['[a', "Invalid pattern '[a' at offset 2. Unterminated [] set."],
    ['[z-a]', "Invalid pattern '[z-a]' at offset 4. [z-a] range in reverse order."],
    ['a{3,1}', "Invalid pattern 'a{3,1}' at offset 6. Illegal {x,y} with x > y."],
    ['\\', "Invalid pattern '\\' at offset 1. Illegal \\ at end of pattern."],
    ['(a)\\2', "Invalid pattern '(a)\\2' at offset 5. Reference to undefined group number 2."],
    ['\\p{Nope}', "Invalid pattern '\\p{Nope}' at offset 8. Unknown property 'Nope'."],
    ['\\y', "Invalid pattern '\\y' at offset 2. Unrecognized escape sequence \\y."],
  ])('refuses %s', (pattern, message) => {
    const exceptionType = 'System.Text.RegularExpressions.RegexParseException';
    expect(() => new Regex(pattern)).toThrow(expect.objectContaining({ exceptionType, message }));
  });

  test.each(['(?(1)a|b)', '(?<a-b>x)', '\\Gx'])('says that %s is not supported', (pattern) => {
    expect(() => new Regex(pattern)).toThrow('not supported');
  });

  test.each([
    ['hello', '(h)(e)', '$2$1', 'ehllo'],
    ['hello', '(?<x>l+)', '[${x}]', 'he[ll]o'],
    ['hello', 'l+', '[$0]', 'he[ll]o'],
    ['hello', '^', '>', '>hello'],
    ['hello', '$', '<', 'hello<'],
    ['ab', 'a', '$', '$b'],
    ['ab', 'a', '$$', '$b'],
    ['ab', 'a', '$&$&', 'aab'],
    ['ab', 'b', '$`', 'aa'],
    ['ab', 'a', "$'", 'bb'],
    ['ab', 'a', '$1${x}$_', '$1${x}abb'],
    ['abc', '', '-', '-a-b-c-'],
    ['a.b', '.', 'x', 'xxx'],
    ['2024-01-15', '(\\d+)-(\\d+)-(\\d+)', '$3.$2.$1', '15.01.2024'],
    ['DOMAIN\\user', '^.*\\\\', '', 'user'],
    ['x', 'y', 'z', 'x'],
  ])('%s: %s becomes %s', (text, pattern, replacement, expected) => {
    expect(new Regex(pattern).replace(text, replacement)).toBe(expected);
  });

  test('a replacement is the same in the engine and without it', () => {
    const unit = fc.constantFrom('$', '1', '2', '0', '{x}', '{1}', '&', "'", '_', 'z');
    const regex = new Regex('(b)?(?<x>a)');
    const all = Number.MAX_SAFE_INTEGER;
    const isSame = (replacement: string) =>
      regex.replace('aba ca', replacement) === regex.replace('aba ca', replacement, all);
    fc.assert(fc.property(fc.string({ unit, maxLength: 8 }), isSame));
  });

  test('replaces by a function, and only so many times', () => {
    expect(new Regex('\\d+').replace('a1b22', ({ value }) => String(Number(value) * 2))).toBe('a2b44');
    expect(new Regex('b').replace('abab', 'x', 1)).toBe('axab');
  });

  test.each([
    ['a1b2c3', '\\d', 0, ['a', 'b', 'c', '']],
    ['a1b2', '(\\d)', 0, ['a', '1', 'b', '2', '']],
    ['abc', '', 0, ['', 'a', 'b', 'c', '']],
    ['abc', '(?=b)', 0, ['a', 'bc']],
    ['a,b,c,d', ',', 2, ['a', 'b,c,d']],
    ['a,b,c', ',', 1, ['a,b,c']],
    ['l1\nl2', '(?m)^', 0, ['', 'l1\n', 'l2']],
  ])('%o split at %s', (text, pattern, count, expected) => {
    expect(new Regex(pattern).split(text, count)).toEqual(expected);
  });

  test('matches follow one another, with the places of their groups', () => {
    const found = [...new Regex('(\\w)=(?<v>\\w)').matches('k=1;l=2')];
    expect(found.map(({ index, value }) => [index, value])).toEqual([
      [0, 'k=1'],
      [4, 'l=2'],
    ]);
    expect(found[1]?.captures()).toMatchObject([
      { index: 4 },
      { name: '1', index: 4 },
      { name: 'v', index: 6, value: '2' },
    ]);
    expect(new Regex('(?<y>a)(b)').groupNames).toEqual(['0', '1', 'y']);
  });

  test('escaped text matches itself', () => {
    expect(escapeRegex('a.b[c]')).toBe('a\\.b\\[c]');
    expect(unescapeRegex('a\\tb')).toBe('a\tb');
    fc.assert(fc.property(fc.string(), (text) => new Regex(`^${escapeRegex(text)}$`).isMatch(text)));
    fc.assert(fc.property(fc.string(), (text) => unescapeRegex(escapeRegex(text)) === text));
  });

  test('a pattern is translated or refused, never something else', () => {
    const unit = fc.constantFrom(
      'a',
      '(',
      ')',
      '[',
      ']',
      '?',
      '*',
      '{1}',
      '|',
      '\\',
      '^',
      '-',
      '<',
      ':',
      'i',
      'd',
      '1',
      'é',
      '(?<x>',
      '(?>',
    );
    const known = /RegexParseException|NotSupported/;
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (pattern) => {
        try {
          new Regex(pattern).isMatch('aé(1)');
          return true;
        } catch (error) {
          return error instanceof Error && 'exceptionType' in error && known.test(String(error.exceptionType));
        }
      }),
      { numRuns: 2000 },
    );
  });
});

test('a pattern that has seen many texts says of the next ones what it said before', () => {
  const regex = new Regex('^(\\w+)\\s\\d$', RegexOptions.IgnoreCase);
  const said = () => ['word 1', 'größe 2', 'word ٣', 'a-b 4', '_ 5'].map((text) => regex.match(text)?.group(1));
  const before = said();
  for (let seen = 0; seen < 100_000; seen++) regex.isMatch('x 1');
  expect(before).toEqual(['word', 'größe', 'word', undefined, '_']);
  expect(said()).toEqual(before);
});
