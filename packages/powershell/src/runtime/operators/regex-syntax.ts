export interface TranslatedRegex {
  readonly source: string;
  readonly flags: string;
}

/** What .NET writes differently from JavaScript, outside of sets. */
const escapes: Readonly<Record<string, string>> = {
  A: String.raw`(?<![\s\S])`,
  Z: String.raw`(?=\n?(?![\s\S]))`,
  z: String.raw`(?![\s\S])`,
  a: String.raw`\x07`,
  e: String.raw`\x1b`,
};

const token =
  /\\(p\{[^}]*\}|P\{[^}]*\}|.)|\(\?([imsnx]+)(?:-[imsnx]+)?\)|\(\?'(\w+)'|\(\?>|\(\?#[^)]*\)|\[(?:\\.|[^\]\\])*\]|[^]/gsu;

/** A .NET regular expression in JavaScript's syntax; inline options apply to the whole. */
export function translateRegex(pattern: string): TranslatedRegex {
  const options = new Set<string>();
  const source = Array.from(pattern.matchAll(token), ([all, escape, inline, quotedName]) => {
    if (escape !== undefined) return translateEscape(escape);
    if (quotedName !== undefined) return `(?<${quotedName}>`;
    if (all === '(?>') return '(?:';
    if (all.startsWith('(?#')) return '';
    if (inline === undefined) return all;
    for (const option of inline) options.add(option);
    return '';
  }).join('');
  const unicode = /\\[pP]\{/.test(source) ? 'u' : '';
  return { source, flags: unicode + [...options].filter((option) => 'ms'.includes(option)).join('') };
}

const translateEscape = (escape: string): string => escapes[escape] ?? `\\${escape}`;
