import { dateFromFiletime } from '@cutover/wire';
import { type NamedProperty, propertyNameKey, type PropertyTag, type PropertyValue } from '@cutover/wire/properties';
import { isStreamed, type StoredProperty } from '../message-content.ts';
import { charsetOf } from '../mime/code-pages.ts';

/** A value as it is read: streamed ones are bytes, whatever their type. */
type ReadValue = PropertyValue | Uint8Array;

/** Finds the properties of one object by what is wanted of them; a value of another type counts as none. */
export class PropertyReader {
  readonly #properties = new Map<number | string, StoredProperty>();

  constructor(properties: readonly StoredProperty[]) {
    for (const property of properties) {
      const { tag, name } = property;
      this.#properties.set(name === undefined ? tag >>> 16 : propertyNameKey(name), property);
    }
  }

  has(tag: PropertyTag): boolean {
    return this.#properties.has(tag >>> 16);
  }

  text(tag: PropertyTag, codePage?: number): string | undefined {
    return textOf(this.#properties.get(tag >>> 16), codePage);
  }

  bytes(tag: PropertyTag): Uint8Array | undefined {
    const value = valueOf(this.#properties.get(tag >>> 16));
    return value instanceof Uint8Array ? value : undefined;
  }

  number(tag: PropertyTag): number | undefined {
    const value = valueOf(this.#properties.get(tag >>> 16));
    return typeof value === 'number' ? value : undefined;
  }

  isTrue(tag: PropertyTag): boolean {
    return valueOf(this.#properties.get(tag >>> 16)) === true;
  }

  date(tag: PropertyTag): Date | undefined {
    return dateOf(valueOf(this.#properties.get(tag >>> 16)));
  }

  named({ name }: NamedProperty): ReadValue | undefined {
    return valueOf(this.#properties.get(propertyNameKey(name)));
  }

  namedDate(property: NamedProperty): Date | undefined {
    return dateOf(this.named(property));
  }

  namedText(property: NamedProperty): string | undefined {
    return textOf(this.#properties.get(propertyNameKey(property.name)));
  }
}

const string8 = 0x001e;

function valueOf(property: StoredProperty | undefined): ReadValue | undefined {
  if (property === undefined) return undefined;
  return isStreamed(property) ? property.stream.read(0, property.stream.size) : property.value;
}

/** A text as it was meant: streams hold UTF-16, texts of 8 bits the bytes of a code page, one a character. */
function textOf(property: StoredProperty | undefined, codePage = 1252): string | undefined {
  const value = valueOf(property);
  if (property === undefined || value === undefined) return undefined;
  const is8Bit = (property.tag & 0xffff) === string8;
  if (value instanceof Uint8Array) return isStreamed(property) && !is8Bit ? fromUtf16(value) : undefined;
  if (typeof value !== 'string') return undefined;
  return is8Bit ? decodeBytes(Buffer.from(value, 'latin1'), codePage) : value;
}

const fromUtf16 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf16le');

/** Text of a code page; of one that is unknown what Windows would show. */
export const decodeBytes = (bytes: Uint8Array, codePage: number): string =>
  new TextDecoder(charsetOf(codePage) ?? 'windows-1252').decode(bytes);

function dateOf(value: ReadValue | undefined): Date | undefined {
  if (typeof value !== 'bigint') return undefined;
  const date = dateFromFiletime(value);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
