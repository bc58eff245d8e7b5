export { cultureByName, invariantCulture, type Culture, type DateSymbols, type NumberSymbols } from './culture.ts';
export { DotnetError, type DotnetExceptionType } from './dotnet-error.ts';
export { formatComposite, type FormatArgument } from './numbers/composite-format.ts';
export { formatNumber } from './numbers/format-number.ts';
export {
  integerRange,
  overflowText,
  type DecimalInput,
  type FixedIntegerType,
  type FloatInput,
  type IntegerInput,
  type NumberInput,
} from './numbers/number-input.ts';
export { daysInMonth, isLeapYear } from './dates/calendar.ts';
export { DateTime, dayNames, type DateTimeKind, type DateTimeParts, type DayOfWeek } from './dates/date-time.ts';
export { DateTimeOffset } from './dates/date-time-offset.ts';
export { formatDateTime, formatDateTimeOffset } from './dates/format-date.ts';
export { parseDateTimeExact, parseDateTimeOffsetExact } from './dates/parse-date-exact.ts';
export { parseDateTime, parseDateTimeOffset } from './dates/parse-date.ts';
export type { DateParsing, DateStyles } from './dates/parsed-date.ts';
export { formatTimeSpan, parseTimeSpan, tryParseTimeSpan } from './dates/time-span-text.ts';
export { TimeSpan, type TimeSpanParts, type TimeSpanUnit } from './dates/time-span.ts';
export { TimeZoneInfo } from './dates/time-zone-info.ts';
export { RegexOptions } from './regex/regex-options.ts';
export { escapeRegex, Regex, RegexMatch, unescapeRegex, type RegexCapture } from './regex/regex.ts';
export { charPredicates, numericValue } from './text/char-methods.ts';
export { compareText, equalText, toLower, toTitleCase, toUpper, type StringComparison } from './text/compare-text.ts';
export { encodingByName, encodings, type Encoding } from './text/encoding.ts';
export { StringBuilder } from './text/string-builder.ts';
export * as strings from './text/string-methods.ts';
export { containsWildcards, escapeWildcards, unescapeWildcards, WildcardPattern } from './text/wildcard.ts';
export {
  fromBase,
  fromBase64,
  fromHex,
  parseBoolean,
  parseChar,
  toBase,
  toBase64,
  toChar,
  toHex,
  toInteger,
} from './numbers/convert.ts';
export {
  decimalStyles,
  floatStyles,
  integerStyles,
  parseDecimal,
  parseDouble,
  parseInteger,
  tryParse,
  type NumberParsing,
  type NumberStyles,
} from './numbers/parse-number.ts';
export { roundDecimal, roundDouble, type MidpointRounding } from './numbers/round.ts';
export { Guid } from './values/guid.ts';
export { MailAddress } from './values/mail-address.ts';
export { escapeData, unescapeData, Uri, type UriKind } from './values/uri.ts';
export { Version } from './values/version.ts';
export { absoluteInteger, clamp, divideWithRemainder, doubleFunctions, signOf, wholeDecimal } from './numbers/math.ts';
export { SemanticVersion } from './values/semantic-version.ts';
