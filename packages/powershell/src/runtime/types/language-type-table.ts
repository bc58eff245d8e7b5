import { displayTypeName } from './display-type-name.ts';
import type { ErrorRecord } from '../values/error-record.ts';
import { ExceptionValue } from '../values/error-record.ts';
import { plainText } from '../values/to-text.ts';
import { equals } from '../operators/compare.ts';
import type { EnumValue } from '../values/enum-value.ts';
import { CategoryInfo } from '../values/category-info.ts';
import { CustomObject } from '../values/ps-object.ts';
import type { Reference } from '../values/reference.ts';
import type { RegexMatch } from '../values/regex-match.ts';
import type { SwitchParameter } from '../values/switch-parameter.ts';
import { TypeValue } from '../values/type-value.ts';
import type { Variable } from '../engine/variable.ts';
import { toText } from '../values/to-text.ts';
import { type DotNetType, overload, readOnly } from './define-type.ts';
import { typeOf } from './type-of.ts';
import { coreTypes } from './type-registry.ts';

const objectType: DotNetType = {
  name: 'System.Object',
  methods: {
    GetType: [overload('', (self: unknown) => new TypeValue(typeOf(self)))],
    ToString: [overload('', (self: unknown) => plainText(self))],
    Equals: [overload('object', (self: unknown, other: unknown) => equals(self, other, 'match case'))],
    GetHashCode: [overload('', () => 0)],
  },
  constructors: [overload('', () => new CustomObject())],
};

const typeType: DotNetType = {
  name: 'System.RuntimeType',
  base: 'System.Type',
  properties: {
    Name: readOnly(({ type }: TypeValue) => shortName(type.name)),
    FullName: readOnly(({ type }: TypeValue) => type.name),
    Namespace: readOnly(({ type }: TypeValue) => type.name.split('.').slice(0, -1).join('.')),
    BaseType: readOnly(({ type }: TypeValue) => baseType(type)),
    IsArray: readOnly(({ type }: TypeValue) => type.element !== undefined),
    IsEnum: readOnly(({ type }: TypeValue) => type.enumeration !== undefined),
    IsValueType: readOnly(({ type }: TypeValue) => type.valueType === true || type.enumeration !== undefined),
  },
  methods: {
    IsInstanceOfType: [
      overload('object', ({ type }: TypeValue, value: unknown) => coreTypes.isAssignable(typeOf(value), type.name)),
    ],
  },
};

const shortName = (name: string): string => displayTypeName(name).split('.').at(-1)!;
const baseType = (type: DotNetType): unknown => {
  const base = coreTypes.baseOf(type);
  return base ? new TypeValue(base) : null;
};

const recordType: DotNetType = {
  name: 'System.Management.Automation.ErrorRecord',
  base: 'System.Object',
  properties: {
    Exception: readOnly((self: ErrorRecord) => self.exception),
    FullyQualifiedErrorId: readOnly((self: ErrorRecord) => self.id),
    TargetObject: readOnly((self: ErrorRecord) => self.target),
    CategoryInfo: readOnly(categoryInfo),
    ErrorDetails: readOnly((self: ErrorRecord) =>
      self.details === undefined ? null : new CustomObject().setNote('Message', self.details),
    ),
    InvocationInfo: readOnly(invocationInfo),
    ScriptStackTrace: readOnly((self: ErrorRecord) => self.stack.join('\n')),
  },
};

function categoryInfo({ category, activity, reason, target }: ErrorRecord): CategoryInfo {
  const targetType = target === null ? '' : shortName(typeOf(target).name);
  return new CategoryInfo({ category, activity, reason, targetName: toText(target), targetType });
}

const categoryType: DotNetType = {
  name: 'System.Management.Automation.ErrorCategoryInfo',
  base: 'System.Object',
  properties: {
    Category: readOnly((self: CategoryInfo) => self.category),
    Activity: readOnly((self: CategoryInfo) => self.activity),
    Reason: readOnly((self: CategoryInfo) => self.reason),
    TargetName: readOnly((self: CategoryInfo) => self.targetName),
    TargetType: readOnly((self: CategoryInfo) => self.targetType),
  },
};

function invocationInfo({ position, command }: ErrorRecord): CustomObject {
  const place = position?.source.lineAndColumn(position.start);
  return new CustomObject()
    .setNote('MyCommand', command ?? null)
    .setNote('ScriptName', position?.source.file ?? '')
    .setNote('ScriptLineNumber', place?.line ?? 0)
    .setNote('OffsetInLine', place?.column ?? 0)
    .setNote('Line', place ? position!.source.line(place.line) : '');
}

const exceptionProperties: DotNetType['properties'] = {
  Message: readOnly((self: ExceptionValue) => self.message),
  InnerException: readOnly((self: ExceptionValue) => self.inner ?? null),
  ErrorRecord: readOnly((self: ExceptionValue) => self.record ?? null),
  WasThrownFromThrowStatement: readOnly((self: ExceptionValue) => self.thrown),
  HResult: readOnly(() => -2146233088),
};

/** Exception types with their bases. */
const exceptionBases: Readonly<Record<string, string>> = {
  'System.Exception': 'System.Object',
  'System.SystemException': 'System.Exception',
  'System.ApplicationException': 'System.Exception',
  'System.ArgumentException': 'System.SystemException',
  'System.ArgumentNullException': 'System.ArgumentException',
  'System.ArgumentOutOfRangeException': 'System.ArgumentException',
  'System.ArithmeticException': 'System.SystemException',
  'System.DivideByZeroException': 'System.ArithmeticException',
  'System.OverflowException': 'System.ArithmeticException',
  'System.FormatException': 'System.SystemException',
  'System.IndexOutOfRangeException': 'System.SystemException',
  'System.InvalidCastException': 'System.SystemException',
  'System.InvalidOperationException': 'System.SystemException',
  'System.NotSupportedException': 'System.SystemException',
  'System.NotImplementedException': 'System.SystemException',
  'System.NullReferenceException': 'System.SystemException',
  'System.OutOfMemoryException': 'System.SystemException',
  'System.TimeoutException': 'System.SystemException',
  'System.UnauthorizedAccessException': 'System.SystemException',
  'System.IO.IOException': 'System.SystemException',
  'System.IO.FileNotFoundException': 'System.IO.IOException',
  'System.IO.DirectoryNotFoundException': 'System.IO.IOException',
  'System.Text.RegularExpressions.RegexParseException': 'System.ArgumentException',
  'System.Collections.Generic.KeyNotFoundException': 'System.SystemException',
  'System.Management.Automation.RuntimeException': 'System.SystemException',
  'System.Management.Automation.ActionPreferenceStopException': 'System.Management.Automation.RuntimeException',
  'System.Management.Automation.CommandNotFoundException': 'System.Management.Automation.RuntimeException',
  'System.Management.Automation.DriveNotFoundException': 'System.Management.Automation.SessionStateException',
  'System.Management.Automation.ExtendedTypeSystemException': 'System.Management.Automation.RuntimeException',
  'System.Management.Automation.ItemNotFoundException': 'System.Management.Automation.SessionStateException',
  'System.Management.Automation.MetadataException': 'System.Management.Automation.RuntimeException',
  'System.Management.Automation.MethodException': 'System.Management.Automation.ExtendedTypeSystemException',
  'System.Management.Automation.MethodInvocationException': 'System.Management.Automation.MethodException',
  'System.Management.Automation.ParameterBindingException': 'System.Management.Automation.RuntimeException',
  'System.Management.Automation.ParameterBindingArgumentTransformationException':
    'System.Management.Automation.ParameterBindingException',
  'System.Management.Automation.ParameterBindingValidationException':
    'System.Management.Automation.ParameterBindingException',
  'System.Management.Automation.ParseException': 'System.Management.Automation.RuntimeException',
  'System.Management.Automation.PropertyNotFoundException': 'System.Management.Automation.ExtendedTypeSystemException',
  'System.Management.Automation.PSArgumentOutOfRangeException': 'System.ArgumentOutOfRangeException',
  'System.Management.Automation.PSInvalidCastException': 'System.InvalidCastException',
  'System.Management.Automation.ScriptCallDepthException': 'System.SystemException',
  'System.Management.Automation.SessionStateException': 'System.Management.Automation.RuntimeException',
  'System.Management.Automation.SessionStateUnauthorizedAccessException':
    'System.Management.Automation.SessionStateException',
  'System.Management.Automation.ValidationMetadataException': 'System.Management.Automation.MetadataException',
  'System.Management.Automation.WildcardPatternException': 'System.Management.Automation.RuntimeException',
  'Microsoft.PowerShell.Commands.WriteErrorException': 'System.SystemException',
};

const exceptionType = ([name, base]: [string, string]): DotNetType => ({
  name,
  base,
  properties: name === 'System.Exception' ? exceptionProperties : {},
  constructors: [
    overload('', () => new ExceptionValue(name, `Exception of type '${name}' was thrown.`)),
    overload('string', (_self: null, message: string) => new ExceptionValue(name, message)),
    overload(
      'string, object',
      (_self: null, message: string, inner: ExceptionValue) => new ExceptionValue(name, message, inner),
    ),
  ],
});

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const enumeration = (
  name: string,
  names: readonly string[] | Readonly<Record<string, number>>,
  flags = {},
): DotNetType => ({
  name,
  base: 'System.Enum',
  valueType: true,
  enumeration: Array.isArray(names)
    ? Object.fromEntries(names.map((each, index) => [each, index]))
    : (names as Record<string, number>),
  properties: { value__: readOnly((self: EnumValue) => self.value) },
  methods: {
    HasFlag: [overload('object', (self: EnumValue, other: EnumValue) => (self.value & other.value) === other.value)],
  },
  ...flags,
});

const plain = (name: string, base = 'System.Object', more: Partial<DotNetType> = {}): DotNetType => ({
  name,
  base,
  ...more,
});

/** The types of the language itself: object, type, errors, enumerations, references. */
export const languageTypes: readonly DotNetType[] = [
  objectType,
  plain('System.ValueType'),
  plain('System.Enum', 'System.ValueType'),
  plain('System.Void', 'System.ValueType'),
  plain('System.IComparable'),
  plain('System.Collections.IEnumerable'),
  plain('System.Collections.IList'),
  plain('System.Collections.IDictionary'),
  plain('System.Collections.ICollection'),
  plain('System.Boolean', 'System.ValueType', {
    valueType: true,
    interfaces: ['System.IComparable', 'System.IConvertible'],
    statics: { TrueString: readOnly(() => 'True'), FalseString: readOnly(() => 'False') },
  }),
  plain('System.Type'),
  typeType,
  recordType,
  categoryType,
  plain('System.Management.Automation.ScriptBlock', 'System.Object', {
    properties: { Ast: readOnly(() => null) },
  }),
  plain('System.Management.Automation.PSObject'),
  plain('System.Management.Automation.PSCustomObject'),
  plain('System.Management.Automation.PSReference', 'System.Object', {
    properties: {
      Value: { get: (self) => (self as Reference).read(), set: (self, value) => (self as Reference).write(value) },
    },
  }),
  plain('System.Management.Automation.SwitchParameter', 'System.ValueType', {
    valueType: true,
    properties: { IsPresent: readOnly((self: SwitchParameter) => self.isPresent) },
    methods: { ToBool: [overload('', (self: SwitchParameter) => self.isPresent)] },
  }),
  plain('System.Management.Automation.PSVariable', 'System.Object', {
    properties: {
      Name: readOnly((self: Variable) => self.name),
      Value: { get: (self) => (self as Variable).value, set: (self, value) => (self as Variable).assign(value) },
      Options: readOnly((self: Variable) => self.options.join(', ') || 'None'),
      Description: readOnly((self: Variable) => self.description),
    },
  }),
  plain('System.Text.RegularExpressions.Match', 'System.Object', {
    properties: {
      Value: readOnly((self: RegexMatch) => self.text()),
      Index: readOnly((self: RegexMatch) => self.match?.index ?? 0),
      Length: readOnly((self: RegexMatch) => self.text().length),
      Success: readOnly((self: RegexMatch) => self.match !== undefined),
      Groups: readOnly((self: RegexMatch) =>
        [...(self.match ?? [])].map((text) => new CustomObject().setNote('Value', text ?? '')),
      ),
    },
  }),
  enumeration('System.DayOfWeek', dayNames),
  enumeration('System.ConsoleColor', [
    'Black',
    'DarkBlue',
    'DarkGreen',
    'DarkCyan',
    'DarkRed',
    'DarkMagenta',
    'DarkYellow',
    'Gray',
    'DarkGray',
    'Blue',
    'Green',
    'Cyan',
    'Red',
    'Magenta',
    'Yellow',
    'White',
  ]),
  enumeration('System.StringComparison', [
    'CurrentCulture',
    'CurrentCultureIgnoreCase',
    'InvariantCulture',
    'InvariantCultureIgnoreCase',
    'Ordinal',
    'OrdinalIgnoreCase',
  ]),
  enumeration(
    'System.IO.FileAttributes',
    {
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
    },
    { flags: true },
  ),
  enumeration('System.Management.Automation.ActionPreference', [
    'SilentlyContinue',
    'Stop',
    'Continue',
    'Inquire',
    'Ignore',
    'Suspend',
    'Break',
  ]),
  ...Object.entries(exceptionBases).map(exceptionType),
];
