import { DotnetError } from '../dotnet-error.ts';
import { boundarySet, escapedUnit, propertySet, shorthandSet } from './character-sets.ts';
import { inlineOptions, RegexOptions } from './regex-options.ts';

/** A .NET pattern in JavaScript's syntax. */
export interface TranslatedRegex {
  readonly source: string;
  readonly flags: string;
  /** The groups by .NET's numbers: unnamed ones first, then named ones; each with its JavaScript groups. */
  readonly groups: readonly RegexGroup[];
}

export interface RegexGroup {
  readonly name: string;
  readonly indexes: readonly number[];
}

export interface TranslateOptions {
  readonly options: number;
  /** Whether the texts to match hold ASCII characters alone, for which shorter sets will do. */
  readonly ascii: boolean;
}

/** Translates a pattern; one that .NET refuses gives .NET's error, what JavaScript cannot do is refused by name. */
export function translateRegex(pattern: string, options: TranslateOptions): TranslatedRegex {
  return new Translator(pattern, options).translate();
}

interface Reference {
  readonly name: string;
  readonly at: number;
}

/** What holds again when a group ends. */
interface Scope {
  readonly options: number;
  readonly inline: string;
  /** Closes the group. */
  readonly close: string;
}

/** JavaScript does not take a quantifier behind these. */
const assertion = /^(?:[\^$]$|\\[bB]$|\(\?<?!)/;

const groupStart =
  /^\?(?:(?<plain>[:=!]|<[=!])|(?<atomic>>)|<(?<angled>\w+)>|'(?<quoted>\w+)'|(?<inline>[imnsx]*(?:-[imnsx]*)?)(?<end>[:)]))/;

class Translator {
  private readonly pattern: string;
  readonly ascii: boolean;
  private readonly caseless: boolean;
  private options: number;
  private at = 0;
  private readonly output: (string | Reference)[] = [];
  private readonly scopes: Scope[] = [];
  /** What closes the inline options that are open in the current group. */
  private inline = '';
  private groupCount = 0;
  private unnamed = 0;
  private readonly indexes = new Map<string, number[]>();
  private quantifiable = false;

  constructor(pattern: string, { options, ascii }: TranslateOptions) {
    for (const name of ['RightToLeft', 'ECMAScript'] as const) {
      if ((options & RegexOptions[name]) !== 0) throw unsupported(`RegexOptions.${name}`);
    }
    this.pattern = pattern;
    this.ascii = ascii;
    this.options = options;
    this.caseless = this.has(RegexOptions.IgnoreCase);
  }

  private has(option: number): boolean {
    return (this.options & option) !== 0;
  }

  translate(): TranslatedRegex {
    while (this.at < this.pattern.length) this.token();
    if (this.scopes.length > 0) throw this.fail("Not enough )'s.");
    this.output.push(this.inline);
    const source = this.output.map((part) => (typeof part === 'string' ? part : this.resolve(part))).join('');
    return { source, flags: this.caseless ? 'gi' : 'g', groups: this.numbered() };
  }

  private fail(reason: string, at = this.at): DotnetError {
    const message = `Invalid pattern '${this.pattern}' at offset ${at}. ${reason}`;
    return new DotnetError('Text.RegularExpressions.RegexParseException', message);
  }

  private rest(): string {
    return this.pattern.slice(this.at);
  }

  private emit(text: string, length = 1): void {
    this.output.push(text);
    this.at += length;
    this.quantifiable = true;
  }

  private token(): void {
    const character = this.pattern.charAt(this.at);
    if (this.has(RegexOptions.IgnorePatternWhitespace) && this.skipSpace()) return;
    if (character === '(') this.openGroup();
    else if (character === ')') this.closeGroup();
    else if (character === '|') this.alternative();
    else if (character === '[') this.emit(this.readSet(), 0);
    else if (character === '\\') this.escape();
    else if (character === '^') this.emit(this.has(RegexOptions.Multiline) ? '(?<![^\\n])' : '^');
    else if (character === '$') this.emit(this.has(RegexOptions.Multiline) ? '(?![^\\n])' : '(?:$|(?=\\n$))');
    else if (character === '.') this.emit(this.has(RegexOptions.Singleline) ? '[^]' : '[^\\n]');
    else if (!this.quantifier()) this.emit(/[\]{}/]/.test(character) ? `\\${character}` : character);
  }

  private skipSpace(): boolean {
    const length = /^(?:\s+|#[^\n]*\n?)/.exec(this.rest())?.[0].length ?? 0;
    this.at += length;
    return length > 0;
  }

  private quantifier(): boolean {
    const match = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})/.exec(this.rest());
    if (match === null) return false;
    const [text, low, , high] = match;
    const mark = text.charAt(0) === '{' ? text : text.charAt(0);
    if (!this.quantifiable) throw this.unquantifiable(mark, text.length);
    if (high !== undefined && high !== '' && Number(high) < Number(low)) {
      throw this.fail('Illegal {x,y} with x > y.', this.at + text.length);
    }
    this.wrapAssertion();
    const lazy = this.pattern[this.at + text.length] === '?' ? '?' : '';
    this.emit(text + lazy, text.length + lazy.length);
    this.quantifiable = false;
    return true;
  }

  private wrapAssertion(): void {
    const last = this.output.at(-1);
    if (typeof last === 'string' && assertion.test(last)) this.output[this.output.length - 1] = `(?:${last})`;
  }

  private unquantifiable(mark: string, length: number): DotnetError {
    const nested = /[*+?}]$/.test(this.pattern.slice(0, this.at)) && this.at > 0;
    const shown = mark.charAt(0) === '{' ? '{' : mark;
    const reason = nested ? `Nested quantifier '${shown}'.` : `Quantifier '${shown}' following nothing.`;
    return this.fail(reason, this.at + (mark === shown ? length : 1));
  }

  private alternative(): void {
    const changed = this.inline === '' ? '' : this.inlineStart(this.options);
    this.emit(`${this.inline}|${changed}`);
    if (this.inline !== '') this.inline = ')';
    this.quantifiable = false;
  }

  private openGroup(): void {
    const rest = this.pattern.slice(this.at + 1);
    if (rest.startsWith('?#')) return this.comment();
    if (!rest.startsWith('?')) return this.openUnnamed();
    const match = groupStart.exec(rest);
    if (match === null) throw this.ungroupable(rest);
    const { plain, atomic, angled, quoted, inline, end } = match.groups ?? {};
    const length = match[0].length + 1;
    const name = angled ?? quoted;
    if (plain === ':') this.open('(?:', length);
    else if (plain !== undefined) this.open(`(?:(?${plain}`, length, '))');
    else if (atomic !== undefined) this.openAtomic(length);
    else if (name !== undefined) this.openCapture(name, length);
    else this.openInline(inline ?? '', { length, scoped: end === ':' });
  }

  private ungroupable(rest: string): DotnetError {
    if (rest.startsWith('?(')) return unsupported('the conditional construct (?(…)yes|no)');
    if (/^\?[<']\w*-/.test(rest)) return unsupported('the balancing group (?<name1-name2>…)');
    if (/^\?<?$/.test(rest)) return this.fail("Not enough )'s.", this.pattern.length);
    return this.fail('Unrecognized grouping construct.', this.at + 2);
  }

  private comment(): void {
    const end = this.pattern.indexOf(')', this.at);
    if (end < 0) throw this.fail('Unterminated (?#...) comment.', this.pattern.length);
    this.at = end + 1;
  }

  private open(text: string, length: number, close = ')'): void {
    this.emit(text, length);
    this.scopes.push({ options: this.options, close, inline: this.inline });
    this.inline = '';
    this.quantifiable = false;
  }

  private openUnnamed(): void {
    if (this.has(RegexOptions.ExplicitCapture)) return this.open('(?:', 1);
    this.unnamed++;
    this.openCapture(String(this.unnamed), 1);
  }

  private openCapture(name: string, length: number): void {
    this.groupCount++;
    this.indexes.set(name, [...(this.indexes.get(name) ?? []), this.groupCount]);
    this.open('(', length);
  }

  /** What a lookahead has captured is not given back: `(?=(…))\1` is an atomic group. */
  private openAtomic(length: number): void {
    this.groupCount++;
    this.open('(?:(?=(', length, `))\\${this.groupCount})`);
  }

  private openInline(text: string, { length, scoped }: { length: number; scoped: boolean }): void {
    const outer = this.options;
    const options = withInline(outer, text);
    if (scoped) {
      this.open(this.inlineStart(options), length);
      this.options = options;
      return;
    }
    this.options = options;
    this.output.push(this.inlineStart(options));
    this.inline += ')';
    this.at += length;
    this.quantifiable = false;
  }

  private inlineStart(options: number): string {
    return (options & RegexOptions.IgnoreCase) !== 0 ? '(?i:' : '(?-i:';
  }

  private closeGroup(): void {
    const scope = this.scopes.pop();
    if (scope === undefined) throw this.fail("Too many )'s.");
    this.emit(this.inline + scope.close);
    this.inline = scope.inline;
    this.options = scope.options;
  }

  private escape(): void {
    const next = this.pattern[this.at + 1];
    if (next === undefined) throw this.fail('Illegal \\ at end of pattern.', this.at + 1);
    if (/[dDwWsS]/.test(next)) this.emit(`[${shorthandSet(next, this)}]`, 2);
    else if (next === 'b' || next === 'B') this.emit(this.boundary({ negated: next === 'B' }), 2);
    else if (next in anchors) this.emit(anchors[next] ?? '', 2);
    else if (next === 'G') throw unsupported('the anchor \\G');
    else if (next === 'p' || next === 'P') this.emit(`[${this.property()}]`, 0);
    else if (next === 'k') this.namedReference();
    else if (/[1-9]/.test(next)) this.numberedReference();
    else this.emit(this.escapedCharacter(), 0);
  }

  private boundary({ negated }: { negated: boolean }): string {
    if (this.ascii) return negated ? '\\B' : '\\b';
    const set = `[${boundarySet(this)}]`;
    return negated
      ? `(?:(?<=${set})(?=${set})|(?<!${set})(?!${set}))`
      : `(?:(?<=${set})(?!${set})|(?<!${set})(?=${set}))`;
  }

  private property(): string {
    const match = /^\\(p)\{([\w-]+)\}/i.exec(this.rest());
    if (match === null) throw this.fail('Incomplete \\p{X} character escape.', this.at + 2);
    const [text, letter, name = ''] = match;
    const set = propertySet(name, { negated: letter === 'P' });
    if (set === undefined) throw this.fail(`Unknown property '${name}'.`, this.at + text.length);
    this.at += text.length;
    return set;
  }

  private namedReference(): void {
    const match = /^\\k(?:<(\w+)>|'(\w+)')/.exec(this.rest());
    if (match === null) throw this.fail('Malformed \\k<...> named back reference.', this.at + 2);
    this.reference(match[1] ?? match[2] ?? '', match[0].length);
  }

  private numberedReference(): void {
    const digits = /^\d+/.exec(this.pattern.slice(this.at + 1))?.[0] ?? '';
    const octal = /^[0-3]?[0-7]{2}/.exec(digits)?.[0];
    if (digits.length > 1 && octal !== undefined && Number(digits) > this.captureCount()) {
      this.emit(escapedUnit(Number.parseInt(octal, 8)), octal.length + 1);
    } else this.reference(digits, digits.length + 1);
  }

  /** Groups in the whole pattern, for telling `\10` from an octal escape. */
  private captureCount(): number {
    return this.pattern.replace(/\\[^]|\[[^\]]*\]/g, '').match(/\((?!\?(?![<'][^=!]))/g)?.length ?? 0;
  }

  private reference(name: string, length: number): void {
    this.output.push({ name, at: this.at + length });
    this.at += length;
    this.quantifiable = true;
  }

  private resolve({ name, at }: Reference): string {
    const indexes = this.indexes.get(name) ?? this.indexes.get(this.numbered()[Number(name)]?.name ?? '');
    if (indexes !== undefined) return `(?:${indexes.map((index) => `\\${index}`).join('')})`;
    const kind = /^\d/.test(name) ? `number ${name}` : `name '${name}'`;
    throw this.fail(`Reference to undefined group ${kind}.`, at);
  }

  private numbered(): readonly RegexGroup[] {
    const isNumber = ([name]: readonly [string, unknown]) => /^\d+$/.test(name);
    const entries = [...this.indexes];
    const byNumber = entries.filter(isNumber).sort(([a], [b]) => Number(a) - Number(b));
    const all = [...byNumber, ...entries.filter((entry) => !isNumber(entry))];
    return [{ name: '0', indexes: [0] }, ...all.map(([name, indexes]) => ({ name, indexes }))];
  }

  /** One character after a backslash, in or out of a set. */
  private escapedCharacter(): string {
    const rest = this.rest();
    const match = /^\\(?:x([\da-f]{2})|u([\da-f]{4})|c([a-z@[\\\]^_])|(0[0-7]{0,2})|([aefnrtv])|([^a-z\d_]))/i.exec(
      rest,
    );
    if (match === null) {
      const next = rest.charAt(1);
      if (/[xu]/.test(next)) throw this.fail('Insufficient or invalid hexadecimal digits.', this.at + 2);
      throw this.fail(`Unrecognized escape sequence \\${next}.`, this.at + 2);
    }
    const [text, two, four, control, octal, letter, literal = ''] = match;
    this.at += text.length;
    const hex = two ?? four;
    if (hex !== undefined) return escapedUnit(Number.parseInt(hex, 16));
    if (control !== undefined) return escapedUnit(control.toUpperCase().charCodeAt(0) & 0x1f);
    if (octal !== undefined) return escapedUnit(Number.parseInt(octal, 8));
    if (letter !== undefined) return letter === 'a' ? '\\u0007' : letter === 'e' ? '\\u001b' : `\\${letter}`;
    return /[\w\s]/.test(literal) || literal > '\x7f' ? literal : `\\${literal}`;
  }

  /** `[…]`, with subtraction `[a-z-[aeiou]]` as a lookahead in front. */
  private readSet(): string {
    this.at++;
    const negated = this.pattern[this.at] === '^';
    if (negated) this.at++;
    let content = '';
    let subtracted = '';
    for (let first = true; this.pattern[this.at] !== ']' || first; first = false) {
      if (this.at >= this.pattern.length) throw this.fail('Unterminated [] set.');
      if (!first && this.rest().startsWith('-[')) {
        this.at++;
        subtracted = `(?!${this.readSet()})`;
        if (this.pattern[this.at] !== ']')
          throw this.fail('A subtraction must be the last element in a character class.');
        break;
      }
      content += this.setElement();
    }
    this.at++;
    const set = `[${negated ? '^' : ''}${content}]`;
    return subtracted === '' ? set : `(?:${subtracted}${set})`;
  }

  private setElement(): string {
    const start = this.setCharacter();
    const rest = this.rest();
    if (!/^-[^\][]/.test(rest) || start.length > 8) return start;
    this.at++;
    const end = this.setCharacter();
    if (unitOf(start) > unitOf(end)) throw this.fail(`[${shown(start)}-${shown(end)}] range in reverse order.`);
    return end.length > 8 ? `${start}\\-${end}` : `${start}-${end}`;
  }

  private setCharacter(): string {
    const character = this.pattern.charAt(this.at);
    if (character !== '\\') {
      this.at++;
      return /[\]\\^-]/.test(character) ? `\\${character}` : character;
    }
    const next = this.pattern[this.at + 1];
    if (next === undefined) throw this.fail('Illegal \\ at end of pattern.', this.at + 1);
    if (/[dDwWsS]/.test(next)) {
      this.at += 2;
      return shorthandSet(next, this);
    }
    if (next === 'p' || next === 'P') return this.property();
    if (next !== 'b') return this.escapedCharacter();
    this.at += 2;
    return '\\b';
  }
}

const anchors: Readonly<Record<string, string>> = { A: '^', z: '$', Z: '(?:$|(?=\\n$))' };

const unsupported = (what: string) =>
  new DotnetError('NotSupportedException', `Regular expressions with ${what} are not supported.`);

function withInline(options: number, text: string): number {
  const [on = '', off = ''] = text.split('-');
  let changed = options;
  for (const letter of on) changed |= inlineOptions[letter] ?? 0;
  for (const letter of off) changed &= ~(inlineOptions[letter] ?? 0);
  return changed;
}

/** The character that one element of a set stands for. */
function unitOf(element: string): number {
  if (!element.startsWith('\\')) return element.charCodeAt(0);
  if (element.startsWith('\\u')) return Number.parseInt(element.slice(2), 16);
  const named = { b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 }[element.charAt(1)];
  return named ?? element.charCodeAt(1);
}

const shown = (element: string): string => String.fromCharCode(unitOf(element));
