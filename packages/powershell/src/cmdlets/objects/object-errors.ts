import { ErrorRecord, ExceptionValue } from '../../runtime/values/error-record.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';

interface Entry {
  readonly category: string;
  readonly text: string;
  readonly exception?: string;
  /** FullyQualifiedErrorId without the cmdlet's class, where it is not the entry's name. */
  readonly id?: string;
  /** What the exception itself says, where the text stands in ErrorDetails. */
  readonly base?: string;
}

const notSupported = 'Specified method is not supported.';
const badParameter = {
  category: 'InvalidArgument',
  exception: 'System.NotSupportedException',
  base: notSupported,
} as const;
const argument = { exception: 'System.Management.Automation.PSArgumentException' } as const;
const badArgument = { ...argument, category: 'InvalidArgument' } as const;
const invalid = { category: 'InvalidOperation', exception: 'System.InvalidOperationException' } as const;

/** Errors of the object and formatting cmdlets: ids, categories and texts of the original. */
export const objectErrors = {
  DictionaryKeyIllegal: { ...badParameter, text: 'The {0} key is not valid.' },
  DictionaryKeyAmbiguous: { ...badParameter, text: 'The {0} key is ambiguous; {1} and {2} conflict.' },
  DictionaryKeyDuplicate: { ...badParameter, text: 'The duplicated key "{0}" conflicts with "{1}".' },
  DictionaryKeyNonString: { ...badParameter, text: 'The {0} key type is not valid. The key must be a string.' },
  DictionaryKeyMissingValue: { ...badParameter, text: 'The {0} key has no value.' },
  DictionaryKeyMandatoryEntry: { ...badParameter, text: 'A mandatory entry for {0} is missing.' },
  DictionaryKeyIllegalValue1: {
    ...badParameter,
    text: 'The "{0}" key has a type, {1}, that is not valid; expected types are {2}.',
  },
  DictionaryKeyIllegalValue2: {
    ...badParameter,
    text: 'The "{0}" key has a type, {1}, that is not valid; expected type is {2}.',
  },
  DictionaryKeyUnknownType: { ...badParameter, text: 'Cannot convert {0} to one of the following types {1}.' },
  DictionaryKeyNullType: {
    ...badParameter,
    id: 'DictionaryKeyUnknownType',
    text: 'The value of a parameter was null; one of the following types was expected: {0}.',
  },
  ExpressionEmptyString1: { ...badParameter, text: 'The "{0}" key cannot have an empty string value.' },
  ExpressionEmptyString2: { ...badParameter, text: 'An empty string value is not allowed.' },
  ExpressionGlobbing1: { ...badParameter, text: 'The "{0}" key cannot have wildcard characters in value "{1}".' },
  ExpressionGlobbing2: { ...badParameter, text: 'Wildcard characters are not allowed in "{0}".' },
  AlignmentIllegalValue: {
    ...badParameter,
    text: 'The value "{0}" for key "{1}" is not valid; valid values are {2}.',
  },
  WidthOutOfRange: { ...badParameter, text: 'The value "{0}" for key "{1}" should be greater than 0.' },
  FormatStringEmpty: { ...badParameter, text: 'Cannot have an empty formatting string for key "{0}".' },
  ExpressionEvaluation: { category: 'InvalidResult', text: '{0}' },
  ExpandPropertyNotFound: { ...badArgument, text: 'Property "{0}" cannot be found.' },
  MutlipleExpandProperties: {
    ...badArgument,
    text: 'Multiple properties cannot be expanded.',
  },
  AlreadyExistingUserSpecifiedPropertyNoExpand: {
    ...argument,
    category: 'InvalidOperation',
    text: 'The property cannot be processed because the property "{0}" already exists.',
  },
  AlreadyExistingUserSpecifiedPropertyExpand: {
    ...argument,
    category: 'InvalidOperation',
    text: 'The property cannot be processed because the property "{0}" already exists.',
  },
  OperatorNotSpecified: {
    ...badArgument,
    text: 'An operator is required to compare the two specified values. Include a valid operator in the command, and then try the command again. For example, Get-Process | Where-Object -Property Name -eq Idle',
  },
  ValueNotSpecifiedForWhereObject: {
    ...badArgument,
    text: 'The specified operator requires both the -Property and -Value parameters. Provide values for both parameters, and then try the command again.',
  },
  OperatorFailed: {
    category: 'InvalidOperation',
    exception: 'System.Management.Automation.PSInvalidOperationException',
    text: 'The {0} operator failed: {1}.',
  },
  PropertyNotFound: { ...badArgument, text: 'The input name "{0}" cannot be resolved to a property.' },
  AmbiguousPropertyName: {
    ...badArgument,
    text: 'Input name "{0}" is ambiguous. It can be resolved to multiple matched members. Possible matches include:{1}.',
  },
  AmbiguousPropertyOrMethodName: {
    ...badArgument,
    text: 'Input name "{0}" is ambiguous. It can be resolved to multiple matched members. Possible matches include:{1}.',
  },
  InvokeMethodOnNull: { ...badArgument, text: 'You cannot call a method on a null-valued expression.' },
  MethodNotFound: { ...badArgument, text: 'Input name "{0}" cannot be resolved to a method.' },
  PropertyOrMethodNotFound: { ...badArgument, text: 'The input name "{0}" cannot be resolved to a member.' },
  InputObjectIsNull: { ...badArgument, text: "Cannot operate on a 'null' input object." },
  MethodInvocationError: { category: 'InvalidOperation', text: '{0}' },
  GroupObjectWithHashTable: {
    id: 'ArgumentException',
    category: 'InvalidArgument',
    exception: 'System.ArgumentException',
    text: 'The command cannot be run because the AsString parameter requires that you specify the AsHashtable parameter.',
  },
  GroupObjectSingleProperty: {
    id: 'ArgumentException',
    category: 'InvalidArgument',
    exception: 'System.ArgumentException',
    text: 'The command cannot be run because using the AsHashTable parameter with more than one property requires adding the AsString parameter.',
  },
  GroupKeyDuplicate: {
    id: 'The objects grouped by this property cannot be expanded because there is a key duplication. Provide a valid value for the property, and then try again.',
    category: 'InvalidArgument',
    text: 'The objects grouped by this property cannot be expanded because there is a key duplication. Provide a valid value for the property, and then try again.',
  },
  ParallelCommonParametersNotSupported: {
    category: 'NotImplemented',
    exception: 'System.Management.Automation.PSNotSupportedException',
    text: 'The following common parameters are not currently supported in the Parallel parameter set:\nErrorAction, WarningAction, InformationAction, PipelineVariable',
  },
  NonNumericInputObject: {
    category: 'InvalidType',
    exception: 'System.Management.Automation.PSInvalidOperationException',
    text: 'Input object "{0}" is not numeric.',
  },
  MeasurePropertyNotFound: {
    ...argument,
    category: 'ObjectNotFound',
    text: 'The property "{0}" cannot be found in the input for any objects.',
  },
  FormatViewNotFound: {
    category: 'ObjectNotFound',
    exception: 'System.Management.Automation.PipelineStoppedException',
    text: '{0}',
    base: 'The pipeline has been stopped.',
  },
  FormatCannotSpecifyViewAndProperty: {
    category: 'InvalidArgument',
    exception: 'System.IO.InvalidDataException',
    text: 'Cmdlet parameters View and Property are mutually exclusive.',
    base: 'Found invalid data while decoding.',
  },
  FormatCannotSpecifyAutosizeAndColumns: {
    category: 'InvalidArgument',
    exception: 'System.IO.InvalidDataException',
    text: 'Cmdlet parameters AutoSize and Column are mutually exclusive.',
    base: 'Found invalid data while decoding.',
  },
  PSPropertyExpressionError: {
    category: 'InvalidArgument',
    text: 'Failed to evaluate expression "{0}".',
    base: '',
  },
  MinGreaterThanOrEqualMax: {
    category: 'InvalidArgument',
    exception: 'System.ArgumentException',
    text: 'The Minimum value ({0}) cannot be greater than or equal to the Maximum value ({1}).',
  },
  NoObjectInGetMember: {
    category: 'CloseError',
    exception: 'System.InvalidOperationException',
    text: 'You must specify an object for the Get-Member cmdlet.',
  },
  MemberAlreadyExists: {
    ...invalid,
    text: 'Cannot add a member with the name "{0}" because a member with that name already exists. To overwrite the member anyway, add the Force parameter to your command.',
  },
  Value1ShouldNotBeNull: {
    ...invalid,
    text: 'The Value parameter should not be null for a member of type "{0}". Specify a non-null value for the Value parameter when adding members of this type.',
  },
  Value2ShouldNotBeSpecified: {
    ...invalid,
    text: 'The SecondValue parameter is not necessary for a member of type "{0}", and should not be specified. Do not specify the SecondValue parameter when you add members of this type.',
  },
  CannotAddMemberType: {
    ...invalid,
    text: 'Cannot add a member with type "{0}". Specify a different type for the MemberTypes parameter.',
  },
  TypeNotFound: {
    ...argument,
    category: 'InvalidType',
    text: 'Cannot find type [{0}]: verify that the assembly containing this type is loaded.',
  },
  CannotFindAppropriateCtor: {
    ...argument,
    category: 'ObjectNotFound',
    text: 'A constructor was not found. Cannot find an appropriate constructor for type {0}.',
  },
  NewObjectMemberNotFound: {
    ...invalid,
    id: 'InvalidOperationException',
    text: 'The member "{0}" was not found for the specified .NET object.',
  },
  NewObjectInvalidValue: {
    id: 'SetValueException',
    category: 'InvalidData',
    text: 'The value supplied is not valid, or the property is read-only. Change the value, and then try again.',
  },
  DynamicTypeDataError: {
    id: 'TypesDynamicUpdateException',
    ...invalid,
    exception: 'System.Management.Automation.RuntimeException',
    text: 'Error in TypeData "{0}": {1}',
  },
  TypeDataEmpty: { ...invalid, text: 'No member is specified for the update on type "{0}".' },
  MemberTypeIsMissing: {
    ...invalid,
    text: 'The MemberName, Value, and SecondValue parameters cannot be specified without the MemberType parameter.',
  },
  TypesDynamicRemoveException: {
    ...invalid,
    exception: 'System.Management.Automation.RuntimeException',
    text: 'Error in TypeData "{0}": The type "{0}" was not found. The type name value must be the full name of the type. Verify the type name and run the command again.',
  },
  GetHistoryNoHistoryForId: {
    category: 'ObjectNotFound',
    exception: 'System.ArgumentException',
    text: 'Cannot locate the history for Id {0}.',
  },
  InvokeHistoryNoHistoryForCommandline: {
    category: 'ObjectNotFound',
    exception: 'System.ArgumentException',
    text: 'Cannot locate the history for command line {0}.',
  },
  InvokeHistoryNoLastHistoryEntryFound: {
    category: 'InvalidOperation',
    exception: 'System.InvalidOperationException',
    text: 'Cannot locate most recent history.',
  },
  AddHistoryInvalidInput: {
    category: 'InvalidData',
    exception: 'System.IO.InvalidDataException',
    text: 'Cannot add history because the input object has a format that is not valid.',
  },
  NobodyToAsk: {
    category: 'InvalidOperation',
    exception: 'System.Management.Automation.PSInvalidOperationException',
    text: '{0} shows objects to a person and needs a host that can ask one. PowerShell is in NonInteractive mode.',
  },
  RenamingMultipleResults: { ...invalid, text: 'Cannot rename multiple results.' },
  EmptyScriptBlockAndNoName: {
    ...badArgument,
    text: 'A property is an empty script block and does not provide a name.',
  },
} as const satisfies Record<string, Entry>;

export type ObjectErrorName = keyof typeof objectErrors;

export interface ObjectErrorOptions {
  readonly target?: unknown;
  readonly inner?: ExceptionValue | undefined;
  /** In place of one of the entry. */
  readonly exception?: ExceptionValue | undefined;
}

/** The record of an entry, with `{0}`, `{1}` of its text filled in. */
export function objectError(
  name: ObjectErrorName,
  values: readonly string[] = [],
  options: ObjectErrorOptions = {},
): ErrorRecord {
  const entry: Entry = objectErrors[name];
  const text = entry.text.replace(/\{(\d)\}/g, (_, index: string) => values[Number(index)] ?? '');
  const message = entry.base ?? text;
  const exception =
    options.exception ?? new ExceptionValue(entry.exception ?? 'System.Exception', message, options.inner);
  const record = new ErrorRecord({ exception, id: entry.id ?? name, category: entry.category, target: options.target });
  if (entry.base !== undefined) record.details = text;
  return record;
}

/** The same, to be thrown: it ends the pipeline. */
export const terminating = (...given: Parameters<typeof objectError>): ScriptError =>
  new ScriptError(objectError(...given));
