import { forcesNewToken, forcesNewTokenAfterNumber, isDash } from './characters.ts';
import type { Lexer } from './lexer.ts';
import { rescanAsGeneric } from './scan-generic.ts';
import { numberValue, type NumberText } from './number-value.ts';
import type { Token } from './token.ts';

const multipliers: Readonly<Record<string, bigint>> = {
  k: 2n ** 10n,
  m: 2n ** 20n,
  g: 2n ** 30n,
  t: 2n ** 40n,
  p: 2n ** 50n,
};
// Both cases are spelt out: with the flag `i`, V8 takes milliseconds to make the first such pattern.
const suffix = /(?:[uU][lLsSyY]|[uUsSlLdDyYnN])?/y;
const decimal = /(?:\d+(?:\.(?!\.)\d*)?|\.\d*)(?:[eE][-+\u2013-\u2015]?\d*)?/y;
const hexadecimal = /0[xX][0-9a-fA-F]*/y;
const binary = /0[bB][01]*/y;
const multiplier = /[kKmMgGtTpP][bB]?/y;

/** A number that began with `first`; what only looks like one is a generic token. */
export function scanNumber(lexer: Lexer, first: string): Token {
  const text = readNumber(lexer, first);
  if (!text) return rescanAsGeneric(lexer);
  const number = numberValue(text);
  if (number) return lexer.token('Number', { number });
  if (!lexer.inExpressionMode) return rescanAsGeneric(lexer);
  const start = lexer.offsetOf(lexer.tokenStart);
  const end = lexer.offsetOf(lexer.index);
  lexer.report('BadNumericConstant', { start, end, arguments: [lexer.source.slice(start, end)] });
  return lexer.token('Number', { inError: true });
}

function match(lexer: Lexer, pattern: RegExp): string {
  pattern.lastIndex = lexer.index;
  const found = pattern.exec(lexer.text)?.[0] ?? '';
  lexer.index += found.length;
  return found;
}

/** Reads the text of a number; undefined when it goes on as something else. */
function readNumber(lexer: Lexer, first: string): NumberText | undefined {
  const signed = isDash(first) || first === '+';
  if (!signed) lexer.index--;
  const sign = isDash(first) ? '-' : '';
  const body = readBody(lexer);
  if (!body) return undefined;
  const suffixText = match(lexer, suffix).toLowerCase();
  const multiplierText = match(lexer, multiplier).toLowerCase();
  if (multiplierText.length === 1) return undefined;
  if (!endsNumber(lexer)) return undefined;
  const { digits, base, real } = body;
  return {
    digits: sign + digits,
    base,
    real,
    suffix: suffixText,
    multiplier: multipliers[multiplierText.charAt(0)] ?? 1n,
  };
}

function endsNumber(lexer: Lexer): boolean {
  const c = lexer.peek();
  if (forcesNewToken(c)) return true;
  return lexer.inExpressionMode && forcesNewTokenAfterNumber(c, { ternary: lexer.ternaryEndsNumber });
}

function readBody(lexer: Lexer): Pick<NumberText, 'digits' | 'base' | 'real'> | undefined {
  if (lexer.peek() === '0' && /^[xXbB]$/.test(lexer.peek(1))) {
    const base = lexer.peek(1).toLowerCase() === 'x' ? 16 : 2;
    const digits = match(lexer, base === 16 ? hexadecimal : binary).slice(2);
    if (base === 2 && digits === '') return undefined;
    return { digits, base, real: false };
  }
  const digits = match(lexer, decimal).replace(/[\u2013-\u2015]/g, '-');
  if (/[eE][-+]?$/.test(digits)) return undefined;
  return { digits, base: 10, real: /[.eE]/.test(digits) };
}
