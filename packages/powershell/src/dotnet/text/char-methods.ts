import { once } from '../once.ts';
import { isWhiteSpace } from './string-methods.ts';

/** Characters that a pattern matches; it is made when one is asked about: properties of Unicode take their time. */
function like(make: () => RegExp): (character: string) => boolean {
  const pattern = once(make);
  return (character) => pattern().test(character);
}

/** The questions of System.Char, by their names. */
export const charPredicates = {
  IsControl: like(() => /^\p{Cc}/u),
  IsDigit: like(() => /^\p{Nd}/u),
  IsLetter: like(() => /^\p{L}/u),
  IsLetterOrDigit: like(() => /^[\p{L}\p{Nd}]/u),
  IsLower: like(() => /^\p{Ll}/u),
  IsNumber: like(() => /^\p{N}/u),
  IsPunctuation: like(() => /^\p{P}/u),
  IsSeparator: like(() => /^\p{Z}/u),
  IsSymbol: like(() => /^\p{S}/u),
  IsUpper: like(() => /^\p{Lu}/u),
  IsWhiteSpace: isWhiteSpace,
  IsAscii: like(() => /^\p{ASCII}/u),
  IsSurrogate: like(() => /^[\ud800-\udfff]/),
  IsHighSurrogate: like(() => /^[\ud800-\udbff]/),
  IsLowSurrogate: like(() => /^[\udc00-\udfff]/),
} as const;

/** `Char.GetNumericValue` of digits; -1 for what is none. */
export function numericValue(character: string): number {
  if (!charPredicates.IsDigit(character)) return -1;
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (zero > code - 9 && charPredicates.IsDigit(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}
