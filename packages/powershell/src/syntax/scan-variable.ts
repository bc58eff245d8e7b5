import { forcesNewToken, isDoubleQuote, isLetterOrDigit, isWhitespace } from './characters.ts';
import type { Lexer } from './lexer.ts';
import { unescapeBacktick } from './string-parts.ts';
import type { Token } from './token.ts';
import { parseVariablePath, type VariablePath } from './variable-path.ts';

interface VariableOptions {
  readonly splatted: boolean;
  readonly inString: boolean;
}

const endsName = new Set(['', '\0', '\t', '\r', '\n', ' ', '&', '(', ')', ',', ';', '{', '}', '|', '.', '[', '=']);

/** A variable after its `$` or `@`; undefined where it is the beginning of a longer word of a command. */
export function scanVariable(lexer: Lexer, options: VariableOptions): Token | undefined {
  const begin = lexer.index;
  const c = lexer.take();
  if (c === '{') return scanBraced(lexer, begin, options.inString);
  const whole = c === '$' || c === '?' || c === '^';
  if (!whole) while (isNameCharacter(lexer)) lexer.index++;
  const next = lexer.peek();
  const goesOn = whole ? !forcesNewToken(next) : !endsName.has(next) && next !== ':' && !isWhitespace(next);
  if (lexer.inCommandMode && goesOn && !forcesNewToken(next)) return undefined;
  const path = parseVariablePath(lexer.text.slice(begin, lexer.index));
  if (path.unqualifiedPath === '') reportEmpty(lexer, path);
  return lexer.token(options.splatted ? 'SplattedVariable' : 'Variable', { path, value: path.userPath });
}

function isNameCharacter(lexer: Lexer): boolean {
  const c = lexer.peek();
  if (c === ':') return lexer.peek(1) !== ':';
  return c === '_' || c === '?' || isLetterOrDigit(c);
}

function reportEmpty(lexer: Lexer, path: VariablePath): void {
  const place = { start: lexer.offsetOf(lexer.tokenStart), end: lexer.offsetOf(lexer.index) };
  lexer.report(path.drive === undefined ? 'InvalidVariableReference' : 'InvalidVariableReferenceWithDrive', place);
}

/** `${any name}` after its brace. */
function scanBraced(lexer: Lexer, begin: number, inString: boolean): Token | undefined {
  const { name, closed } = readBracedName(lexer, inString);
  if (!closed) lexer.reportIncomplete('IncompleteDollarVariableReference', begin);
  else if (name === '') lexer.reportAt('EmptyVariableReference', lexer.index - 1);
  const next = lexer.peek();
  if (lexer.inCommandMode && !forcesNewToken(next) && next !== '.' && next !== '[') return undefined;
  const path = parseVariablePath(name === '' ? ':Error:' : name);
  if (path.unqualifiedPath === '') {
    const place = { start: lexer.offsetOf(lexer.tokenStart), end: lexer.offsetOf(lexer.index) };
    lexer.report('InvalidBracedVariableReference', place);
  }
  return lexer.token('Variable', { path, value: path.userPath });
}

function readBracedName(lexer: Lexer, inString: boolean): { name: string; closed: boolean } {
  let name = '';
  for (let c = lexer.take(); c !== ''; c = lexer.take()) {
    if (c === '}') return { name, closed: true };
    if (c === '`' && !lexer.atEnd) c = unescapeBacktick(lexer, lexer.take()) ?? '\uffff';
    else if (inString && isDoubleQuote(c) && isDoubleQuote(lexer.peek())) c = lexer.take();
    else if (c === '{') {
      lexer.reportAt('OpenBraceNeedsToBeBackTickedInVariableName', lexer.index);
    }
    name += c;
  }
  lexer.index = lexer.text.length;
  return { name, closed: false };
}
