import { readVerbatimArgument } from './read-ahead.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Lexer, type LexerMode } from './lexer.ts';
import { nextToken } from './read-token.ts';
import type { Token } from './token.ts';

interface Reading {
  readonly mode?: LexerMode;
  readonly signed?: boolean;
}

function read(
  source: string,
  { mode = 'command', signed = false }: Reading = {},
): { tokens: Token[]; errors: string[] } {
  const errors: string[] = [];
  const lexer = new Lexer({ source, report: (id) => errors.push(id) });
  lexer.mode = mode;
  lexer.allowSignedNumbers = signed;
  const tokens: Token[] = [];
  for (let token = nextToken(lexer); token.kind !== 'EndOfInput'; token = nextToken(lexer)) tokens.push(token);
  return { tokens, errors };
}

const only = (source: string, reading?: Reading): Token => {
  const { tokens } = read(source, reading);
  expect(tokens).toHaveLength(1);
  return tokens[0]!;
};

const kinds = (source: string, reading?: Reading): string =>
  read(source, reading)
    .tokens.map(({ kind }) => kind)
    .join(' ');

describe('modes', () => {
  test.each([
    ['a-b', 'Generic', 'Identifier Parameter'],
    ['*.txt', 'Generic', 'Multiply Dot Identifier'],
    ['..\\x', 'Generic', 'DotDot Generic'],
    ['-eq', 'Parameter', 'Ieq'],
    ['-foo', 'Parameter', 'Parameter'],
    ['$a+1', 'Generic', 'Variable Plus Number'],
    ['$a.b', 'Variable Generic', 'Variable Dot Identifier'],
    ['[int]', 'Generic', 'LBracket Identifier RBracket'],
    ['?', 'Generic', 'QuestionMark'],
    ['??=', 'Generic', 'QuestionQuestionEquals'],
    ['if', 'If', 'Identifier'],
    ['iffy', 'Identifier', 'Identifier'],
    [':label', 'Label', 'Colon Identifier'],
    ['a::b', 'Generic', 'Identifier ColonColon Identifier'],
    ['++x', 'Generic', 'PlusPlus Identifier'],
    ['!x', 'Generic', 'Generic'],
    ['! x', 'Exclaim Identifier', 'Exclaim Identifier'],
  ])('%s in a command and in an expression', (source, inCommand, inExpression) => {
    expect(kinds(source)).toBe(inCommand);
    expect(kinds(source, { mode: 'expression' })).toBe(inExpression);
  });

  test('a type name holds dots, plus signs and backticks', () => {
    expect(only('System.Tuple`2+Inner', { mode: 'type name' })).toMatchObject({
      kind: 'Identifier',
      start: 0,
      end: 20,
    });
  });
});

describe('numbers', () => {
  test.each([
    ['0', 'Int32', 0n],
    ['2147483648', 'Int64', 2147483648n],
    ['9223372036854775808', 'Decimal', undefined],
    ['0xFF', 'Int32', 255n],
    ['0xFFFFFFFF', 'Int32', -1n],
    ['0b101', 'Int32', 5n],
    ['1kb', 'Int32', 1024n],
    ['4gb', 'Int64', 4294967296n],
    ['7l', 'Int64', 7n],
    ['7uy', 'Byte', 7n],
    ['7y', 'SByte', 7n],
    ['7us', 'UInt16', 7n],
    ['7n', 'BigInteger', 7n],
  ])('%s', (source, type, value) => {
    const { number } = only(source, { mode: 'expression' });
    expect(number?.type).toBe(type);
    if (value !== undefined) expect(number).toMatchObject({ value });
  });

  test.each(['1.5', '1e3', '.5', '1.'])('%s is a double', (source) => {
    expect(only(source, { mode: 'expression' }).number?.type).toBe('Double');
  });

  test('a sign belongs to a number only where an operand is expected', () => {
    expect(kinds('-1', { mode: 'expression', signed: true })).toBe('Number');
    expect(kinds('-1', { mode: 'expression' })).toBe('Minus Number');
  });

  test('two dots part two numbers', () => {
    expect(kinds('1..5', { mode: 'expression' })).toBe('Number DotDot Number');
  });

  test.each(['1a', '7z', '1kbx', '0xg'])('%s is a word of a command', (source) => {
    expect(only(source)).toMatchObject({ kind: 'Generic', value: source });
  });

  test('a number too large for its suffix is reported in an expression', () => {
    expect(read('256uy', { mode: 'expression' }).errors).toEqual(['BadNumericConstant']);
    expect(read('256uy').tokens[0]?.kind).toBe('Generic');
  });
});

describe('strings', () => {
  test.each([
    ["'it''s'", "it's"],
    ['\u2018a\u2019', 'a'],
    ['\u201ca""b\u201d', 'a"b'],
    ['"a`tb`u{1F600}"', 'a\tb\u{1f600}'],
    ["@'\na\nb\n'@", 'a\nb'],
    ['@"\r\n"quoted"\r\n"@', '"quoted"'],
    ["@'\n'@", ''],
  ])('%s', (source, value) => {
    expect(only(source)).toMatchObject({ value, start: 0, end: source.length });
  });

  test('what a string expands is kept with its places', () => {
    const { nested, format } = only('"{$a} $(1) $"');
    expect(format).toBe('{{{0}}} {1} $');
    expect(nested).toMatchObject([
      { kind: 'Variable', start: 2, end: 4 },
      { kind: 'DollarParen', start: 6, end: 10 },
    ]);
  });

  test.each([
    ["'a", 'TerminatorExpectedAtEndOfString'],
    ['"a', 'TerminatorExpectedAtEndOfString'],
    ["@'\na", 'TerminatorExpectedAtEndOfString'],
    ["@'\na\n '@", 'WhitespaceBeforeHereStringFooter'],
    ["@' a\n'@", 'UnexpectedCharactersAfterHereStringHeader'],
    ['"$(1"', 'IncompleteDollarSubexpressionReference'],
    ['"`u{110000}"', 'InvalidUnicodeEscapeSequenceValue'],
    ['<# a', 'MissingTerminatorMultiLineComment'],
  ])('%s is reported', (source, id) => {
    expect(read(source).errors[0]).toBe(id);
  });
});

describe('redirections', () => {
  test.each([
    ['>', { from: 1 }],
    ['>>', { from: 1, append: true }],
    ['2>', { from: 2 }],
    ['3>>', { from: 3, append: true }],
    ['*>', { from: 0 }],
    ['*>>', { from: 0, append: true }],
    ['2>&1', { from: 2, to: 1 }],
    ['*>&1', { from: 0, to: 1 }],
    ['1>&2', { from: 1, to: 2 }],
  ])('%s', (source, redirection) => {
    expect(only(source)).toMatchObject({ kind: 'Redirection', redirection });
  });

  test('a number before it is an operand in an expression', () => {
    expect(kinds('2>x', { mode: 'expression' })).toBe('Number Redirection Identifier');
  });
});

describe('what stands between tokens', () => {
  test('dashes and spaces of any kind', () => {
    expect(kinds('a\u00a0\u2013b')).toBe('Identifier Parameter');
  });

  test('comments, continued lines and line ends', () => {
    expect(kinds('a # b\r\n<# c\n#> d `\n e')).toBe('Identifier NewLine Identifier Identifier');
  });

  test('all tokens are kept where they are asked for, comments included', () => {
    const tokens: Token[] = [];
    const lexer = new Lexer({ source: '#requires -Version 7\na', report: () => {}, tokens });
    while (nextToken(lexer).kind !== 'EndOfInput');
    expect(tokens.map(({ kind }) => kind)).toEqual(['Comment', 'NewLine', 'Identifier', 'EndOfInput']);
    expect(lexer.requires).toEqual([tokens[0]]);
  });
});

test.each([
  ['--% a "b|c" %X% | d', ' a "b|c" %X% '],
  ['--% a && b', ' a '],
  ['--% a $x\nb', ' a $x'],
])('%s: the rest is taken as it stands', (source, rest) => {
  const lexer = new Lexer({ source, report: () => {} });
  lexer.index = 3;
  expect(readVerbatimArgument(lexer).text).toBe(rest.trimStart());
});

test('every script is cut into tokens in order, whatever it holds', () => {
  const piece = fc.constantFrom(
    '$a',
    '"',
    "'",
    '@"\n',
    '(',
    '`',
    '-x',
    '1.',
    '>>',
    '#',
    '<#',
    '\u201c',
    '\r\n',
    '{',
    ' ',
    '\0',
  );
  const script = fc.array(fc.oneof(piece, fc.string())).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(script, fc.constantFrom<LexerMode>('command', 'expression', 'type name'), (source, mode) => {
      let end = 0;
      for (const token of read(source, { mode }).tokens) {
        expect(token.start).toBeGreaterThanOrEqual(end);
        end = token.end;
      }
      expect(end).toBeLessThanOrEqual(source.length);
    }),
  );
});
