import { DateTime, DateTimeOffset, Guid, Uri } from '../../dotnet/index.ts';
import type { FormatSource } from '../../format/format-source.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { propertyNames } from '../../runtime/members/all-members.ts';
import { typeNameOf } from '../../runtime/types/type-of.ts';
import { Boxed } from '../../runtime/values/boxed.ts';
import { classState } from '../../runtime/values/class-instance.ts';
import { Dictionary } from '../../runtime/values/dictionary.ts';
import { elementsOf } from '../../runtime/values/enumerate.ts';
import { EnumValue } from '../../runtime/values/enum-value.ts';
import { nothing } from '../../runtime/values/nothing.ts';
import { numberText } from '../../runtime/values/number-text.ts';
import { Char, isNumeric, type NumericValue, numericType } from '../../runtime/values/number-types.ts';
import { CustomObject, membersOf } from '../../runtime/values/ps-object.ts';
import { toText } from '../../runtime/values/to-text.ts';
import { isoDate, isoOffsetDate } from '../iso-date.ts';
import { jsonRecord } from './json-errors.ts';
import { type EscapeHandling, jsonText } from './json-text.ts';

export interface JsonOptions {
  readonly depth: number;
  readonly compress: boolean;
  readonly enumsAsStrings: boolean;
  readonly escape: EscapeHandling;
  readonly source: FormatSource;
  /** Told once when something lies deeper than the depth. */
  readonly onTruncated: () => void;
}

type Property = readonly [name: string, value: unknown];

/** Writes values as Json.NET does, with the original's choice of what an object consists of. Source: JsonObject.ConvertToJson. */
export class JsonWriter {
  readonly #options: JsonOptions;
  readonly #names = new Map<string, string>();
  readonly #lines: string[] = [];
  #isTruncated = false;

  constructor(options: JsonOptions) {
    this.#options = options;
  }

  /** `level` counts what surrounds the value: objects deeper than the depth are written as text. */
  write(value: unknown, level = 0): string {
    if (typeof value === 'string') return jsonText(value, this.#options.escape);
    if (typeof value === 'number' && value === (value | 0) && value !== 0) return String(value);
    if (value === null || value === undefined || value === nothing) return 'null';
    if (typeof value === 'boolean') return value ? 'true' : 'false';
    if (isNumeric(value)) return numberJson(value);
    if (value instanceof CustomObject) return this.#custom(value, level);
    if (value instanceof Boxed) return this.#boxed(value, level);
    return this.#simple(value as object) ?? this.#compound(value as object, level);
  }

  /** Texts are written alone, whatever members they have. */
  #boxed(boxed: Boxed, level: number): string {
    const notes = typeof boxed.value === 'string' ? [] : notesOf(boxed);
    if (notes.length === 0) return this.write(boxed.value, level);
    return this.#object([['value', boxed.value], ...notes], undefined, level);
  }

  /** Dates, characters, enumerations and the like; undefined for what consists of parts. */
  #simple(value: object): string | undefined {
    const { escape, enumsAsStrings } = this.#options;
    if (value instanceof DateTime) return jsonText(isoDate(value), escape);
    if (value instanceof DateTimeOffset) {
      return jsonText(isoOffsetDate(value), escape);
    }
    if (value instanceof Char) return jsonText(value.value, escape);
    if (value instanceof Uri || value instanceof Guid) return jsonText(toText(value), escape);
    if (value instanceof EnumValue) return enumsAsStrings ? jsonText(value.text(), escape) : String(value.value);
    return typeNameOf(value) === 'System.DBNull' ? 'null' : undefined;
  }

  #compound(value: object, level: number): string {
    if (value instanceof Dictionary) return this.#object(() => entriesOf(value), value, level);
    const elements = elementsOf(value);
    if (!elements) return this.#object(() => this.#properties(value), value, level);
    const added = membersOf(value);
    if (added && added.size > 0) {
      return this.#object(() => [['value', [...elements]], ...notesOf(value)], value, level);
    }
    if (level > this.#options.depth) return this.#truncated(value);
    return this.#array([...elements], level);
  }

  #truncated(value: unknown): string {
    if (!this.#isTruncated) this.#options.onTruncated();
    this.#isTruncated = true;
    return jsonText(toText(value), this.#options.escape);
  }

  #array(items: readonly unknown[], level: number): string {
    if (items.length === 0) return '[]';
    return this.#wrap(
      '[',
      items.map((item) => this.write(item, level + 1)),
      ']',
      level,
    );
  }

  #object(properties: readonly Property[] | (() => readonly Property[]), owner: unknown, level: number): string {
    if (owner !== undefined && level > this.#options.depth) return this.#truncated(owner);
    const parts = typeof properties === 'function' ? properties() : properties;
    if (parts.length === 0) return '{}';
    const colon = this.#options.compress ? ':' : ': ';
    const lines = parts.map(([name, value]) => this.#name(name) + colon + this.write(value, level + 1));
    return this.#wrap('{', lines, '}', level);
  }

  /** Names come again and again. */
  #name(name: string): string {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const text = jsonText(name, this.#options.escape);
    this.#names.set(name, text);
    return text;
  }

  #wrap(open: string, parts: readonly string[], close: string, level: number): string {
    if (this.#options.compress) return open + parts.join(',') + close;
    const inner = this.#lineAt(level + 1);
    return open + inner + parts.join(`,${inner}`) + this.#lineAt(level) + close;
  }

  /** Most of what is written: its text grows without a list of its properties. */
  #custom(value: CustomObject, level: number): string {
    if (level > this.#options.depth) return this.#truncated(value);
    const { compress } = this.#options;
    const colon = compress ? ':' : ': ';
    const line = compress ? '' : this.#lineAt(level + 1);
    let text = '';
    for (const member of value.members) {
      if (member.kind === 'method') continue;
      const own = member.kind === 'note' ? member.value : this.#get(value, member.name);
      text += `${text === '' ? '' : ','}${line}${this.#name(member.name)}${colon}${this.write(own, level + 1)}`;
    }
    if (text === '') return '{}';
    return `{${text}${compress ? '' : this.#lineAt(level)}}`;
  }

  /** The end of a line with the blanks before the next one. */
  #lineAt(level: number): string {
    return (this.#lines[level] ??= `\n${'  '.repeat(level)}`);
  }

  #properties(value: object): readonly Property[] {
    return this.#propertyNames(value).map((name) => [name, this.#get(value, name)]);
  }

  /** Hidden members of a script's class are written like others. */
  #propertyNames(value: object): readonly string[] {
    const state = classState(value);
    const names = this.#options.source.properties(value);
    if (!state) return names;
    const declared = propertyNames(state.type);
    return [...declared, ...names.filter((name) => !declared.includes(name))];
  }

  #get(value: unknown, name: string): unknown {
    return this.#options.source.get(value, name)?.value ?? null;
  }
}

function entriesOf(map: Dictionary): readonly Property[] {
  const properties: Property[] = [];
  for (const [key, value] of map.pairs()) {
    if (typeof key !== 'string') throw new ScriptError(jsonRecord('NonStringKeyInDictionary', [typeNameOf(map)], map));
    properties.push([key, value]);
  }
  return [...properties, ...notesOf(map)];
}

const notesOf = (value: object): readonly Property[] =>
  Array.from(membersOf(value) ?? []).flatMap((member) =>
    member.kind === 'note' ? [[member.name, member.value] as const] : [],
  );

const withPoint = (text: string): string => (/[.eE]/.test(text) ? text : `${text}.0`);

function numberJson(value: NumericValue): string {
  const type = numericType(value);
  const text = numberText(value);
  if (type !== 'Double' && type !== 'Single' && type !== 'Decimal') return text;
  return /^-?[\d.]/.test(text) ? withPoint(text) : jsonText(text === '∞' ? 'Infinity' : text.replace('∞', 'Infinity'));
}
