import { type ByteSource, isStreamed, type StoredProperty } from '@cutover/content';
import { type EncodedProperty, encodeStreamValue, type LazyValue } from '@cutover/wire/fasttransfer';
import {
  codePageFlag,
  isKnownType,
  type PropertyTag,
  type PropertyType,
  type PropertyValue,
  propertyType as t,
  typeOfTag,
  withType,
} from '@cutover/wire/properties';
import { sendOption } from '@cutover/wire/rop';
import { fromCodePage, toCodePage, utf16CodePage } from '../../../code-page.ts';
import { limits } from '../limits.ts';
import type { NamedProperties } from '../named-properties.ts';

/** How the texts of a stream come. [MS-OXCFXICS] 3.2.5.8.1 */
export type TextForm = 'codePage' | 'stored' | 'unicode' | 'upload';

export function textFormOf(sendOptions: number): TextForm {
  if ((sendOptions & sendOption.useCpid) !== 0) return 'upload';
  if ((sendOptions & sendOption.forceUnicode) !== 0) return 'unicode';
  return (sendOptions & sendOption.unicode) === 0 ? 'codePage' : 'stored';
}

export interface EncoderOptions {
  readonly names: NamedProperties;
  readonly codePage: number;
  readonly textForm: TextForm;
}

const isEightBit = (type: PropertyType): boolean => type === t.string8 || type === t.mvString8;
const isText = (type: PropertyType): boolean => type === t.unicode || type === t.string8;
const isTextList = (type: PropertyType): boolean => type === t.mvUnicode || type === t.mvString8;

const textType: Record<TextForm, (stored: PropertyType) => PropertyType> = {
  codePage: () => t.string8,
  stored: (stored) => stored,
  unicode: () => t.unicode,
  upload: () => t.unicode,
};

/** Makes stored properties into those of a stream: texts in the form asked for, names by the session's ids. */
export class PropertyEncoder {
  readonly #names: NamedProperties;
  readonly #codePage: number;
  readonly #textForm: TextForm;

  constructor({ names, codePage, textForm }: EncoderOptions) {
    this.#names = names;
    this.#codePage = codePage;
    this.#textForm = textForm;
  }

  /** Undefined for a value that no stream can carry: an error, for one. */
  encode(property: StoredProperty): EncodedProperty | undefined {
    const stored = typeOfTag(property.tag);
    if (!isKnownType(stored)) return undefined;
    const type = this.#typeFor(stored);
    const value = isStreamed(property) ? lazyValue(property.stream) : this.#value(property.value, stored, type);
    const tag = withType(property.tag, this.#sentType(isStreamed(property) ? stored : type));
    const { name } = property;
    return name === undefined ? { tag, value } : { tag: this.#namedTag(tag, name), name, value };
  }

  encodeAll(properties: readonly StoredProperty[]): EncodedProperty[] {
    return properties.flatMap((property) => this.encode(property) ?? []);
  }

  #namedTag(tag: PropertyTag, name: NonNullable<StoredProperty['name']>): PropertyTag {
    return ((this.#names.idOf(name) << 16) | typeOfTag(tag)) >>> 0;
  }

  #typeFor(stored: PropertyType): PropertyType {
    if (isText(stored)) return textType[this.#textForm](stored);
    // Lists have no form of their own for the upload to another server.
    return isTextList(stored) ? textType[this.#textForm](stored & 0x0fff) | 0x1000 : stored;
  }

  #sentType(type: PropertyType): PropertyType {
    return this.#textForm === 'upload' && type === t.unicode ? codePageFlag | utf16CodePage : type;
  }

  #value(value: PropertyValue, stored: PropertyType, type: PropertyType): Uint8Array {
    const bytes = encodeStreamValue(type, stored === type ? value : this.#convert(value, type));
    return isText(type) ? withoutLongTerminator(bytes, type) : bytes;
  }

  #convert(value: PropertyValue, type: PropertyType): PropertyValue {
    const convert = isEightBit(type) ? toCodePage : fromCodePage;
    if (typeof value === 'string') return convert(value, this.#codePage);
    return Array.isArray(value) ? value.map((one) => convert(String(one), this.#codePage)) : value;
  }
}

/** Exchange 2003 leaves the terminator off long texts. [MS-OXCFXICS] appendix A */
function withoutLongTerminator(bytes: Uint8Array, type: PropertyType): Uint8Array {
  if (bytes.length <= limits.terminatedText) return bytes;
  return bytes.subarray(0, bytes.length - (isEightBit(type) ? 1 : 2));
}

function lazyValue(source: ByteSource): LazyValue {
  return { length: source.size, read: () => piecesOf(source) };
}

function* piecesOf(source: ByteSource): Generator<Uint8Array> {
  for (let offset = 0; offset < source.size; offset += limits.readAhead) yield source.read(offset, limits.readAhead);
}
