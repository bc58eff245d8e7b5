import { type CategoryInfo, categoryInfoOf } from '../values/category-info.ts';
import { EnumValue } from '../values/enum-value.ts';
import { type ExceptionValue, ErrorRecord } from '../values/error-record.ts';
import { stackText } from '../engine/call-stack.ts';
import { ErrorDetails } from '../values/error-details.ts';
import { toText } from '../values/to-text.ts';
import { type DotNetType, overload, type Property, readOnly, settable } from './define-type.ts';
import { coreTypes } from './type-registry.ts';

const automation = 'System.Management.Automation';

/** Source: System.Management.Automation.ErrorCategory. */
export const errorCategories: readonly string[] = [
  'NotSpecified',
  'OpenError',
  'CloseError',
  'DeviceError',
  'DeadlockDetected',
  'InvalidArgument',
  'InvalidData',
  'InvalidOperation',
  'InvalidResult',
  'InvalidType',
  'MetadataError',
  'NotImplemented',
  'NotInstalled',
  'ObjectNotFound',
  'OperationStopped',
  'OperationTimeout',
  'SyntaxError',
  'ParserError',
  'PermissionDenied',
  'ResourceBusy',
  'ResourceExists',
  'ResourceUnavailable',
  'ReadError',
  'WriteError',
  'FromStdErr',
  'SecurityError',
  'ProtocolError',
  'ConnectionError',
  'AuthenticationError',
  'LimitsExceeded',
  'QuotaExceeded',
  'NotEnabled',
];

const categoryValue = (name: string): EnumValue =>
  new EnumValue(coreTypes.find(`${automation}.ErrorCategory`)!, errorCategories.indexOf(name));

const recordType: DotNetType = {
  name: `${automation}.ErrorRecord`,
  base: 'System.Object',
  properties: {
    PSMessageDetails: readOnly(() => null),
    Exception: readOnly((self: ErrorRecord) => self.exception),
    TargetObject: readOnly((self: ErrorRecord) => self.target),
    CategoryInfo: readOnly((self: ErrorRecord) => categoryInfoOf(self)),
    FullyQualifiedErrorId: readOnly((self: ErrorRecord) => self.fullId, 'string'),
    ErrorDetails: settable(
      (self: ErrorRecord) => (self.details === undefined ? null : new ErrorDetails(self)),
      (self: ErrorRecord, value: ErrorDetails | null) => {
        self.details = value?.message;
        self.recommendedAction = value?.recommendedAction ?? '';
      },
      `${automation}.ErrorDetails`,
    ),
    InvocationInfo: readOnly((self: ErrorRecord) => self.invocation ?? null),
    ScriptStackTrace: readOnly((self: ErrorRecord) => (self.stack ? stackText(self.stack) : null), 'string'),
    PipelineIterationInfo: readOnly(() => []),
  },
  constructors: [
    overload(
      `System.Exception exception, string errorId, ${automation}.ErrorCategory errorCategory, object targetObject`,
      (_type: unknown, exception: ExceptionValue, id: string | null, category: EnumValue, target: unknown) =>
        new ErrorRecord({ exception, id: id ?? '', category: category.text(), target }),
    ),
    overload(
      `${automation}.ErrorRecord errorRecord, System.Exception replaceParentContainsErrorRecordException`,
      (_type: unknown, record: ErrorRecord, exception: ExceptionValue | null) =>
        copyOf(record, exception ?? record.exception),
    ),
  ],
};

function copyOf(record: ErrorRecord, exception: ExceptionValue): ErrorRecord {
  const copy = new ErrorRecord({ exception, id: record.id, category: record.category, target: record.target });
  copy.details = record.details;
  copy.invocation = record.invocation?.forRecord();
  copy.stack = record.stack;
  return copy;
}

const part = (name: 'activity' | 'reason' | 'targetName' | 'targetType'): Property =>
  settable(
    (self: CategoryInfo) => self[name],
    (self: CategoryInfo, text: string) => self.set(name, text),
    'string',
  );

const categoryType: DotNetType = {
  name: `${automation}.ErrorCategoryInfo`,
  base: 'System.Object',
  properties: {
    Category: readOnly((self: CategoryInfo) => categoryValue(self.category)),
    Activity: part('activity'),
    Reason: part('reason'),
    TargetName: part('targetName'),
    TargetType: part('targetType'),
  },
  methods: { GetMessage: [overload('', (self: CategoryInfo) => self.text())] },
};

const detailsType: DotNetType = {
  name: `${automation}.ErrorDetails`,
  base: 'System.Object',
  properties: {
    Message: readOnly((self: ErrorDetails) => self.message, 'string'),
    RecommendedAction: settable(
      (self: ErrorDetails) => self.recommendedAction,
      (self: ErrorDetails, text: unknown) => self.recommend(toText(text)),
      'string',
    ),
  },
  constructors: [
    overload('string message', (_type: unknown, message: string) => new ErrorDetails({ details: message })),
  ],
};

/** ErrorRecord and what hangs on it. */
export const errorRecordTypes: readonly DotNetType[] = [
  recordType,
  categoryType,
  detailsType,
  {
    name: `${automation}.ErrorCategory`,
    base: 'System.Enum',
    valueType: true,
    enumeration: Object.fromEntries(errorCategories.map((name, index) => [name, index])),
  },
];
