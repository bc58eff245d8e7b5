import { displayValue } from '../display-text.ts';
import type { FormatSource } from '../format-source.ts';

interface ThingFields {
  readonly types: readonly string[];
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly text?: string;
  readonly elements?: readonly unknown[];
  readonly defaults?: readonly string[];
  /** False for a type whose name property stands for it. */
  readonly ownText?: boolean;
}

/** A .NET object for tests: its types, what it shows, its text. */
export class Thing {
  readonly fields: ThingFields;

  constructor(fields: ThingFields) {
    this.fields = fields;
  }
}

/** A Double that is whole. */
export class Real {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

export function enumOf(type: string, text: string): Thing {
  return new Thing({ types: [type, 'System.Enum'], text, properties: { value__: 0 } });
}

export function entry(key: string, value: unknown): Thing {
  const text = `[${key}, ${plainSource.text(value)}]`;
  return new Thing({
    types: ['System.Collections.DictionaryEntry'],
    text,
    properties: { Name: key, Key: key, Value: value },
  });
}

/** A hashtable: its entries are its elements. */
export function hash(pairs: Readonly<Record<string, unknown>>): Thing {
  const elements = Object.entries(pairs).map(([key, value]) => entry(key, value));
  return new Thing({
    types: ['System.Collections.Hashtable'],
    text: 'System.Collections.Hashtable',
    elements,
    properties: { Count: elements.length },
  });
}

function typeNames(value: unknown): readonly string[] {
  if (value instanceof Thing) return value.fields.types;
  if (value instanceof Real) return ['System.Double', 'System.ValueType'];
  if (typeof value === 'string') return ['System.String', 'System.Object'];
  if (typeof value === 'boolean') return ['System.Boolean', 'System.ValueType'];
  if (typeof value === 'number')
    return [Number.isInteger(value) ? 'System.Int32' : 'System.Double', 'System.ValueType'];
  return Array.isArray(value)
    ? ['System.Object[]', 'System.Array']
    : ['System.Management.Automation.PSCustomObject', 'System.Object'];
}

function propertiesOf(value: unknown): Readonly<Record<string, unknown>> {
  if (value instanceof Thing) return value.fields.properties ?? {};
  if (typeof value === 'string') return { Length: value.length };
  return isCustom(value) ? value : {};
}

function isCustom(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function text(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Thing) return value.fields.text ?? value.fields.types[0]!;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (value instanceof Real) return String(value.value);
  if (Array.isArray(value)) return value.map((element) => text(element)).join(' ');
  if (typeof value === 'string') return value;
  if (!isCustom(value)) return JSON.stringify(value);
  if (Object.keys(value).length === 0) return '';
  return `@{${Object.entries(value)
    .map(([name, inner]) => `${name}=${text(inner)}`)
    .join('; ')}}`;
}

/** Enough of .NET's formats for the cases here; each thing else is refused, so that no case passes by chance. */
function format(value: unknown, formatString: string): string {
  const number = value instanceof Real ? value.value : value;
  if (value instanceof Thing)
    return displayValue(path(value, formatString), { source: plainSource, enumerationLimit: 4 });
  if (typeof number !== 'number') throw new TypeError(`no format for ${String(value)}`);
  if (formatString === 'F') return number.toFixed(2);
  if (formatString === 'N2')
    return number.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  if (formatString === '0.0') return number.toFixed(1);
  throw new TypeError(`no such format: ${formatString}`);
}

/** A thing says itself how it looks in a format. */
function path(value: Thing, formatString: string): unknown {
  const shown = value.fields.properties?.[formatString];
  if (shown === undefined) throw new TypeError(`no such format: ${formatString}`);
  return shown;
}

/** The engine's port over plain JavaScript values. */
export const plainSource: FormatSource = {
  typeNames,
  properties: (value) => Object.keys(propertiesOf(value)).filter((name) => !name.startsWith('%')),
  get(value, name) {
    const found = Object.entries(propertiesOf(value)).find(([key]) => key.toLowerCase() === name.toLowerCase());
    return found && { value: found[1] };
  },
  defaultProperties: (value) => (value instanceof Thing ? value.fields.defaults : undefined),
  elements: (value) => (Array.isArray(value) ? value : value instanceof Thing ? value.fields.elements : undefined),
  text,
  format,
  isFraction: (value) => value instanceof Real || (typeof value === 'number' && !Number.isInteger(value)),
  hasOwnText: (value) => !(value instanceof Thing) || value.fields.ownText !== false,
  sameKey: (left, right) => text(left).toLowerCase() === text(right).toLowerCase(),
};
