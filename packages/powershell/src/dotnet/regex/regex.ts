import { argumentError } from '../dotnet-error.ts';
import { parseReplacement, templateOf, type Replacement } from './replacement.ts';
import { translateRegex, type RegexGroup } from './translate-regex.ts';

// oxlint-disable-next-line no-control-regex -- ASCII is meant
const asciiText = /^[\0-\x7f]*$/;

/** From so many texts on it costs more to look at each of them than to compile the pattern for all there are. */
const manyTexts = 100_000;

interface Engine {
  readonly expression: RegExp;
  readonly groups: readonly RegexGroup[];
}

export interface RegexCapture {
  readonly name: string;
  readonly success: boolean;
  readonly value: string;
  readonly index: number;
  readonly length: number;
}

/** System.Text.RegularExpressions.Regex over JavaScript's expressions; a group keeps its last capture alone. */
export class Regex {
  readonly pattern: string;
  readonly options: number;
  private short: Engine | undefined = undefined;
  private full: Engine | undefined = undefined;
  private texts = 0;

  constructor(pattern: string, options = 0) {
    this.pattern = pattern;
    this.options = options;
    this.engine('');
  }

  /** ASCII texts are matched with short sets, which are compiled at once, others with all of Unicode's. */
  private engine(text: string): Engine {
    if (this.texts < manyTexts) {
      this.texts++;
      if (asciiText.test(text)) return (this.short ??= this.compile({ ascii: true }));
    }
    return (this.full ??= this.compile({ ascii: false }));
  }

  private compile({ ascii }: { readonly ascii: boolean }): Engine {
    const { source, flags, groups } = translateRegex(this.pattern, { options: this.options, ascii });
    return { expression: new RegExp(source, flags), groups };
  }

  get groups(): readonly RegexGroup[] {
    return this.engine('').groups;
  }

  get groupNames(): readonly string[] {
    return this.groups.map(({ name }) => name);
  }

  isMatch(text: string, start = 0): boolean {
    const { expression } = this.engine(text);
    expression.lastIndex = start;
    return expression.test(text);
  }

  /** The first match from `start` on. */
  match(text: string, start = 0): RegexMatch | undefined {
    const engine = this.engine(text);
    engine.expression.lastIndex = start;
    const found = engine.expression.exec(text);
    return found === null ? undefined : new RegexMatch(this, engine, found);
  }

  *matches(text: string, start = 0): Generator<RegexMatch, undefined> {
    for (let match = this.match(text, start); match !== undefined; match = match.next()) yield match;
  }

  /** `replacement` is a pattern with `$1`, `${name}`, `$&`, or a function of the match; `count` -1 means all. */
  replace(text: string, replacement: string | ((match: RegexMatch) => string), count = -1, start = 0): string {
    if (typeof replacement === 'string' && count < 0 && start === 0) {
      const { expression, groups } = this.engine(text);
      const template = templateOf(replacement, groups);
      if (template !== undefined) return text.replace(expression, template);
    }
    const write: Replacement =
      typeof replacement === 'string' ? parseReplacement(replacement, this.groupNames) : replacement;
    let result = '';
    let end = 0;
    let left = count;
    for (const match of this.matches(text, start)) {
      if (left-- === 0) break;
      result += text.slice(end, match.index) + write(match);
      end = match.index + match.length;
    }
    return end === 0 && result === '' ? text : result + text.slice(end);
  }

  /** The parts between the matches, and what the groups captured; `count` 0 means all. */
  split(text: string, count = 0, start = 0): string[] {
    if (count < 0) throw argumentError('Count cannot be less than -1.', 'count');
    const parts: string[] = [];
    let end = 0;
    let left = count;
    if (count === 1) return [text];
    for (const match of this.matches(text, start)) {
      if (count > 0 && --left === 0) break;
      parts.push(text.slice(end, match.index));
      end = match.index + match.length;
      for (const group of match.captures().slice(1)) if (group.success) parts.push(group.value);
    }
    parts.push(text.slice(end));
    return parts;
  }

  toString(): string {
    return this.pattern;
  }
}

/** A successful match. */
export class RegexMatch {
  readonly regex: Regex;
  readonly text: string;
  readonly index: number;
  readonly value: string;
  private readonly engine: Engine;
  private readonly found: RegExpExecArray;

  constructor(regex: Regex, engine: Engine, found: RegExpExecArray) {
    this.regex = regex;
    this.engine = engine;
    this.found = found;
    this.text = found.input;
    this.index = found.index;
    this.value = found[0];
  }

  get length(): number {
    return this.value.length;
  }

  next(): RegexMatch | undefined {
    const after = this.index + this.length + (this.length === 0 ? 1 : 0);
    return after > this.text.length ? undefined : this.regex.match(this.text, after);
  }

  /** Text of a group by number or name; undefined when it took no part or does not exist. */
  group(key: number | string): string | undefined {
    const group =
      typeof key === 'number' ? this.engine.groups[key] : this.engine.groups.find(({ name }) => name === key);
    if (group === undefined) return undefined;
    for (let place = group.indexes.length - 1; place >= 0; place--) {
      const text = this.found[group.indexes[place]!];
      if (text !== undefined) return text;
    }
    return undefined;
  }

  /** All groups, the whole match first. Positions cost a second run, so ask `group` where the text is enough. */
  captures(): readonly RegexCapture[] {
    const { expression, groups } = this.engine;
    const indices = groups.length > 1 ? positions(expression, this) : undefined;
    return groups.map(({ name, indexes }) => {
      const at = indexes.findLast((candidate) => this.found[candidate] !== undefined);
      const value = at === undefined ? '' : (this.found[at] ?? '');
      const index = at === undefined ? 0 : at === 0 ? this.index : (indices?.[at]?.[0] ?? 0);
      return { name, success: at !== undefined, value, index, length: value.length };
    });
  }
}

function positions({ source, flags }: RegExp, { text, index }: RegexMatch): RegExpIndicesArray | undefined {
  const expression = new RegExp(source, `${flags}d`);
  expression.lastIndex = index;
  return expression.exec(text)?.indices;
}

/** `Regex.Escape`. */
export function escapeRegex(text: string): string {
  const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\f': '\\f' };
  return text.replace(/[\\*+?|{[()^$.# \n\r\t\f]/g, (character) => named[character] ?? `\\${character}`);
}

/** `Regex.Unescape`. */
export function unescapeRegex(text: string): string {
  const named: Readonly<Record<string, string>> = {
    n: '\n',
    r: '\r',
    t: '\t',
    f: '\f',
    v: '\v',
    a: '\x07',
    e: '\x1b',
    b: '\b',
  };
  return text.replace(
    /\\(?:x([\da-f]{2})|u([\da-f]{4})|([^]))/gi,
    (_all, two?: string, four?: string, character = '') => {
      const hex = two ?? four;
      return hex === undefined ? (named[character] ?? character) : String.fromCharCode(Number.parseInt(hex, 16));
    },
  );
}
