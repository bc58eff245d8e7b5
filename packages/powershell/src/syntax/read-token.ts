import {
  forcesNewToken,
  isAnyWhitespace,
  isAsciiLetter,
  isDash,
  isDigit,
  isDoubleQuote,
  isLetter,
  isSingleQuote,
  isVariableStart,
  isWhitespace,
} from './characters.ts';
import type { Lexer } from './lexer.ts';
import { rescanAsGeneric, scanGeneric } from './scan-generic.ts';
import { scanIdentifier } from './scan-name.ts';
import { scanNumber } from './scan-number.ts';
import {
  scanTwice,
  scanArithmetic,
  scanDash,
  scanGreater,
  scanDot,
  scanExclaim,
  scanColon,
  scanQuestion,
} from './scan-operator.ts';
import {
  scanExpandableHereString,
  scanExpandableString,
  scanLiteralHereString,
  scanLiteralString,
} from './scan-string.ts';
import { unescapeBacktick } from './string-parts.ts';
import { scanVariable } from './scan-variable.ts';
import { continueLine, scanLess, scanLineComment, scanLineEnd, skipWhitespace } from './skip-blanks.ts';
import type { TokenKind } from './token-kind.ts';
import type { Token } from './token.ts';

const simpleTokens: Readonly<Record<string, TokenKind>> = {
  '(': 'LParen',
  ')': 'RParen',
  ']': 'RBracket',
  '{': 'LCurly',
  '}': 'RCurly',
  ';': 'Semi',
  ',': 'Comma',
  '\n': 'NewLine',
};

/** Reads the next token. */
export function nextToken(lexer: Lexer): Token {
  for (;;) {
    lexer.tokenStart = lexer.index;
    const token = readToken(lexer, lexer.take());
    if (token) return token;
  }
}

/** The token that begins with `c`, or undefined after something that is none. */
function readToken(lexer: Lexer, c: string): Token | undefined {
  if (isAsciiLetter(c) || c === '_') return scanIdentifier(lexer);
  if (c === ' ' || isWhitespace(c)) return skipWhitespace(lexer);
  const simple = simpleTokens[c];
  if (simple) return lexer.token(simple);
  if (c === '') return lexer.endOfInput();
  if (isSingleQuote(c)) return scanLiteralString(lexer);
  if (isDoubleQuote(c)) return scanExpandableString(lexer);
  if (isDash(c)) return scanDash(lexer, c);
  if (isDigit(c)) return scanDigit(lexer, c);
  return readPunctuation(lexer, c);
}

function readPunctuation(lexer: Lexer, c: string): Token | undefined {
  switch (c) {
    case '$':
      return scanDollar(lexer);
    case '#':
      return scanLineComment(lexer);
    case '\r':
      return scanLineEnd(lexer, c);
    case '`':
      return scanBacktick(lexer);
    case '@':
      return scanAt(lexer);
    case '=':
    case '+':
    case '*':
    case '/':
    case '%':
      return scanArithmetic(lexer, c);
    case '<':
      return scanLess(lexer);
    case '>':
      return scanGreater(lexer, 1);
    case '[':
      return lexer.inCommandMode && !forcesNewToken(lexer.peek()) ? scanGeneric(lexer, '[') : lexer.token('LBracket');
    case '.':
      return scanDot(lexer);
    case '&':
      return scanTwice(lexer, '&', 'AndAnd', 'Ampersand');
    case '|':
      return scanTwice(lexer, '|', 'OrOr', 'Pipe');
    case '!':
      return scanExclaim(lexer);
    case ':':
      return scanColon(lexer);
    case '?':
      if (lexer.inExpressionMode) return scanQuestion(lexer);
      return scanGeneric(lexer, c);
    default:
      return isLetter(c) ? scanIdentifier(lexer) : scanGeneric(lexer, c);
  }
}

function scanAt(lexer: Lexer): Token {
  const c = lexer.take();
  if (c === '{') return lexer.token('AtCurly');
  if (c === '(') return lexer.token('AtParen');
  if (isSingleQuote(c)) return scanLiteralHereString(lexer, c);
  if (isDoubleQuote(c)) return scanExpandableHereString(lexer, c);
  lexer.index--;
  if (isVariableStart(c)) return scanWholeVariable(lexer, { splatted: true });
  lexer.reportAt('UnrecognizedToken', lexer.index - 1);
  return lexer.token('Unknown');
}

function scanDollar(lexer: Lexer): Token {
  const c = lexer.peek();
  if (c === '{' || isVariableStart(c)) return scanWholeVariable(lexer, { splatted: false });
  if (c !== '(') return scanGeneric(lexer, '$');
  lexer.index++;
  return lexer.token('DollarParen');
}

const scanWholeVariable = (lexer: Lexer, { splatted }: { splatted: boolean }): Token =>
  scanVariable(lexer, { splatted, inString: false }) ?? rescanAsGeneric(lexer);

function scanDigit(lexer: Lexer, c: string): Token {
  if (c >= '1' && c <= '6' && lexer.peek() === '>') {
    lexer.index++;
    return scanGreater(lexer, Number(c));
  }
  return scanNumber(lexer, c);
}

function scanBacktick(lexer: Lexer): Token | undefined {
  const c = lexer.take();
  if (isAnyWhitespace(c)) return continueLine(lexer, c);
  if (c === '') {
    lexer.reportIncomplete('IncompleteString', lexer.index);
    lexer.index--;
    return undefined;
  }
  return scanGeneric(lexer, unescapeBacktick(lexer, c) ?? '');
}
