/** What the lexer asks of characters. Source: the original's character traits and its quote and dash variants. */

const smartSingles = '\u2018\u2019\u201a\u201b';
const smartDoubles = '\u201c\u201d\u201e';
const longDashes = '\u2013\u2014\u2015';

const newTokenStarters = '\0\t\n\v\f\r &(),;{|}';
const starters = new Set(newTokenStarters);
const afterNumber = new Set('!#%*+-./<=>]');
const whitespace = /^[\s\u0085]$/;

export const isSingleQuote = (c: string): boolean => c === "'" || (c > '\u007f' && smartSingles.includes(c));
export const isDoubleQuote = (c: string): boolean => c === '"' || (c > '\u007f' && smartDoubles.includes(c));
export const isDash = (c: string): boolean => c === '-' || (c > '\u007f' && longDashes.includes(c));
export const isDigit = (c: string): boolean => c >= '0' && c <= '9' && c.length === 1;
export const isHexDigit = (c: string): boolean => /^[0-9a-f]$/i.test(c);
export const isAsciiLetter = (c: string): boolean => (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
// A pattern with properties of Unicode takes longer to make than a short script to run: it stands where few come.
export const isLetter = (c: string): boolean => (c < '\u0080' ? isAsciiLetter(c) : /^\p{L}$/u.test(c));
export const isLetterOrDigit = (c: string): boolean =>
  c < '\u0080' ? isAsciiLetter(c) || isDigit(c) : /^[\p{L}\p{Nd}]$/u.test(c);

/** White space inside a line. */
export function isWhitespace(c: string): boolean {
  if (c < '\u0080') return c === ' ' || c === '\t' || c === '\f' || c === '\v';
  return whitespace.test(c) && c !== '\u2028' && c !== '\u2029';
}

/** White space of any kind, line ends included: what may follow a backtick without being escaped. */
export const isAnyWhitespace = (c: string): boolean => c !== '' && whitespace.test(c);

/** `''` stands for the end of the script, which ends every token. */
export const forcesNewToken = (c: string): boolean => c === '' || starters.has(c) || (c >= '\u0080' && isWhitespace(c));

export function forcesNewTokenAfterNumber(c: string, options: { ternary: boolean }): boolean {
  return afterNumber.has(c) || isDash(c) || (options.ternary && (c === '?' || c === ':'));
}

export const endsAssemblyName = (c: string): boolean => c === '' || '\0\t\n\v\f\r ,=]'.includes(c) || isWhitespace(c);
export const isIdentifierStart = (c: string): boolean => isLetter(c) || c === '_';
export const isIdentifierFollow = (c: string): boolean => isLetterOrDigit(c) || c === '_';

/** What may stand behind a `$`: `a`, `1`, `_`, `?`, `$`, `^`, `:`. */
export const isVariableStart = (c: string): boolean => isLetterOrDigit(c) || (c !== '' && '_?$^:'.includes(c));
