/** How a string is written besides what has to be escaped. */
export type EscapeHandling = 'default' | 'escapenonascii' | 'escapehtml';

const short: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

const unicodeEscape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

// Line separators are escaped, too: they would end a line of JavaScript. Source: JavaScriptUtils of Json.NET.
const patterns: Readonly<Record<EscapeHandling, RegExp>> = {
  // oxlint-disable-next-line no-control-regex
  default: /["\\\u0000-\u001f\u0085\u2028\u2029]/g,
  // oxlint-disable-next-line no-control-regex
  escapenonascii: /["\\\u0000-\u001f]|[^\u0000-\u007f]/g,
  // oxlint-disable-next-line no-control-regex
  escapehtml: /["\\\u0000-\u001f\u0085\u2028\u2029<>&']/g,
};

/** A string with its quotes. */
export function jsonText(text: string, handling: EscapeHandling = 'default'): string {
  return `"${text.replace(patterns[handling], (character) => short[character] ?? unicodeEscape(character))}"`;
}
