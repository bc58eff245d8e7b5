import { forcesNewToken, isDash, isDigit, isIdentifierStart, isLetter } from './characters.ts';
import type { Lexer } from './lexer.ts';
import { scanGeneric } from './scan-generic.ts';
import { scanLabel, scanParameter } from './scan-name.ts';
import { scanNumber } from './scan-number.ts';
import type { TokenKind } from './token-kind.ts';
import type { Token, Redirection } from './token.ts';

/** Operators of one or two characters that a command's argument may begin with. */
const arithmetic: Readonly<Record<string, { one: TokenKind; assign?: TokenKind }>> = {
  '=': { one: 'Equals' },
  '+': { one: 'Plus', assign: 'PlusEquals' },
  '*': { one: 'Multiply', assign: 'MultiplyEquals' },
  '/': { one: 'Divide', assign: 'DivideEquals' },
  '%': { one: 'Rem', assign: 'RemainderEquals' },
};

export function scanTwice(lexer: Lexer, c: string, twice: TokenKind, once: TokenKind): Token {
  if (lexer.peek() !== c) return lexer.token(once);
  lexer.index++;
  return lexer.token(twice);
}

/** In command mode an operator that goes on is an argument: `+x`. */
function operatorOrGeneric(lexer: Lexer, text: string, kind: TokenKind): Token {
  return lexer.inCommandMode && !forcesNewToken(lexer.peek()) ? scanGeneric(lexer, text) : lexer.token(kind);
}

export function scanArithmetic(lexer: Lexer, c: string): Token {
  const { one, assign } = arithmetic[c]!;
  const following = lexer.peek();
  if (c === '+' && following === '+') {
    lexer.index++;
    return operatorOrGeneric(lexer, '++', 'PlusPlus');
  }
  if (assign && following === '=') {
    lexer.index++;
    return operatorOrGeneric(lexer, `${c}=`, assign);
  }
  if (c === '*' && following === '>') {
    lexer.index++;
    return scanGreater(lexer, 0);
  }
  if (c === '+' && startsSignedNumber(lexer, following)) return scanNumber(lexer, c);
  return operatorOrGeneric(lexer, c, one);
}

function startsSignedNumber(lexer: Lexer, following: string): boolean {
  return lexer.allowSignedNumbers && (isDigit(following) || following === '.');
}

export function scanDash(lexer: Lexer, c: string): Token {
  const following = lexer.peek();
  if (isDash(following)) {
    lexer.index++;
    return operatorOrGeneric(lexer, c + following, 'MinusMinus');
  }
  if (following === '=') {
    lexer.index++;
    return operatorOrGeneric(lexer, `${c}=`, 'MinusEquals');
  }
  if (isLetter(following) || following === '_' || following === '?') return scanParameter(lexer, c);
  if (startsSignedNumber(lexer, following)) return scanNumber(lexer, c);
  return operatorOrGeneric(lexer, c, 'Minus');
}

/** After the first `>` of a redirection from stream `from`; 0 stands for all streams. */
export function scanGreater(lexer: Lexer, from: number): Token {
  if (lexer.peek() === '>') {
    lexer.index++;
    return redirectionToken(lexer, { from, append: true });
  }
  const explicit = lexer.source[lexer.offsetOf(lexer.tokenStart)] !== '>';
  const target = lexer.peek(1);
  if (explicit && lexer.peek() === '&' && (target === '1' || (from !== 0 && target === '2'))) {
    lexer.index += 2;
    return redirectionToken(lexer, { from, to: Number(target) });
  }
  return redirectionToken(lexer, { from });
}

/** In an expression `1>` is a number and a redirection of its output. */
function redirectionToken(lexer: Lexer, redirection: Redirection): Token {
  const explicit = lexer.text[lexer.tokenStart] !== '>' && lexer.text[lexer.tokenStart] !== '*';
  if (redirection.to !== undefined || !explicit || !lexer.inExpressionMode)
    return lexer.token('Redirection', { redirection });
  lexer.index = lexer.tokenStart + 1;
  return lexer.token('Number', { number: { type: 'Int32', value: BigInt(redirection.from) } });
}

export function scanDot(lexer: Lexer): Token {
  const following = lexer.peek();
  if (following === '.') {
    if (lexer.inCommandMode && !forcesNewToken(lexer.peek(1))) return scanGeneric(lexer, '.');
    lexer.index++;
    return lexer.token('DotDot');
  }
  if (isDigit(following)) return scanNumber(lexer, '.');
  const name = !forcesNewToken(following) && following !== '$' && following !== '"' && following !== "'";
  return lexer.inCommandMode && name ? scanGeneric(lexer, '.') : lexer.token('Dot');
}

export function scanExclaim(lexer: Lexer): Token {
  const following = lexer.peek();
  if (lexer.inCommandMode && !forcesNewToken(following)) return scanGeneric(lexer, '!');
  if (lexer.inExpressionMode && isIdentifierStart(following)) return scanGeneric(lexer, '!');
  return lexer.token('Exclaim');
}

export function scanColon(lexer: Lexer): Token {
  if (lexer.peek() === ':') {
    lexer.index++;
    const goesOn = lexer.inCommandMode && !lexer.wantSimpleName && !forcesNewToken(lexer.peek());
    return goesOn ? scanGeneric(lexer, '::') : lexer.token('ColonColon');
  }
  return lexer.inCommandMode ? scanLabel(lexer) : lexer.token('Colon');
}

export function scanQuestion(lexer: Lexer): Token {
  if (lexer.peek() !== '?') return lexer.token('QuestionMark');
  lexer.index++;
  if (lexer.peek() !== '=') return lexer.token('QuestionQuestion');
  lexer.index++;
  return lexer.token('QuestionQuestionEquals');
}
