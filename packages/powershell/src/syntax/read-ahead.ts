import { isDoubleQuote, isWhitespace } from './characters.ts';
import type { Lexer } from './lexer.ts';
import { skipWhitespace, scanLess, scanLineComment, scanBlockComment } from './skip-blanks.ts';
import type { TokenKind } from './token-kind.ts';
import type { Token } from './token.ts';

/** What stands behind `--%`: everything to the end of the line or to a pipe, quotes respected. */
export function readVerbatimArgument(lexer: Lexer): Token {
  skipWhitespace(lexer);
  lexer.tokenStart = lexer.index;
  let quoted = false;
  for (let c = lexer.peek(); c !== '' && c !== '\r' && c !== '\n'; c = lexer.peek()) {
    if (isDoubleQuote(c)) quoted = !quoted;
    if (!quoted && (c === '|' || (c === '&' && lexer.peek(1) === '&'))) break;
    lexer.index++;
  }
  return lexer.token('Generic');
}

/** `.`, `::`, `[`, `?.`, `?[` right behind an expression; comments may stand between. */
export function memberAccessOperator(lexer: Lexer, options: { bracket: boolean }): Token | undefined {
  while (lexer.peek() === '<') {
    if (lexer.peek(1) !== '#') return undefined;
    lexer.tokenStart = lexer.index;
    lexer.index += 2;
    scanBlockComment(lexer);
  }
  lexer.tokenStart = lexer.index;
  const c = lexer.peek();
  const following = lexer.peek(1);
  if (c === '.') return following === '.' || endsMember(lexer, following) ? undefined : taken(lexer, 1, 'Dot');
  if (c === ':')
    return following !== ':' || endsMember(lexer, lexer.peek(2)) ? undefined : taken(lexer, 2, 'ColonColon');
  if (c === '[') return options.bracket ? taken(lexer, 1, 'LBracket') : undefined;
  if (c !== '?') return undefined;
  if (following === '.') return taken(lexer, 2, 'QuestionDot');
  return following === '[' && options.bracket ? taken(lexer, 2, 'QuestionLBracket') : undefined;
}

function taken(lexer: Lexer, length: number, kind: TokenKind): Token {
  lexer.index += length;
  return lexer.token(kind);
}

function endsMember(lexer: Lexer, c: string): boolean {
  return lexer.inCommandMode && (c === '' || c === '\0' || c === '\r' || c === '\n' || isWhitespace(c));
}

/** The `(` or `{` that makes a member access a call; nothing may stand between. */
export function invocationParenthesis(lexer: Lexer): Token | undefined {
  lexer.tokenStart = lexer.index;
  const c = lexer.peek();
  if (c === '(') return taken(lexer, 1, 'LParen');
  return c === '{' ? taken(lexer, 1, 'LCurly') : undefined;
}

/** A `[` behind white space and comments. */
export function leftBracket(lexer: Lexer): Token | undefined {
  const resyncPoint = lexer.index;
  let skipped = false;
  for (;;) {
    lexer.tokenStart = lexer.index;
    const c = lexer.peek();
    if (c === '[') return taken(lexer, 1, 'LBracket');
    if (c === '.' || c === ':') {
      if (skipped) lexer.resync(resyncPoint);
      return undefined;
    }
    if (isWhitespace(c) || c === '#') skipped = true;
    else if (c !== '<' || lexer.peek(1) !== '#') return undefined;
    lexer.index++;
    if (c === '#') scanLineComment(lexer);
    else if (c === '<') scanLess(lexer);
    else skipWhitespace(lexer);
  }
}
