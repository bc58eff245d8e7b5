import { isAnyWhitespace, isWhitespace } from './characters.ts';
import type { Lexer } from './lexer.ts';
import { looksLikeSignature } from './signature-comment.ts';
import type { Token } from './token.ts';

const requiresLine = /^#requires/i;

export function skipWhitespace(lexer: Lexer): undefined {
  while (isWhitespace(lexer.peek())) lexer.index++;
  return undefined;
}

export function scanLess(lexer: Lexer): Token | undefined {
  if (lexer.peek() !== '#') return lexer.token('RedirectInStd');
  lexer.index++;
  return scanBlockComment(lexer);
}

export function scanLineComment(lexer: Lexer): undefined {
  while (!lexer.atEnd && lexer.peek() !== '\n' && lexer.peek() !== '\r') lexer.index++;
  const comment = lexer.token('Comment');
  if (requiresLine.test(comment.text)) lexer.requires.push(comment);
  else if (looksLikeSignature(comment.text, lexer.peek())) lexer.signatureStart = comment.start;
  return undefined;
}

export function scanBlockComment(lexer: Lexer): undefined {
  const end = lexer.text.indexOf('#>', lexer.index);
  lexer.index = end < 0 ? lexer.text.length : end + 2;
  if (end < 0) lexer.reportIncomplete('MissingTerminatorMultiLineComment', lexer.tokenStart);
  lexer.token('Comment');
  return undefined;
}

/** Behind a backtick that stands before white space: the line goes on, or nothing is escaped. */
export function continueLine(lexer: Lexer, c: string): undefined {
  if (c === '\r' && lexer.peek() === '\n') lexer.index++;
  if (c === '\n' || c === '\r') lexer.token('LineContinuation');
  else skipWhitespace(lexer);
  return undefined;
}

/** The end of a line that begins with `c`. */
export function scanLineEnd(lexer: Lexer, c: string): Token {
  if (c === '\r' && lexer.peek() === '\n') lexer.index++;
  return lexer.token('NewLine');
}

/** Skips line ends and comments, with `semicolons` these as well. */
export function skipNewlines(lexer: Lexer, options: { semicolons: boolean }): void {
  for (;;) {
    lexer.tokenStart = lexer.index;
    const c = lexer.peek();
    if (!skipOne(lexer, c, options.semicolons)) return;
  }
}

/** Skips what begins with `c`; false when that is no blank. */
function skipOne(lexer: Lexer, c: string, semicolons: boolean): boolean {
  if (c === '`') return skipContinuation(lexer);
  if (c === '<' ? lexer.peek(1) !== '#' : c === ';' ? !semicolons : !isBlank(c)) return false;
  lexer.index++;
  if (c === '#') scanLineComment(lexer);
  else if (c === '<') scanLess(lexer);
  else if (c === ';') lexer.token('Semi');
  else if (c === '\r' || c === '\n') scanLineEnd(lexer, c);
  else skipWhitespace(lexer);
  return true;
}

const isBlank = (c: string): boolean => c === '\n' || c === '\r' || c === '#' || isWhitespace(c);

function skipContinuation(lexer: Lexer): boolean {
  const following = lexer.peek(1);
  if (!isAnyWhitespace(following)) return false;
  lexer.index += 2;
  continueLine(lexer, following);
  return true;
}
