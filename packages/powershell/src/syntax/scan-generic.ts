import { forcesNewToken, isDoubleQuote, isSingleQuote } from './characters.ts';
import type { Lexer } from './lexer.ts';
import { readExpandable, readLiteral, scanDollarInString } from './scan-string.ts';
import { append, appendCharacter, type StringParts } from './string-parts.ts';
import type { Token } from './token.ts';

// What a word is mostly made of: nothing that ends it or means something in it.
const plainRun = /[^\0\t\n\v\f\r &(),;{|}`'"$\u0080-\uffff]+/y;

/** Reads what was taken for something else as a word. */
export function rescanAsGeneric(lexer: Lexer): Token {
  lexer.index = lexer.tokenStart;
  return scanGeneric(lexer, '');
}

/** A word of a command: `Get-Item`, `a"b"$c`, `C:\x`. `prefix` is its beginning, read already. */
export function scanGeneric(lexer: Lexer, prefix: string): Token {
  const parts: StringParts = { value: prefix, format: prefix, nested: [] };
  append(parts, lexer.takeRun(plainRun));
  for (let c = lexer.peek(); !forcesNewToken(c); c = lexer.peek()) {
    lexer.index++;
    if (isSingleQuote(c)) append(parts, readLiteral(lexer).value);
    else if (isDoubleQuote(c)) readExpandable(lexer, parts);
    else if (c === '$' && scanDollarInString(lexer, parts, { hereString: false })) continue;
    else appendCharacter(lexer, parts, c);
    append(parts, lexer.takeRun(plainRun));
  }
  const { value, format, nested } = parts;
  return nested.length > 0 ? lexer.token('Generic', { value, format, nested }) : lexer.token('Generic', { value });
}
