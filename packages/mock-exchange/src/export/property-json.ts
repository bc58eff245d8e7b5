import { isStreamed, type StoredProperty } from '@cutover/content';
import {
  elementType,
  isCodePageString,
  isMultiValue,
  type PropertyName,
  propertyType,
  type PropertyValue,
  type SinglePropertyValue,
} from '@cutover/wire/properties';

/** A property in JSON: the tag in hexadecimal, or the name and the type; times in FILETIME, bytes in base64. */
export interface PropertyJson {
  readonly tag?: string;
  readonly name?: PropertyName;
  readonly type?: string;
  readonly value: unknown;
}

const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0');

export function propertyToJson(property: StoredProperty): PropertyJson {
  const { tag, name } = property;
  const value = toJson(isStreamed(property) ? wholeValue(property) : property.value);
  return name === undefined ? { tag: hex(tag, 8), value } : { name, type: hex(tag & 0xffff, 4), value };
}

/** All that a stream holds: text of text, else bytes. */
function wholeValue({ tag, stream }: Extract<StoredProperty, { stream: unknown }>): PropertyValue {
  const bytes = stream.read(0, stream.size);
  return (tag & 0xffff) === propertyType.unicode ? Buffer.from(bytes).toString('utf16le') : bytes;
}

function toJson(value: PropertyValue): unknown {
  if (Array.isArray(value)) return value.map(toJson);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  // What JSON has no number for, it has a text for.
  if (typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value))) return String(value);
  return value;
}

/** The property that `propertyToJson` gave this form. */
export function propertyFromJson({ tag, name, type, value }: PropertyJson): StoredProperty {
  const number = Number.parseInt(tag ?? `8000${type}`, 16);
  return { tag: number, ...(name === undefined ? {} : { name }), value: fromJson(value, number & 0xffff) };
}

function fromJson(value: unknown, type: number): PropertyValue {
  if (isMultiValue(type)) return (value as unknown[]).map((one) => single(one, elementType(type)));
  return single(value, type);
}

const texts = new Set<number>([propertyType.unicode, propertyType.string8, propertyType.guid]);
const bigNumbers = new Set<number>([propertyType.i64, propertyType.currency, propertyType.time]);

function single(value: unknown, type: number): SinglePropertyValue {
  if (bigNumbers.has(type)) return BigInt(value as string);
  if (typeof value !== 'string') return value as SinglePropertyValue;
  if (texts.has(type)) return value;
  if (isBytes(type)) return Uint8Array.from(Buffer.from(value, 'base64'));
  return Number(value);
}

const bytes = new Set<number>([
  propertyType.binary,
  propertyType.object,
  propertyType.serverId,
  propertyType.restriction,
  propertyType.ruleAction,
]);

const isBytes = (type: number): boolean => bytes.has(type) || isCodePageString(type);
