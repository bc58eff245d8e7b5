import { DbNull } from '../values/db-null.ts';
import { knownTypes } from '../values/running-session.ts';
import {
  fromBase,
  fromBase64,
  fromHex,
  parseBoolean,
  parseChar,
  toBase,
  toBase64,
  toChar,
  toHex,
  type FixedIntegerType,
} from '../../dotnet/index.ts';
import { convertTo } from '../conversions/convert.ts';
import { isScriptError } from '../errors/is-script-error.ts';
import { netError } from '../errors/script-error.ts';
import { formatValue } from '../format/format-value.ts';
import { bytesOf, byteArray } from '../values/byte-array.ts';
import { toInput } from '../values/number-input.ts';
import {
  Char,
  integer,
  integerTypes,
  isNumeric,
  type NumericValue,
  numericType,
  toBigInt,
} from '../values/number-types.ts';
import { plainText } from '../values/to-text.ts';
import { isTrue } from '../values/truth.ts';
import type { TypeValue } from '../values/type-value.ts';
import { type DotNetType, overload, type Overload } from './define-type.ts';

const reals = ['Single', 'Double', 'Decimal'] as const;

/** The reason alone of what the language says of a conversion that failed. */
function changed(value: unknown, typeName: string): unknown {
  const type = knownTypes().find(typeName)!;
  if (typeof value === 'string' && isNumberType(typeName)) return parsed(value, type);
  try {
    return convertTo(value, type);
  } catch (error) {
    if (!isScriptError(error)) throw error;
    const reason = /Error: "(.*)"$/s.exec(error.message)?.[1] ?? error.message;
    throw netError(/large or/.test(reason) ? 'System.OverflowException' : 'System.FormatException', reason);
  }
}

const isNumberType = (name: string): boolean => /^System\.(S?Byte|U?Int\d\d|Single|Double|Decimal)$/.test(name);

const parsed = (text: string, type: DotNetType): unknown => type.staticMethods!['Parse']![0]!.call(null, [text]);

const fromBaseForm = (type: FixedIntegerType): Overload =>
  overload('string value, int fromBase', (_self: null, text: string, base: number) =>
    integer(type, fromBase(text, base, type)),
  );

const toForms = (name: string): readonly Overload[] => [
  overload('object value', (_self: null, value: unknown) => changed(value, `System.${name}`)),
  overload('object value, provider provider', (_self: null, value: unknown) => changed(value, `System.${name}`)),
];

const toText = (value: unknown): string =>
  isNumeric(value) ? formatValue(value, '') : value === null ? '' : plainText(value);

const toStringForms: readonly Overload[] = [
  overload('object value', (_self: null, value: unknown) => toText(value)),
  overload('object value, provider provider', (_self: null, value: unknown) => toText(value)),
  ...(['Byte', 'Int16', 'Int32', 'Int64'] as const).map((type) =>
    overload(`System.${type} value, int toBase`, (_self: null, value: NumericValue, base: number) =>
      toBase(toBigInt(value), base, type),
    ),
  ),
];

const toCharOf = (value: unknown): Char => {
  if (value instanceof Char) return value;
  if (isNumeric(value)) return new Char(toChar(toInput(value)));
  return new Char(parseChar(plainText(value)));
};

const toBooleanOf = (value: unknown): boolean => (typeof value === 'string' ? parseBoolean(value) : isTrue(value));

/** Base64 with a line break behind every 76 characters. */
const withBreaks = (text: string): string => text.replaceAll(/.{76}(?=.)/g, '$&\r\n');

function base64(bytes: unknown, options?: unknown): string {
  const text = toBase64(bytesOf(bytes));
  return options !== undefined && plainText(options) === 'InsertLineBreaks' ? withBreaks(text) : text;
}

/** System.Convert. */
export const convertType: DotNetType = {
  name: 'System.Convert',
  base: 'System.Object',
  isAbstract: true,
  staticMethods: {
    ...Object.fromEntries(integerTypes.map((type) => [`To${type}`, [...toForms(type), fromBaseForm(type)]])),
    ...Object.fromEntries(reals.map((type) => [`To${type}`, toForms(type)])),
    ToDateTime: toForms('DateTime'),
    ToString: toStringForms,
    ToChar: [overload('object value', (_self: null, value: unknown) => toCharOf(value))],
    ToBoolean: [overload('object value', (_self: null, value: unknown) => toBooleanOf(value))],
    ToBase64String: [
      overload('byte[] inArray', (_self: null, bytes: unknown) => base64(bytes)),
      overload(
        'byte[] inArray, System.Base64FormattingOptions options',
        (_self: null, bytes: unknown, options: unknown) => base64(bytes, options),
      ),
    ],
    FromBase64String: [overload('string s', (_self: null, text: string) => byteArray(fromBase64(text)))],
    ToHexString: [overload('byte[] inArray', (_self: null, bytes: unknown) => toHex(bytesOf(bytes)))],
    FromHexString: [overload('string s', (_self: null, text: string) => byteArray(fromHex(text)))],
    ChangeType: [
      overload('object value, type conversionType', (_self: null, value: unknown, { type }: TypeValue) =>
        changed(value, type.name),
      ),
      overload(
        'object value, type conversionType, provider provider',
        (_self: null, value: unknown, { type }: TypeValue) => changed(value, type.name),
      ),
    ],
    IsDBNull: [overload('object value', (_self: null, value: unknown) => value instanceof DbNull)],
    GetTypeCode: [
      overload('object value', (_self: null, value: unknown) => (isNumeric(value) ? numericType(value) : 'Object')),
    ],
  },
};
