import { isHexDigit } from './characters.ts';
import type { Lexer } from './lexer.ts';
import type { Token } from './token.ts';

/** A string while it is read. */
export interface StringParts {
  value: string;
  /** `value` with `{0}`, `{1}`, … in place of the nested tokens, other braces doubled. */
  format: string;
  nested: Token[];
}

/** Adds text in which braces need no doubling, or are doubled already. */
export function append(parts: StringParts, text: string): void {
  parts.value += text;
  parts.format += text;
}

/** Adds a character, or what a backtick and the character behind it stand for. */
export function appendCharacter(lexer: Lexer, parts: StringParts, c: string): void {
  let text = c;
  if (c === '`' && !lexer.atEnd) {
    text = unescapeBacktick(lexer, lexer.take()) ?? '\uffff';
    if (text.length === 2) return append(parts, text);
  }
  parts.value += text;
  parts.format += text === '{' || text === '}' ? text + text : text;
}

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** What a backtick and `c`, just taken, stand for; undefined after an error, which has been reported. */
export function unescapeBacktick(lexer: Lexer, c: string): string | undefined {
  return c === 'u' ? unescapeUnicode(lexer) : (escapes[c] ?? c);
}

const maximumDigits = 6;

/** After `` `u ``: `{1F600}`. */
function unescapeUnicode(lexer: Lexer): string | undefined {
  const begin = lexer.index - 2;
  const report = (
    id: 'InvalidUnicodeEscapeSequence' | 'InvalidUnicodeEscapeSequenceValue',
    from: number,
    to: number,
  ): undefined => {
    lexer.report(id, { start: lexer.offsetOf(from), end: lexer.offsetOf(to) });
  };
  if (lexer.peek() !== '{') return report('InvalidUnicodeEscapeSequence', begin, lexer.index);
  lexer.index++;
  const digitsBegin = lexer.index;
  while (isHexDigit(lexer.peek()) && lexer.index - digitsBegin < maximumDigits) lexer.index++;
  const digits = lexer.text.slice(digitsBegin, lexer.index);
  const end = lexer.take();
  if (end === '}' && digits === '') return report('InvalidUnicodeEscapeSequence', begin, lexer.index);
  if (end !== '}') return reportBrokenSequence(lexer, digits, end);
  const value = Number.parseInt(digits, 16);
  if (value > 0x10ffff) return report('InvalidUnicodeEscapeSequenceValue', begin + 3, lexer.index - 1);
  return String.fromCodePoint(value);
}

function reportBrokenSequence(lexer: Lexer, digits: string, c: string): undefined {
  lexer.index--;
  if (digits.length < maximumDigits) lexer.reportAt('InvalidUnicodeEscapeSequence', lexer.index);
  else if (isHexDigit(c)) lexer.reportAt('TooManyDigitsInUnicodeEscapeSequence', lexer.index);
  else lexer.reportAt('MissingUnicodeEscapeSequenceTerminator', lexer.index);
}
