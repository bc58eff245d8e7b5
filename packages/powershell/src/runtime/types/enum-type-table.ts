import { RegexOptions } from '../../dotnet/index.ts';
import { coreTypes } from './type-registry.ts';
import { netError } from '../errors/script-error.ts';
import { convertTo } from '../conversions/convert.ts';
import { parseEnum } from '../conversions/to-enum.ts';
import { formatEnum } from '../format/format-enum.ts';
import { EnumValue } from '../values/enum-value.ts';
import { isNumeric, toNumber } from '../values/number-types.ts';
import { knownTypes } from '../values/running-session.ts';
import type { Reference } from '../values/reference.ts';
import { plainText } from '../values/to-text.ts';
import { typedArray } from '../values/typed-array.ts';
import { TypeValue } from '../values/type-value.ts';
import { type DotNetType, overload } from './define-type.ts';
import { enumType } from './enum-type.ts';
import { noSpan } from './number-methods.ts';

const sorted = ({ enumeration = {} }: DotNetType): [string, number][] =>
  Object.entries(enumeration).toSorted(([, a], [, b]) => (a >>> 0) - (b >>> 0));

export const enumNamesOf = (type: DotNetType): unknown[] =>
  typedArray(
    'System.String',
    sorted(type).map(([name]) => name),
  );

export const enumValuesOf = (type: DotNetType): unknown[] =>
  typedArray(
    type.name,
    sorted(type).map(([, value]) => new EnumValue(type, value)),
  );

function parsed(type: DotNetType, text: string): EnumValue {
  const value = parseEnum(text, type);
  if (value === undefined) throw netError('System.ArgumentException', `Requested value '${text}' was not found.`);
  return new EnumValue(type, value);
}

function tryParse(type: DotNetType, text: string, result: Reference): boolean {
  const value = parseEnum(text, type);
  result.write(new EnumValue(type, value ?? 0));
  return value !== undefined;
}

function isDefined({ type }: TypeValue, value: unknown): boolean {
  const names = type.enumeration ?? {};
  if (typeof value === 'string') return value in names;
  const number = value instanceof EnumValue ? value.value : isNumeric(value) ? toNumber(value) : undefined;
  return number !== undefined && Object.values(names).includes(number);
}

const underlyingValue = ({ type, value }: EnumValue): unknown =>
  convertTo(value, knownTypes().find(type.underlying ?? 'System.Int32')!);

/** System.Enum: what all enumerations have. */
export const enumBaseType: DotNetType = {
  name: 'System.Enum',
  base: 'System.ValueType',
  isAbstract: true,
  interfaces: ['System.IComparable', 'System.IFormattable', 'System.IConvertible'],
  properties: { value__: { get: (self) => underlyingValue(self as EnumValue) } },
  methods: {
    HasFlag: [
      overload('System.Enum flag', (self: EnumValue, flag: EnumValue) => (self.value & flag.value) === flag.value),
    ],
    CompareTo: [overload('object target', (self: EnumValue, other: EnumValue) => Math.sign(self.value - other.value))],
    ToString: [
      overload('', (self: EnumValue) => plainText(self)),
      overload('string format', (self: EnumValue, format: string) => formatEnum(self, format)),
    ],
    GetTypeCode: [overload('', () => new EnumValue(coreTypes.find('System.TypeCode')!, 9))],
  },
  staticMethods: {
    GetNames: [overload('type enumType', (_self: null, { type }: TypeValue) => enumNamesOf(type))],
    GetValues: [overload('type enumType', (_self: null, { type }: TypeValue) => enumValuesOf(type))],
    GetName: [
      overload('type enumType, object value', (_self: null, { type }: TypeValue, value: unknown) => {
        const { value: number } = convertTo(value, type) as EnumValue;
        return sorted(type).find(([, each]) => each === number)?.[0] ?? null;
      }),
    ],
    Parse: [
      overload('type enumType, string value', (_self: null, { type }: TypeValue, text: string) => parsed(type, text)),
      overload('type enumType, string value, bool ignoreCase', (_self: null, { type }: TypeValue, text: string) =>
        parsed(type, text),
      ),
    ],
    TryParse: [
      overload(
        'type enumType, string value, ref object result',
        (_self: null, { type }: TypeValue, text: string, result: Reference) => tryParse(type, text, result),
      ),
      overload(
        'type enumType, string value, bool ignoreCase, ref object result',
        (_self: null, { type }: TypeValue, text: string, _ignoreCase: boolean, result: Reference) =>
          tryParse(type, text, result),
      ),
    ],
    TryFormat: [overload('object value, System.Span`1[System.Char] destination, ref int charsWritten', noSpan)],
    IsDefined: [
      overload('type enumType, object value', (_self: null, type: TypeValue, value: unknown) => isDefined(type, value)),
    ],
    GetUnderlyingType: [
      overload(
        'type enumType',
        (_self: null, { type }: TypeValue) => new TypeValue(coreTypes.find(type.underlying ?? 'System.Int32')!),
      ),
    ],
    ToObject: [
      overload('type enumType, object value', (_self: null, { type }: TypeValue, value: unknown) =>
        isNumeric(value) ? new EnumValue(type, toNumber(value)) : convertTo(value, type),
      ),
    ],
  },
};

const fileAttributes = {
  None: 0,
  ReadOnly: 1,
  Hidden: 2,
  System: 4,
  Directory: 16,
  Archive: 32,
  Device: 64,
  Normal: 128,
  Temporary: 256,
  SparseFile: 512,
  ReparsePoint: 1024,
  Compressed: 2048,
  Offline: 4096,
  NotContentIndexed: 8192,
  Encrypted: 16384,
};

const typeCodes = {
  Empty: 0,
  Object: 1,
  DBNull: 2,
  Boolean: 3,
  Char: 4,
  SByte: 5,
  Byte: 6,
  Int16: 7,
  UInt16: 8,
  Int32: 9,
  UInt32: 10,
  Int64: 11,
  UInt64: 12,
  Single: 13,
  Double: 14,
  Decimal: 15,
  DateTime: 16,
  String: 18,
};

const flags = { flags: true };

/** The enumerations of .NET and of the language that scripts name. */
export const enumTypes: readonly DotNetType[] = [
  enumType('System.DayOfWeek', 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'),
  enumType('System.DateTimeKind', 'Unspecified Utc Local'),
  enumType('System.MidpointRounding', 'ToEven AwayFromZero ToZero ToNegativeInfinity ToPositiveInfinity'),
  enumType('System.StringSplitOptions', { None: 0, RemoveEmptyEntries: 1, TrimEntries: 2 }, flags),
  enumType(
    'System.Management.Automation.SplitOptions',
    {
      SimpleMatch: 1,
      RegexMatch: 2,
      CultureInvariant: 4,
      IgnorePatternWhitespace: 8,
      Multiline: 16,
      Singleline: 32,
      IgnoreCase: 64,
      ExplicitCapture: 128,
    },
    flags,
  ),
  enumType('System.Base64FormattingOptions', { None: 0, InsertLineBreaks: 1 }, flags),
  enumType('System.UriHostNameType', 'Unknown Basic Dns IPv4 IPv6'),
  enumType('System.UriKind', 'RelativeOrAbsolute Absolute Relative'),
  enumType('System.TypeCode', typeCodes),
  enumType('System.PlatformID', 'Win32S Win32Windows Win32NT WinCE Unix Xbox MacOSX Other'),
  enumType('System.EnvironmentVariableTarget', 'Process User Machine'),
  enumType('System.Environment+SpecialFolder', {
    Desktop: 0,
    Programs: 2,
    Personal: 5,
    MyDocuments: 5,
    ApplicationData: 26,
    LocalApplicationData: 28,
    CommonApplicationData: 35,
    System: 37,
    ProgramFiles: 38,
    MyPictures: 39,
    UserProfile: 40,
  }),
  enumType(
    'System.ConsoleColor',
    'Black DarkBlue DarkGreen DarkCyan DarkRed DarkMagenta DarkYellow Gray DarkGray Blue Green Cyan Red Magenta Yellow White',
  ),
  enumType(
    'System.StringComparison',
    'CurrentCulture CurrentCultureIgnoreCase InvariantCulture InvariantCultureIgnoreCase Ordinal OrdinalIgnoreCase',
  ),
  enumType('System.Text.RegularExpressions.RegexOptions', RegexOptions, flags),
  enumType('System.Text.NormalizationForm', { FormC: 1, FormD: 2, FormKC: 5, FormKD: 6 }),
  enumType(
    'System.Globalization.NumberStyles',
    {
      None: 0,
      AllowLeadingWhite: 1,
      AllowTrailingWhite: 2,
      AllowLeadingSign: 4,
      Integer: 7,
      AllowTrailingSign: 8,
      AllowParentheses: 16,
      AllowDecimalPoint: 32,
      AllowThousands: 64,
      Number: 111,
      AllowExponent: 128,
      Float: 167,
      AllowCurrencySymbol: 256,
      Currency: 383,
      Any: 511,
      AllowHexSpecifier: 512,
      HexNumber: 515,
    },
    flags,
  ),
  enumType(
    'System.Globalization.DateTimeStyles',
    {
      None: 0,
      AllowLeadingWhite: 1,
      AllowTrailingWhite: 2,
      AllowInnerWhite: 4,
      AllowWhiteSpaces: 7,
      NoCurrentDateDefault: 8,
      AdjustToUniversal: 16,
      AssumeLocal: 32,
      AssumeUniversal: 64,
      RoundtripKind: 128,
    },
    flags,
  ),
  enumType('System.IO.FileAttributes', fileAttributes, flags),
  enumType('System.IO.FileMode', { CreateNew: 1, Create: 2, Open: 3, OpenOrCreate: 4, Truncate: 5, Append: 6 }),
  enumType('System.IO.FileAccess', { Read: 1, Write: 2, ReadWrite: 3 }, flags),
  enumType('System.IO.FileShare', { None: 0, Read: 1, Write: 2, ReadWrite: 3, Delete: 4 }, flags),
  enumType('System.IO.SearchOption', 'TopDirectoryOnly AllDirectories'),
  enumType('Microsoft.PowerShell.Commands.ExportAliasFormat', 'Csv Script'),
  enumType('System.Net.Mail.MailPriority', 'Normal Low High'),
  enumType(
    'System.Net.Mail.DeliveryNotificationOptions',
    { None: 0, OnSuccess: 1, OnFailure: 2, Delay: 4, Never: 0x800_0000 },
    flags,
  ),
  enumType('System.IO.Compression.CompressionLevel', 'Optimal Fastest NoCompression SmallestSize'),
  enumType('System.Xml.XmlNodeType', {
    None: 0,
    Element: 1,
    Attribute: 2,
    Text: 3,
    CDATA: 4,
    ProcessingInstruction: 7,
    Comment: 8,
    Document: 9,
    DocumentType: 10,
    Whitespace: 13,
    XmlDeclaration: 17,
  }),
  enumType('System.Management.Automation.Language.ForEachFlags', { None: 0, Parallel: 1 }, flags),
  enumType(
    'System.Management.Automation.Language.SwitchFlags',
    { None: 0, File: 1, Regex: 2, Wildcard: 4, Exact: 8, CaseSensitive: 16, Parallel: 32 },
    flags,
  ),
  enumType(
    'System.Management.Automation.ScopedItemOptions',
    {
      None: 0,
      ReadOnly: 1,
      Constant: 2,
      Private: 4,
      AllScope: 8,
      Unspecified: 16,
    },
    flags,
  ),
  enumType(
    'System.Management.Automation.ErrorCategory',
    'NotSpecified OpenError CloseError DeviceError DeadlockDetected InvalidArgument InvalidData InvalidOperation InvalidResult InvalidType MetadataError NotImplemented NotInstalled ObjectNotFound OperationStopped OperationTimeout SyntaxError ParserError PermissionDenied ResourceBusy ResourceExists ResourceUnavailable ReadError WriteError FromStdErr SecurityError ProtocolError ConnectionError AuthenticationError LimitsExceeded QuotaExceeded NotEnabled',
  ),
  enumType(
    'System.Management.Automation.PSMemberTypes',
    {
      AliasProperty: 1,
      CodeProperty: 2,
      Property: 4,
      NoteProperty: 8,
      ScriptProperty: 16,
      Properties: 31,
      PropertySet: 32,
      Method: 64,
      CodeMethod: 128,
      ScriptMethod: 256,
      Methods: 448,
      ParameterizedProperty: 512,
      MemberSet: 1024,
      Event: 2048,
      Dynamic: 4096,
      All: 8191,
    },
    flags,
  ),
  enumType(
    'System.Management.Automation.WildcardOptions',
    { None: 0, Compiled: 1, IgnoreCase: 2, CultureInvariant: 4 },
    flags,
  ),
];
