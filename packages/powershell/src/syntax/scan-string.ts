import { skipWhitespace } from './skip-blanks.ts';
import { isDoubleQuote, isSingleQuote, isVariableStart, isWhitespace } from './characters.ts';
import type { Lexer } from './lexer.ts';
import { scanVariable } from './scan-variable.ts';
import { append, appendCharacter, type StringParts } from './string-parts.ts';
import type { Token, UnscannedExpression } from './token.ts';

// What strings are mostly made of: no quote, nothing to expand, no brace that the format doubles.
const literalRun = /[^'\u2018-\u201b]+/y;
const expandableRun = /[^"$`{}\u201c-\u201e]+/y;

function reportUnterminated(lexer: Lexer, index: number, terminator: string): void {
  lexer.reportIncomplete('TerminatorExpectedAtEndOfString', index, [terminator]);
}

/** `'…'` after its first quote. */
export function scanLiteralString(lexer: Lexer): Token {
  const { value, inError } = readLiteral(lexer);
  return lexer.token('StringLiteral', { value, inError });
}

/** Reads to the closing single quote; two in a row stand for one. */
export function readLiteral(lexer: Lexer): { value: string; inError: boolean } {
  const begin = lexer.index - 1;
  let value = lexer.takeRun(literalRun);
  for (let c = lexer.take(); c !== ''; c = lexer.take()) {
    if (isSingleQuote(c)) {
      if (!isSingleQuote(lexer.peek())) return { value, inError: false };
      c = lexer.take();
    }
    value += c + lexer.takeRun(literalRun);
  }
  lexer.index = lexer.text.length;
  reportUnterminated(lexer, begin, "'");
  return { value, inError: true };
}

/** `"…"` after its first quote. */
export function scanExpandableString(lexer: Lexer): Token {
  const parts: StringParts = { value: '', format: '', nested: [] };
  const inError = !readExpandable(lexer, parts);
  return lexer.token('StringExpandable', { ...parts, inError });
}

/** Reads to the closing double quote into `parts`; false when there is none. */
export function readExpandable(lexer: Lexer, parts: StringParts): boolean {
  const begin = lexer.index - 1;
  append(parts, lexer.takeRun(expandableRun));
  for (let c = lexer.take(); c !== ''; c = lexer.take()) {
    if (isDoubleQuote(c)) {
      if (!isDoubleQuote(lexer.peek())) return true;
      c = lexer.take();
    } else if (c === '$' && scanDollarInString(lexer, parts, { hereString: false })) continue;
    appendCharacter(lexer, parts, c);
    append(parts, lexer.takeRun(expandableRun));
  }
  lexer.index = lexer.text.length;
  reportUnterminated(lexer, begin, '"');
  return false;
}

/** After a `$` in a string: a variable or `$( … )`, if one follows. */
export function scanDollarInString(lexer: Lexer, parts: StringParts, options: { hereString: boolean }): boolean {
  const dollar = lexer.index - 1;
  const token = withoutTokens(lexer, () => nestedToken(lexer, dollar, options.hereString));
  if (!token) return false;
  parts.value += lexer.text.slice(dollar, lexer.index);
  parts.format += `{${parts.nested.length}}`;
  parts.nested.push(token);
  return true;
}

function nestedToken(lexer: Lexer, dollar: number, hereString: boolean): Token | undefined {
  const c = lexer.peek();
  lexer.tokenStart = dollar;
  if (c === '(') {
    lexer.index++;
    return scanSubexpression(lexer, hereString);
  }
  return c === '{' || isVariableStart(c) ? scanVariable(lexer, { splatted: false, inString: true }) : undefined;
}

/** What a string holds is no token of the script's list, and is read as an expression. */
function withoutTokens<T>(lexer: Lexer, read: () => T): T {
  const { tokens, tokenStart, mode, lastToken } = lexer;
  lexer.tokens = undefined;
  lexer.mode = 'expression';
  try {
    return read();
  } finally {
    Object.assign(lexer, { tokens, tokenStart, mode, lastToken });
  }
}

/** After `$(` in a string: its text up to the matching parenthesis; quotes doubled for the string count once. */
function scanSubexpression(lexer: Lexer, hereString: boolean): Token {
  const begin = lexer.index - 2;
  const dropped: number[] = [];
  const depth = skipSubexpression(lexer, { dropped, hereString });
  if (depth > 0) lexer.reportIncomplete('IncompleteDollarSubexpressionReference', begin);
  return lexer.unscannedToken(unscannedText(lexer, begin, dropped), depth > 0);
}

const backtick = 0x60;
const doubleQuote = 0x22;
const leftParen = 0x28;
const rightParen = 0x29;
const firstSmartQuote = 0x201c;
const lastSmartQuote = 0x201e;

/** Goes behind the matching parenthesis; gives how many are open still, 0 for none. */
function skipSubexpression(lexer: Lexer, { dropped, hereString }: { dropped: number[]; hereString: boolean }): number {
  const { text } = lexer;
  let depth = 1;
  let index = lexer.index;
  // A string in a string in a string … is read once a level, so this loop must be the plainest.
  for (; depth > 0 && index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === leftParen) depth++;
    else if (code === rightParen) depth--;
    else if (hereString) continue;
    else if (code === backtick || code === doubleQuote || (code >= firstSmartQuote && code <= lastSmartQuote)) {
      if (isDoubleQuote(text.charAt(index + 1))) dropped.push(index++);
    }
  }
  lexer.index = Math.min(index, text.length);
  return depth;
}

/**
 * The text without the characters that were dropped, and where each of the others stands in the script: a quote that
 * was doubled begins at the first of the two, and what ends before it ends there.
 */
function unscannedText(lexer: Lexer, begin: number, dropped: readonly number[]): UnscannedExpression {
  const end = lexer.index;
  const shifted = lexer.offsetOf(end) - lexer.offsetOf(begin) !== end - begin;
  if (dropped.length === 0 && !shifted) return { text: lexer.text.slice(begin, end), offsets: undefined };
  let text = '';
  let from = begin;
  const offsets: number[] = [];
  for (const index of [...dropped, end]) {
    text += lexer.text.slice(from, index);
    if (from < index) offsets.push(lexer.offsetOf(from > begin ? from - 1 : from));
    for (let kept = from + 1; kept < index; kept++) offsets.push(lexer.offsetOf(kept));
    from = index + 1;
  }
  offsets.push(lexer.offsetOf(end));
  return { text, offsets: Int32Array.from(offsets) };
}

/** `@'…'@` after `@'`. */
export function scanLiteralHereString(lexer: Lexer, quote: string): Token {
  const header = lexer.index - 2;
  if (!readHereStringHeader(lexer, quote)) return lexer.token('HereStringLiteral', { value: '', inError: true });
  const parts: StringParts = { value: '', format: '', nested: [] };
  const closed = readHereString(lexer, parts, { header, quote, isQuote: isSingleQuote, expandable: false });
  return lexer.token('HereStringLiteral', { value: parts.value, inError: !closed });
}

/** `@"…"@` after `@"`. */
export function scanExpandableHereString(lexer: Lexer, quote: string): Token {
  const header = lexer.index - 2;
  const parts: StringParts = { value: '', format: '', nested: [] };
  if (!readHereStringHeader(lexer, quote)) return lexer.token('HereStringExpandable', { ...parts, inError: true });
  const closed = readHereString(lexer, parts, { header, quote, isQuote: isDoubleQuote, expandable: true });
  return lexer.token('HereStringExpandable', { ...parts, inError: !closed });
}

/** Nothing but white space may follow `@"` on its line. */
function readHereStringHeader(lexer: Lexer, quote: string): boolean {
  const header = lexer.index - 2;
  skipWhitespace(lexer);
  if (lexer.atEnd) {
    reportUnterminated(lexer, header, `${plainQuote(quote)}@`);
    return false;
  }
  if (takeLineEnd(lexer) !== '') return true;
  lexer.reportAt('UnexpectedCharactersAfterHereStringHeader', lexer.index);
  skipBrokenHereString(lexer, plainQuote(quote));
  return false;
}

const plainQuote = (quote: string): string => (isSingleQuote(quote) ? "'" : '"');

function skipBrokenHereString(lexer: Lexer, quote: string): void {
  for (let c = lexer.peek(); c !== '' && c !== '\r' && c !== '\n'; c = lexer.peek()) {
    lexer.index++;
    if (c !== quote || lexer.peek() !== '@') continue;
    lexer.index++;
    return;
  }
}

function takeLineEnd(lexer: Lexer): string {
  const c = lexer.peek();
  if (c !== '\r' && c !== '\n') return '';
  const length = c === '\r' && lexer.peek(1) === '\n' ? 2 : 1;
  lexer.index += length;
  return lexer.text.slice(lexer.index - length, lexer.index);
}

interface HereString {
  readonly header: number;
  readonly quote: string;
  readonly isQuote: (c: string) => boolean;
  readonly expandable: boolean;
  /** A footer with white space before it, which is none: the likely mistake. */
  falseFooter?: number;
}

/** Reads the lines up to the footer, whose line end does not belong to the value; false when there is no footer. */
function readHereString(lexer: Lexer, parts: StringParts, here: HereString): boolean {
  if (readFooter(lexer, parts, here)) return true;
  while (!lexer.atEnd) {
    const line = takeLineEnd(lexer);
    if (line === '') {
      readHereStringCharacter(lexer, parts, here);
      continue;
    }
    const { value, format } = parts;
    append(parts, line);
    if (!readFooter(lexer, parts, here)) continue;
    parts.value = value;
    parts.format = format;
    return true;
  }
  reportMissingFooter(lexer, here);
  return false;
}

function reportMissingFooter(lexer: Lexer, here: HereString): void {
  if (here.falseFooter === undefined) return reportUnterminated(lexer, here.header, `${plainQuote(here.quote)}@`);
  lexer.reportIncomplete('WhitespaceBeforeHereStringFooter', here.falseFooter);
}

function readHereStringCharacter(lexer: Lexer, parts: StringParts, here: HereString): void {
  const c = lexer.take();
  if (!here.expandable) return append(parts, c);
  if (c === '$' && scanDollarInString(lexer, parts, { hereString: true })) return;
  appendCharacter(lexer, parts, c);
}

/** At the beginning of a line: true behind the footer. */
function readFooter(lexer: Lexer, parts: StringParts, here: HereString): boolean {
  if (isFooter(lexer, here)) {
    lexer.index += 2;
    return true;
  }
  const begin = lexer.index;
  while (isWhitespace(lexer.peek())) lexer.index++;
  append(parts, lexer.text.slice(begin, lexer.index));
  if (lexer.index > begin && isFooter(lexer, here)) {
    here.falseFooter ??= lexer.index;
    append(parts, lexer.text.slice(lexer.index, lexer.index + 2));
    lexer.index += 2;
  }
  return false;
}

const isFooter = (lexer: Lexer, here: HereString): boolean => here.isQuote(lexer.peek()) && lexer.peek(1) === '@';
