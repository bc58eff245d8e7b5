import type { ObjectMetadata, PropertyMetadata } from '@cutover/core/metadata';
import { CustomObject, DateTime, double, EnumValue, Guid, readOnly, TimeSpan } from '@cutover/powershell/values';
import { byteSize } from './byte-size.ts';
import { declareType } from './declare-type.ts';
import { objectId } from './object-id.ts';
import { TextedObject } from './texted-object.ts';

type PlainRecord = Readonly<Record<string, unknown>>;
type Converter = (value: never, property: PropertyMetadata) => unknown;

const management = 'Microsoft.Exchange.Data.Storage.Management';

/** A record of a Backend as the object that a script sees. */
export function toLanguage(
  record: PlainRecord,
  { typeName, properties, text }: Pick<ObjectMetadata, 'typeName' | 'properties' | 'text'>,
): CustomObject {
  const typeNames = [typeName, 'System.Object'];
  const object = text === undefined ? new CustomObject(typeNames) : new TextedObject(typeNames, text);
  for (const [name, property] of Object.entries(properties)) object.setNote(name, valueOf(record[name], property));
  return object;
}

const converters: Readonly<Record<PropertyMetadata['kind'], Converter>> = {
  text: (value: string, { type }) => (type.endsWith('Id') ? objectId(`${management}.${type}`, value) : value),
  integer: (value: number, { type }) => (type === 'Int32' ? value : BigInt(value)),
  number: (value: number) => double(value),
  boolean: (value: boolean) => value,
  guid: (value: string) => new Guid(value),
  dateTime: (value: Date) => DateTime.unixEpoch.add(TimeSpan.of({ milliseconds: value.getTime() })),
  timeSpan: (value: number) => TimeSpan.of({ milliseconds: value }),
  byteSize,
  unlimited: (value: number | string) => value,
  enumeration: (value: string, property) => enumValue(value, property),
  list: (values: readonly unknown[], { element }) => values.map((value) => (element ? valueOf(value, element) : value)),
  record: (value: PlainRecord, { type, members = {}, typeName = `${management}.${type}`, text }) =>
    toLanguage(value, { typeName, properties: members, ...(text && { text }) }),
};

function valueOf(value: unknown, property: PropertyMetadata): unknown {
  if (value === null || value === undefined) return null;
  return converters[property.kind](value as never, property);
}

/** A value that is an enumeration and, by `.Value`, the text that the product's remote objects have. */
function enumValue(text: string, { type, values = [] }: PropertyMetadata): unknown {
  const name = `${management}.${type}`;
  const declared = declareType(name, () => ({
    name,
    base: 'System.Enum',
    valueType: true,
    enumeration: Object.fromEntries(values.map((each, index) => [each, index])),
    properties: { Value: readOnly((self: EnumValue) => self.text(), 'string') },
  }));
  return new EnumValue(declared, declared.enumeration?.[text] ?? 0);
}
