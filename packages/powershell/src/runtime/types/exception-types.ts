import { GenericDictionary } from '../values/dictionary.ts';
import { ExceptionValue } from '../values/error-record.ts';
import { plainText } from '../values/to-text.ts';
import { type DotNetType, overload, type Overload, type Property, readOnly, settable } from './define-type.ts';
import { baseExceptions, defaultMessages, exceptionDetails } from './exception-table.ts';

const exceptionProperties: Readonly<Record<string, Property>> = {
  TargetSite: readOnly(() => null),
  Message: readOnly((self: ExceptionValue) => self.message, 'string'),
  Data: readOnly(
    (self: ExceptionValue) => (self.data ??= new GenericDictionary('System.Collections.ListDictionaryInternal')),
  ),
  InnerException: readOnly((self: ExceptionValue) => self.inner ?? null),
  HelpLink: settable(
    (self: ExceptionValue) => self.helpLink,
    (self: ExceptionValue, value: string | null) => {
      self.helpLink = value;
    },
    'string',
  ),
  Source: settable(
    (self: ExceptionValue) => self.source,
    (self: ExceptionValue, value: string | null) => {
      self.source = value;
    },
    'string',
  ),
  HResult: readOnly((self: ExceptionValue) => resultCode(self.typeName), 'int'),
  StackTrace: readOnly((self: ExceptionValue) => self.stackTrace, 'string'),
};

/** HRESULTs that differ from that of System.Exception or, in `System.SystemException`'s family, from its own. */
const resultCodes: Readonly<Record<string, number>> = {
  'System.Exception': -2146233088,
  'System.ApplicationException': -2146232832,
  'System.SystemException': -2146233087,
  'System.ArgumentException': -2147024809,
  'System.ArgumentNullException': -2147467261,
  'System.ArgumentOutOfRangeException': -2146233086,
  'System.ArithmeticException': -2147024362,
  'System.DivideByZeroException': -2147352558,
  'System.OverflowException': -2146233066,
  'System.FormatException': -2146233033,
  'System.IndexOutOfRangeException': -2146233080,
  'System.InvalidCastException': -2147467262,
  'System.InvalidOperationException': -2146233079,
  'System.NotSupportedException': -2146233067,
  'System.NotImplementedException': -2147467263,
  'System.NullReferenceException': -2147467261,
  'System.OutOfMemoryException': -2147024882,
  'System.TimeoutException': -2146233083,
  'System.UnauthorizedAccessException': -2147024891,
  'System.IO.IOException': -2146232800,
  'System.IO.FileNotFoundException': -2147024894,
  'System.IO.DirectoryNotFoundException': -2147024893,
  'System.Collections.Generic.KeyNotFoundException': -2146232969,
};

function resultCode(typeName: string): number {
  for (let name: string | undefined = typeName; name; name = baseExceptions[name]) {
    const code = resultCodes[name];
    if (code !== undefined) return code;
  }
  return resultCodes['System.Exception']!;
}

const exceptionMethods: Readonly<Record<string, readonly Overload[]>> = {
  GetBaseException: [overload('', (self: ExceptionValue) => self.base)],
  ToString: [overload('', (self: ExceptionValue) => plainText(self))],
};

/** RuntimeException and its kind carry the record that they stand for. */
const runtimeProperties: Readonly<Record<string, Property>> = {
  ErrorRecord: readOnly((self: ExceptionValue) => self.record ?? null),
  StackTrace: exceptionProperties['StackTrace']!,
  WasThrownFromThrowStatement: settable(
    (self: ExceptionValue) => self.thrown,
    (self: ExceptionValue, value: boolean) => {
      self.thrown = value;
    },
    'bool',
  ),
};

const ownProperties: Readonly<Record<string, Readonly<Record<string, Property>>>> = {
  'System.Exception': exceptionProperties,
  'System.ArgumentException': { Message: exceptionProperties['Message']! },
  'System.Management.Automation.RuntimeException': runtimeProperties,
};

const detail = (name: string): Property => readOnly((self: ExceptionValue) => self.details[name] ?? null);

function propertiesOf(name: string): Readonly<Record<string, Property>> {
  const details = (exceptionDetails[name] ?? []).map((each) => [each, detail(each)] as const);
  return { ...ownProperties[name], ...Object.fromEntries(details) };
}

const defaultMessage = (name: string): string => defaultMessages[name] ?? `Exception of type '${name}' was thrown.`;

const general = (name: string): Overload[] => [
  overload('', () => new ExceptionValue(name, defaultMessage(name))),
  overload(
    'string message',
    (_type: unknown, message: string | null) => new ExceptionValue(name, message ?? defaultMessage(name)),
  ),
  overload(
    'string message, System.Exception innerException',
    (_type: unknown, message: string | null, inner: ExceptionValue | null) =>
      new ExceptionValue(name, message ?? defaultMessage(name), inner ?? undefined),
  ),
];

const withParameter = (message: string, parameter: string | null): string =>
  parameter ? `${message} (Parameter '${parameter}')` : message;

const namingParameter = (name: string, [message, parameter]: readonly [string | null, string | null]) =>
  new ExceptionValue(name, withParameter(message ?? defaultMessage(name), parameter), undefined, {
    ParamName: parameter,
  });

/** ArgumentException and its kind name a parameter; the two derived ones take it first. */
const special: Readonly<Record<string, (name: string) => Overload[]>> = {
  'System.ArgumentException': (name) => [
    ...general(name),
    overload('string message, string paramName', (_type: unknown, message: string | null, parameter: string | null) =>
      namingParameter(name, [message, parameter]),
    ),
  ],
  'System.ArgumentNullException': (name) => parameterFirst(name),
  'System.ArgumentOutOfRangeException': (name) => [
    ...parameterFirst(name),
    overload(
      'string paramName, object actualValue, string message',
      (_type: unknown, parameter: string | null, actual: unknown, message: string | null) => {
        const text = withParameter(message ?? defaultMessage(name), parameter);
        const shown = actual === null ? text : `${text}\nActual value was ${plainText(actual)}.`;
        return new ExceptionValue(name, shown, undefined, { ParamName: parameter, ActualValue: actual });
      },
    ),
  ],
};

const parameterFirst = (name: string): Overload[] => [
  overload('', () => namingParameter(name, [null, null])),
  overload('string paramName', (_type: unknown, parameter: string | null) => namingParameter(name, [null, parameter])),
  overload('string paramName, string message', (_type: unknown, parameter: string | null, message: string | null) =>
    namingParameter(name, [message, parameter]),
  ),
  overload(
    'string message, System.Exception innerException',
    (_type: unknown, message: string | null, inner: ExceptionValue | null) =>
      new ExceptionValue(name, message ?? defaultMessage(name), inner ?? undefined),
  ),
];

const exceptionType = ([name, base]: readonly [string, string]): DotNetType => ({
  name,
  base,
  properties: propertiesOf(name),
  ...(name === 'System.Exception' ? { methods: exceptionMethods } : {}),
  constructors: (special[name] ?? general)(name),
});

/** The exceptions of .NET and of the language. */
export const exceptionTypes: readonly DotNetType[] = Object.entries(baseExceptions).map(exceptionType);
