import { DateTime, Guid, TimeSpan, Uri, Version } from '../../dotnet/index.ts';
import type { FormatSource } from '../../format/format-source.ts';
import { Dictionary } from '../../runtime/values/dictionary.ts';
import { elementsOf } from '../../runtime/values/enumerate.ts';
import { EnumValue } from '../../runtime/values/enum-value.ts';
import { nothing } from '../../runtime/values/nothing.ts';
import { numberText } from '../../runtime/values/number-text.ts';
import {
  Char,
  isNumeric,
  type NumericType,
  numericType,
  toNumber,
  type NumericValue,
} from '../../runtime/values/number-types.ts';
import { CustomObject, membersOf } from '../../runtime/values/ps-object.ts';
import { ScriptBlock } from '../../runtime/values/script-block.ts';
import { SecureString } from '../../runtime/values/secure-string.ts';
import { plainText, toText } from '../../runtime/values/to-text.ts';
import { elementTypeOf } from '../../runtime/values/typed-array.ts';
import { nodeTypes, type XmlDocument } from '../../runtime/xml/xml-library.ts';
import { innerXml } from '../../runtime/xml/write-xml.ts';
import { isoDate } from '../iso-date.ts';
import { encode as encodeSecret } from '../security/encrypted-text.ts';
import { durationText, encodeAttribute, encodeText } from './clixml-text.ts';

const numberTags: Readonly<Partial<Record<NumericType, string>>> = {
  SByte: 'SB',
  Byte: 'By',
  Int16: 'I16',
  UInt16: 'U16',
  Int32: 'I32',
  UInt32: 'U32',
  Int64: 'I64',
  UInt64: 'U64',
  Single: 'Sg',
  Double: 'Db',
  Decimal: 'D',
};

export interface ClixmlOptions {
  readonly source: FormatSource;
  /** Through how many properties of types objects are written whole; what lies deeper is text. */
  readonly depth: number;
}

interface Place {
  /** The property's name, for the attribute N. */
  readonly name?: string | undefined;
  readonly depth: number;
  readonly indent: string;
}

/** Writes values as the original's serialiser, an element each. Source: InternalSerializer; MS-PSRP 2.2.5. */
export class ClixmlWriter {
  readonly #source: FormatSource;
  readonly #depth: number;
  readonly #objects = new Map<object, number>();
  readonly #types = new Map<string, number>();

  constructor({ source, depth }: ClixmlOptions) {
    this.#source = source;
    this.#depth = depth;
  }

  /** The whole document of some values. */
  document(values: readonly unknown[]): string {
    const parts = values.map((value) => this.#value(value, { depth: this.#depth, indent: '  ' }));
    const open = '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"';
    return parts.length === 0 ? `${open} />` : `${open}>\n${parts.join('\n')}\n</Objs>`;
  }

  #value(value: unknown, place: Place): string {
    return this.#primitive(value, place) ?? this.#object(value as object, place);
  }

  #element(tag: string, text: string, { name, indent }: Place): string {
    const attribute = name === undefined ? '' : ` N="${encodeAttribute(name)}"`;
    return text === '' ? `${indent}<${tag}${attribute} />` : `${indent}<${tag}${attribute}>${text}</${tag}>`;
  }

  #primitive(value: unknown, place: Place): string | undefined {
    if (value === null || value === undefined || value === nothing) return this.#element('Nil', '', place);
    if (typeof value === 'string') return this.#text('S', value, place);
    if (typeof value === 'boolean') return this.#element('B', String(value), place);
    if (isNumeric(value)) return this.#number(value, place);
    const tagged = taggedText(value as object);
    return tagged && this.#element(tagged[0], encodeText(tagged[1]), place);
  }

  #text(tag: string, text: string, { name, indent }: Place): string {
    const attribute = name === undefined ? '' : ` N="${encodeAttribute(name)}"`;
    return `${indent}<${tag}${attribute}>${encodeText(text)}</${tag}>`;
  }

  #number(value: NumericValue, place: Place): string {
    const type = numericType(value)!;
    const tag = numberTags[type];
    const text = numberText(value).replace('∞', 'INF').replace('Infinity', 'INF');
    return tag === undefined ? this.#text('S', text, place) : this.#element(tag, text, place);
  }

  #object(value: object, place: Place): string {
    const known = this.#objects.get(value);
    const attribute = place.name === undefined ? '' : ` N="${encodeAttribute(place.name)}"`;
    if (known !== undefined) return `${place.indent}<Ref${attribute} RefId="${known}" />`;
    if (place.depth === 0 && !isContainer(value)) return this.#text('S', toText(value), place);
    const id = this.#objects.size;
    this.#objects.set(value, id);
    const inner = `${place.indent}  `;
    const parts = [this.#typeNames(value, inner), ...this.#content(value, { depth: place.depth, indent: inner })];
    return `${place.indent}<Obj${attribute} RefId="${id}">\n${parts.join('\n')}\n${place.indent}</Obj>`;
  }

  #typeNames(value: object, indent: string): string {
    const names = Array.isArray(value)
      ? [`${elementTypeOf(value)}[]`, 'System.Array', 'System.Object']
      : this.#source.typeNames(value);
    const key = names.join('|');
    const known = this.#types.get(key);
    if (known !== undefined) return `${indent}<TNRef RefId="${known}" />`;
    const id = this.#types.size;
    this.#types.set(key, id);
    const lines = names.map((name) => `${indent}  <T>${encodeText(name)}</T>`);
    return `${indent}<TN RefId="${id}">\n${lines.join('\n')}\n${indent}</TN>`;
  }

  #content(value: object, place: Place): readonly string[] {
    if (value instanceof CustomObject) return this.#properties('MS', notesOf(this.#source, value), place);
    if (value instanceof EnumValue) {
      return [this.#text('ToString', value.text(), place), this.#element('I32', String(value.value), place)];
    }
    const notes = this.#properties('MS', addedNotes(this.#source, value), place);
    if (value instanceof Dictionary) return [this.#dictionary(value, place), ...notes];
    const elements = elementsOf(value);
    if (elements) return [this.#list(Array.isArray(value) ? 'LST' : listTag(value), [...elements], place), ...notes];
    const names = this.#source.properties(value).filter((name) => !membersOf(value)?.get(name));
    const shown = names.map((name) => [name, this.#source.get(value, name)?.value ?? null] as const);
    return [
      this.#element('ToString', encodeText(plainText(value)), place),
      ...this.#properties('Props', shown, { ...place, depth: place.depth - 1 }),
      ...notes,
    ];
  }

  #properties(tag: string, pairs: readonly Pair[], { indent, depth }: Place): readonly string[] {
    if (pairs.length === 0) return tag === 'MS' ? [] : [`${indent}<${tag} />`];
    const lines = pairs.map(([name, value]) => this.#value(value, { name, depth, indent: `${indent}  ` }));
    return [`${indent}<${tag}>\n${lines.join('\n')}\n${indent}</${tag}>`];
  }

  #list(tag: string, items: readonly unknown[], { depth, indent }: Place): string {
    if (items.length === 0) return `${indent}<${tag} />`;
    const lines = items.map((item) => this.#value(item, { depth, indent: `${indent}  ` }));
    return `${indent}<${tag}>\n${lines.join('\n')}\n${indent}</${tag}>`;
  }

  #dictionary(map: Dictionary, { depth, indent }: Place): string {
    const inner = `${indent}    `;
    const entries = Array.from(map.pairs(), ([key, value]) => {
      const parts = [
        this.#value(key, { name: 'Key', depth, indent: inner }),
        this.#value(value, { name: 'Value', depth, indent: inner }),
      ];
      return `${indent}  <En>\n${parts.join('\n')}\n${indent}  </En>`;
    });
    return entries.length === 0 ? `${indent}<DCT />` : `${indent}<DCT>\n${entries.join('\n')}\n${indent}</DCT>`;
  }
}

/** Lists and tables are written whole at any depth; only properties of types lie deeper. */
const isContainer = (value: object): boolean => value instanceof Dictionary || elementsOf(value) !== undefined;

const listTags = [
  [/^System\.Collections\.(?:Generic\.)?Stack\b/, 'STK'],
  [/^System\.Collections\.(?:Generic\.)?Queue\b/, 'QUE'],
  [/List|Collection/, 'LST'],
] as const;

const listTag = (value: object): string => {
  const type = 'typeName' in value ? String(value.typeName) : '';
  return listTags.find(([pattern]) => pattern.test(type))?.[1] ?? 'IE';
};

const isXmlDocument = (value: object): value is XmlDocument =>
  'nodeType' in value && value.nodeType === nodeTypes.document;

type Pair = readonly [name: string, value: unknown];

const notesOf = (source: FormatSource, value: CustomObject): readonly Pair[] =>
  Array.from(value.members).flatMap((member): readonly Pair[] =>
    member.kind === 'method' ? [] : [[member.name, source.get(value, member.name)?.value ?? null]],
  );

const addedNotes = (source: FormatSource, value: object): readonly Pair[] =>
  Array.from(membersOf(value) ?? []).flatMap((member): readonly Pair[] =>
    member.kind === 'method' ? [] : [[member.name, source.get(value, member.name)?.value ?? null]],
  );

/** Tag and text of the values that are one element. */
function taggedText(value: object): readonly [tag: string, text: string] | undefined {
  if (value instanceof Char) return ['C', String(value.value.charCodeAt(0))];
  if (value instanceof DateTime) return ['DT', isoDate(value)];
  if (value instanceof TimeSpan) return ['TS', durationText(value)];
  if (value instanceof Guid) return ['G', toText(value)];
  if (value instanceof Uri) return ['URI', toText(value)];
  if (value instanceof Version) return ['Version', toText(value)];
  if (value instanceof ScriptBlock) return ['SBK', value.code.text];
  if (value instanceof SecureString) return ['SS', encodeSecret(value.reveal())];
  if (isXmlDocument(value)) return ['XD', innerXml(value)];
  const isBytes = Array.isArray(value) && elementTypeOf(value) === 'System.Byte';
  return isBytes
    ? ['BA', Buffer.from(value.map((byte) => toNumber(byte as NumericValue))).toString('base64')]
    : undefined;
}
