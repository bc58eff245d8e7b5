import { forcesNewToken, isDoubleQuote, isSingleQuote } from './characters.ts';
import type { Lexer } from './lexer.ts';
import { readExpandable, readLiteral, scanDollarInString } from './scan-string.ts';
import { append, appendCharacter, type StringParts } from './string-parts.ts';
import type { Token } from './token.ts';

/** A word of a command: `Get-Item`, `a"b"$c`, `C:\x`. `prefix` is its beginning, read already. */
export function scanGeneric(lexer: Lexer, prefix: string): Token {
  const parts: StringParts = { value: prefix, format: prefix, nested: [] };
  for (let c = lexer.peek(); !forcesNewToken(c); c = lexer.peek()) {
    lexer.index++;
    if (isSingleQuote(c)) append(parts, readLiteral(lexer).value);
    else if (isDoubleQuote(c)) readExpandable(lexer, parts);
    else if (c === '$' && scanDollarInString(lexer, parts, { hereString: false })) continue;
    else appendCharacter(lexer, parts, c);
  }
  const { value, format, nested } = parts;
  return nested.length > 0 ? lexer.token('Generic', { value, format, nested }) : lexer.token('Generic', { value });
}
