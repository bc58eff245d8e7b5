import {
  endsAssemblyName,
  forcesNewToken,
  isAsciiLetter,
  isDoubleQuote,
  isIdentifierFollow,
  isIdentifierStart,
  isLetterOrDigit,
  isSingleQuote,
  isWhitespace,
} from './characters.ts';
import type { Lexer } from './lexer.ts';
import { scanGeneric } from './scan-generic.ts';
import { skipWhitespace } from './skip-blanks.ts';
import { dashOperatorKinds, keywordKinds, type TokenKind } from './token-kind.ts';
import type { Token } from './token.ts';

const parameterEnds = new Set(['{', '}', '(', ')', ';', ',', '|', '&', '.', '[', '\r', '\n', '\0', '']);

export function scanLabel(lexer: Lexer): Token {
  if (!isIdentifierStart(lexer.peek()))
    return lexer.atEnd ? lexer.token('Generic', { value: ':' }) : scanGeneric(lexer, ':');
  const begin = lexer.index;
  while (isIdentifierFollow(lexer.peek())) lexer.index++;
  const value = lexer.text.slice(begin, lexer.index);
  if (!forcesNewToken(lexer.peek())) return scanGeneric(lexer, `:${value}`);
  return lexer.token('Label', { value });
}

export function scanIdentifier(lexer: Lexer): Token {
  while (isIdentifierFollow(lexer.peek())) lexer.index++;
  if (lexer.mode === 'type name') return scanTypeName(lexer);
  const simple = lexer.wantSimpleName;
  if (!simple && lexer.inCommandMode && !forcesNewToken(lexer.peek())) {
    return scanGeneric(lexer, lexer.text.slice(lexer.tokenStart, lexer.index));
  }
  if (simple || lexer.inExpressionMode) return lexer.token('Identifier');
  return lexer.token(keywordKind(lexer, lexer.text.slice(lexer.tokenStart, lexer.index)) ?? 'Identifier');
}

function keywordKind(lexer: Lexer, word: string): TokenKind | undefined {
  const lower = word.toLowerCase();
  if (lower === 'inlinescript' && lexer.inWorkflow) return 'InlineScript';
  return keywordKinds.get(lower);
}

function scanTypeName(lexer: Lexer): Token {
  for (let c = lexer.peek(); c !== '' && ('._`+#\\'.includes(c) || isLetterOrDigit(c)); c = lexer.peek()) lexer.index++;
  return lexer.token('Identifier');
}

export function scanParameter(lexer: Lexer, dash: string): Token {
  const begin = lexer.index;
  let colon = false;
  for (let c = lexer.peek(); !parameterEnds.has(c) && !isWhitespace(c); c = lexer.peek()) {
    if (c === ':') {
      colon = true;
      break;
    }
    if (!isAsciiLetter(c)) {
      if (!lexer.inCommandMode) break;
      if (isSingleQuote(c) || isDoubleQuote(c)) return scanGeneric(lexer, dash + lexer.text.slice(begin, lexer.index));
    }
    lexer.index++;
  }
  const value = lexer.text.slice(begin, lexer.index);
  if (colon && lexer.inCommandMode) lexer.index++;
  const operator = lexer.inExpressionMode ? dashOperatorKinds.get(value.toLowerCase()) : undefined;
  if (operator) return lexer.token(operator);
  if (value === '') return lexer.token('Minus');
  return lexer.token('Parameter', { value, colon });
}

/** The rest of a type name behind its comma: `System.Xml, Version=4.0.0.0`. */
export function assemblyName(lexer: Lexer): string {
  let name = assemblyNamePart(lexer);
  while (lexer.peek() === ',') {
    name += `, ${assemblyNameSeparator(lexer, 'Comma')}`;
    if (lexer.peek() === '=') name += `=${assemblyNameSeparator(lexer, 'Equals')}`;
  }
  return name;
}

function assemblyNameSeparator(lexer: Lexer, kind: TokenKind): string {
  lexer.tokenStart = lexer.index++;
  lexer.token(kind);
  return assemblyNamePart(lexer);
}

function assemblyNamePart(lexer: Lexer): string {
  skipWhitespace(lexer);
  lexer.tokenStart = lexer.index;
  while (!endsAssemblyName(lexer.peek())) lexer.index++;
  const part = lexer.text.slice(lexer.tokenStart, lexer.index);
  lexer.token('Identifier');
  skipWhitespace(lexer);
  return part;
}
