const automation = 'System.Management.Automation.';
const invalidOperation = { category: 'InvalidOperation' } as const;
const invalidArgument = { category: 'InvalidArgument', inner: `${automation}PSInvalidCastException` } as const;
const binding = { category: 'InvalidArgument', exception: `${automation}ParameterBindingException` } as const;
const validation = {
  category: 'InvalidData',
  exception: `${automation}ParameterBindingValidationException`,
} as const;
const readOnly = { category: 'WriteError', exception: `${automation}SessionStateUnauthorizedAccessException` } as const;
const notFound = { category: 'ObjectNotFound', exception: `${automation}ItemNotFoundException` } as const;

/**
 * The errors of the language: FullyQualifiedErrorId (the entry's name where `id` is absent), category, exception and text of the
 * original. Without an exception it is a RuntimeException; `inner` is one that it stands around.
 */
export const errorTable = {
  DivideByZero: {
    id: 'RuntimeException',
    exception: `${automation}RuntimeException`,
    text: 'Attempted to divide by zero.',
  },
  DecimalOverflow: { id: 'RuntimeException', text: 'Value was either too large or too small for a Decimal.' },
  NotADefinedOperationForType: {
    ...invalidOperation,
    text: "The operation '[{0}] {1} [{2}]' is not defined.",
  },
  ObjectNotComparable: {
    id: 'PSObjectCompareTo',
    exception: `${automation}ExtendedTypeSystemException`,
    text: 'Cannot compare "{0}" to "{1}" because the objects are not the same type or the object "{0}" does not implement "IComparable".',
  },
  OperatorNotDefined: {
    ...invalidOperation,
    id: 'OperatorNotDefined',
    text: "The operation '{0}' is not defined.",
  },
  MethodNotFound: {
    ...invalidOperation,
    text: "Method invocation failed because [{0}] does not contain a method named '{1}'.",
  },
  InvokeMethodOnNull: { ...invalidOperation, text: 'You cannot call a method on a null-valued expression.' },
  PropertyNotFound: {
    ...invalidOperation,
    id: 'PropertyAssignmentException',
    text: "The property '{0}' cannot be found on this object. Verify that the property exists and can be set.",
  },
  PropertyNotFoundStrict: {
    exception: `${automation}PropertyNotFoundException`,
    text: "The property '{0}' cannot be found on this object. Verify that the property exists.",
  },
  PropertyNotFoundOnType: {
    ...invalidOperation,
    id: 'PropertyAssignmentException',
    text: "The property '{0}' cannot be found on this object. Verify that the property exists and can be set.",
  },
  PropertyAssignmentException: { ...invalidOperation, text: "'{0}' is a ReadOnly property." },
  SetWithoutSetterException: {
    exception: `${automation}SetValueException`,
    text: 'Set accessor for property "{0}" is unavailable.',
  },
  ExceptionWhenSetting: {
    exception: `${automation}SetValueInvocationException`,
    text: 'Exception setting "{0}": "{1}"',
  },
  MemberAlreadyPresent: {
    exception: `${automation}ExtendedTypeSystemException`,
    text: 'The member "{0}" is already present.',
  },
  NullArray: { ...invalidOperation, text: 'Cannot index into a null array.' },
  NullArrayIndex: { ...invalidOperation, text: 'Index operation failed; the array index evaluated to null.' },
  CannotIndex: { ...invalidOperation, text: 'Unable to index into an object of type "{0}".' },
  IndexOutOfRange: {
    category: 'OperationStopped',
    id: 'System.IndexOutOfRangeException',
    exception: 'System.IndexOutOfRangeException',
    text: 'Index was outside the bounds of the array.',
  },
  ArraySliceAssignmentFailed: {
    ...invalidOperation,
    text: 'Assigning values to an array slice is not supported: {0}',
  },
  IsOperatorRequiresType: { ...invalidOperation, text: "The right operand of '-is' must be a type." },
  AsOperatorRequiresType: { ...invalidOperation, text: "The right operand of '-as' must be a type." },
  OperandNotConverted: { id: 'RuntimeException', text: '{0}' },
  TypeNotFound: { ...invalidOperation, text: 'Unable to find type [{0}].' },
  InvalidCastFromStringToNumber: {
    ...invalidArgument,
    id: 'InvalidCastFromStringToInteger',
    text: 'Cannot convert value "{0}" to type "{1}". Error: "{2}"',
  },
  ConvertToFinalInvalidCastException: {
    ...invalidArgument,
    text: 'Cannot convert the "{0}" value of type "{1}" to type "{2}".',
  },
  InvalidCastToBoolean: {
    ...invalidArgument,
    id: 'InvalidCastFromAnyTypeToBoolean',
    text: 'Cannot convert value "{0}" to type "{1}". Boolean parameters accept only Boolean values and numbers, such as $True, $False, 1 or 0.',
  },
  NullToValueType: { ...invalidArgument, id: 'nullToObjectInvalidCast', text: 'Cannot convert null to type "{0}".' },
  InvalidCast: {
    ...invalidArgument,
    text: 'Cannot convert value "{0}" to type "{1}". Error: "{2}"',
  },
  InvalidCastWithoutValue: {
    ...invalidArgument,
    id: 'ConvertToFinalInvalidCastException',
    text: 'Cannot convert the value of type "{0}" to type "{1}".',
  },
  NullToEnum: {
    ...invalidArgument,
    id: 'nullToEnumInvalidCast',
    text: 'Cannot convert null to type "{0}" due to enumeration values that are not valid. Specify one of the following enumeration values and try again. The possible enumeration values are "{1}".',
  },
  UndefinedIntegerToEnum: {
    ...invalidArgument,
    text: 'Cannot convert value "{0}" to type "{1}" due to enumeration values that are not valid. Specify one of the following enumeration values and try again. The possible enumeration values are "{2}".',
  },
  ObjectCreationError: {
    ...invalidArgument,
    text: "Cannot create object of type \"{0}\". The property '{1}' was not found for the '{0}' object. {2}",
  },
  ObjectCreationSetError: {
    ...invalidArgument,
    id: 'ObjectCreationError',
    text: 'Cannot create object of type "{0}". {1}',
  },
  MethodAmbiguous: {
    exception: `${automation}MethodException`,
    id: 'MethodCountCouldNotFindBest',
    text: 'Multiple ambiguous overloads found for "{0}" and the argument count: "{1}".',
  },
  NonRefArgumentToRefParameter: {
    exception: `${automation}MethodException`,
    id: 'NonRefArgumentToRefParameterMsg',
    text: "Argument: '{0}' should be a {1}. Use {2}.",
  },
  RefArgumentToNonRefParameter: {
    exception: `${automation}MethodException`,
    id: 'RefArgumentToNonRefParameterMsg',
    text: "Argument: '{0}' should not be a {1}. Do not use {2}.",
  },
  FormatError: { ...invalidOperation, text: 'Error formatting a string: {0}.' },
  BadReplaceArgument: {
    ...invalidOperation,
    text: 'The -{0} operator allows only two elements to follow it, not {1}.',
  },
  InvalidRegularExpression: { ...invalidOperation, text: 'The regular expression pattern {0} is not valid.' },
  InvalidWildcard: {
    id: 'RuntimeException',
    exception: `${automation}WildcardPatternException`,
    text: 'The specified wildcard character pattern is not valid: {0}',
  },
  NotIComparable: {
    ...invalidOperation,
    id: 'NotIcomparable',
    text: 'Cannot compare "{0}" because it is not IComparable.',
  },
  ComparisonFailure: { ...invalidOperation, text: 'Could not compare "{0}" to "{1}". Error: "{2}"' },
  AddHashTableToNonHashTable: { ...invalidOperation, text: 'A hash table can only be added to another hash table.' },
  InvalidNullKey: { ...invalidOperation, text: 'A null key is not allowed in a hash literal.' },
  DuplicateKeyInHashLiteral: { ...invalidOperation, text: "Duplicate keys '{0}' are not allowed in hash literals." },
  InvalidHashKey: { ...invalidOperation, text: 'The hash key is not valid.' },
  OperatorRequiresNumber: {
    ...invalidOperation,
    text: "The '{0}' operator works only on numbers. The operand is a '{1}'.",
  },
  UsingWithoutInvokeCommand: {
    ...invalidOperation,
    text: 'A Using variable cannot be retrieved. A Using variable can be used only with Invoke-Command, Start-Job, or InlineScript in the script workflow. When it is used with Invoke-Command, the Using variable is valid only if the script block is invoked on a remote computer.',
  },
  BadExpression: {
    ...invalidOperation,
    text: "The expression after '{0}' in a pipeline element produced an object that was not valid. It must result in a command name, a script block, or a CommandInfo object.",
  },
  CommandNotSupported: {
    category: 'NotImplemented',
    exception: 'System.NotSupportedException',
    text: "The command '{0}' is not supported yet.",
  },
  CommandNotFoundException: {
    category: 'ObjectNotFound',
    exception: `${automation}CommandNotFoundException`,
    text: "The term '{0}' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.",
  },
  VariableNotWritable: { ...readOnly, text: 'Cannot overwrite variable {0} because it is read-only or constant.' },
  VariableNotRemovable: {
    ...readOnly,
    text: 'Cannot remove variable {0} because it is constant or read-only. If the variable is read-only, try the operation again specifying the Force option.',
  },
  VariableAlreadyExists: {
    category: 'ResourceExists',
    exception: `${automation}SessionStateException`,
    text: "A variable with name '{0}' already exists.",
  },
  VariableNotFound: { ...notFound, text: "Cannot find a variable with the name '{0}'." },
  VariableIsUndefined: {
    ...invalidOperation,
    text: "The variable '{0}' cannot be retrieved because it has not been set.",
  },
  ValidateSetFailure: {
    category: 'MetadataError',
    exception: `${automation}ValidationMetadataException`,
    text: 'The variable cannot be validated because the value {0} is not a valid value for the {1} variable.',
  },
  ScopeOutOfRange: {
    category: 'InvalidArgument',
    id: 'ArgumentOutOfRange',
    exception: `${automation}PSArgumentOutOfRangeException`,
    text: "The scope number '{0}' exceeds the number of active scopes. (Parameter 'Scope')\nActual value was {0}.",
  },
  DriveNotFound: {
    category: 'ObjectNotFound',
    exception: `${automation}DriveNotFoundException`,
    text: "Cannot find drive. A drive with the name '{0}' does not exist.",
  },
  CallDepthOverflow: {
    category: 'InvalidOperation',
    exception: `${automation}ScriptCallDepthException`,
    text: 'The script failed due to call depth overflow.',
  },
  ParameterArgumentTransformationError: {
    category: 'InvalidData',
    exception: `${automation}ParameterBindingArgumentTransformationException`,
    text: "Cannot process argument transformation on parameter '{0}'. {1}",
  },
  ReservedActionPreference: {
    category: 'MetadataError',
    id: 'RuntimeException',
    exception: `${automation}ArgumentTransformationMetadataException`,
    text: 'The {0} ActionPreference value is reserved for future use and is not supported at this time. For more information about preference variables, see the Help topic, "about_Preference_Variables."',
  },
  ParameterBindingFailed: {
    category: 'WriteError',
    exception: `${automation}ParameterBindingException`,
    text: "Cannot bind parameter '{0}' to the target. {1}",
  },
  CannotConvertArgumentNoMessage: {
    ...binding,
    text: "Cannot bind parameter '{0}'. {1}",
  },
  MissingMandatoryParameter: {
    ...binding,
    text: 'Cannot process command because of one or more missing mandatory parameters:{0}.',
  },
  PositionalParameterNotFound: {
    ...binding,
    text: "A positional parameter cannot be found that accepts argument '{0}'.",
  },
  NamedParameterNotFound: { ...binding, text: "A parameter cannot be found that matches parameter name '{0}'." },
  MissingArgument: {
    ...binding,
    text: "Missing an argument for parameter '{0}'. Specify a parameter of type '{1}' and try again.",
  },
  ParameterAlreadyBound: {
    ...binding,
    text: 'Cannot bind parameter because parameter \'{0}\' is specified more than once. To provide multiple values to parameters that can accept multiple values, use the array syntax. For example, "-parameter value1,value2,value3".',
  },
  AmbiguousParameter: {
    ...binding,
    text: "Parameter cannot be processed because the parameter name '{0}' is ambiguous. Possible matches include:{1}.",
  },
  InputObjectNotBound: {
    ...binding,
    text: 'The input object cannot be bound to any parameters for the command either because the command does not take pipeline input or the input and its properties do not match any of the parameters that take pipeline input.',
  },
  ParameterArgumentValidationErrorNullNotAllowed: {
    category: 'InvalidData',
    exception: `${automation}ParameterBindingValidationException`,
    text: "Cannot bind argument to parameter '{0}' because it is null.",
  },
  ParameterNotInParameterSet: {
    ...binding,
    text: "Parameter '{0}' cannot be specified in parameter set '{1}'.",
  },
  BadOperatorArgument: { ...invalidOperation, text: "The argument to operator '{0}' is not valid: {1}." },
  InvalidSplitOptionCombination: {
    category: 'ParserError',
    exception: `${automation}ParseException`,
    text: 'The combination of options with the -split operator is not valid.',
  },
  InvalidSplitOptionWithPredicate: {
    category: 'ParserError',
    exception: `${automation}ParseException`,
    text: 'Options are not allowed on the -split operator with a predicate.',
  },
  ParameterNotSupported: {
    category: 'NotImplemented',
    exception: `${automation}ParameterBindingException`,
    text: "The parameter '{0}' is not supported yet.",
  },
  AmbiguousParameterSet: {
    ...binding,
    text: 'Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot be used together or an insufficient number of parameters were provided.',
  },
  AmbiguousPositionalParameterNoName: {
    ...binding,
    text: 'Cannot bind positional parameters because no names were given.',
  },
  CannotConvertArgument: {
    ...binding,
    text: "Cannot convert '{0}' to the type '{1}' required by parameter '{2}'. {3}",
  },
  ScriptBlockArgumentNoInput: {
    category: 'MetadataError',
    exception: `${automation}ParameterBindingException`,
    text: "Cannot evaluate parameter '{0}' because its argument is specified as a script block and there is no input. A script block cannot be evaluated without input.",
  },
  ScriptBlockArgumentInvocationFailed: {
    ...binding,
    text: "The input to the script block for parameter '{0}' failed. {1}",
  },
  ScriptBlockArgumentNoOutput: {
    ...binding,
    text: "Cannot evaluate parameter '{0}' because its argument input did not produce any output.",
  },
  InputObjectMissingMandatory: {
    ...binding,
    text: 'The input object cannot be bound because it did not contain the information required to bind all mandatory parameters: {0}',
  },
  GetDynamicParametersException: {
    ...binding,
    text: 'Cannot retrieve the dynamic parameters for the cmdlet. {0}',
  },
  ParameterArgumentValidationError: {
    ...validation,
    text: "Cannot validate argument on parameter '{0}'. {1}",
  },
  ParameterArgumentValidationErrorEmptyStringNotAllowed: {
    ...validation,
    text: "Cannot bind argument to parameter '{0}' because it is an empty string.",
  },
  ParameterArgumentValidationErrorEmptyArrayNotAllowed: {
    ...validation,
    text: "Cannot bind argument to parameter '{0}' because it is an empty array.",
  },
  ParameterArgumentValidationErrorEmptyCollectionNotAllowed: {
    ...validation,
    text: "Cannot bind argument to parameter '{0}' because it is an empty collection.",
  },
  MismatchedPSTypeName: {
    category: 'InvalidArgument',
    exception: `${automation}ParameterBindingArgumentTransformationException`,
    text: "Cannot bind argument to parameter '{0}', because PSTypeNames of the argument do not match the PSTypeName required by the parameter: {1}.",
  },
  ParameterNameAlreadyExistsForCommand: {
    category: 'MetadataError',
    exception: `${automation}MetadataException`,
    text: "A parameter with the name '{0}' was defined multiple times for the command.",
  },
  ParsingTooManyParameterSets: {
    category: 'MetadataError',
    exception: `${automation}ParsingMetadataException`,
    text: 'Cannot get or run the command. The maximum number of parameter sets for this command has been exceeded.',
  },
  CustomAttributeTypeNotFound: {
    ...invalidOperation,
    text: "Cannot find the type for custom attribute '{0}'. Make sure that the assembly that contains this type is loaded.",
  },
  CustomAttributeError: {
    ...invalidOperation,
    id: 'RuntimeException',
    text: 'The following exception occurred while constructing the attribute "{0}": "{1}"',
  },
  InvalidCastToText: {
    ...invalidArgument,
    id: 'InvalidCastFromAnyTypeToString',
    text: 'Cannot convert value to type System.String.',
  },
  RefParamNotRef: {
    ...invalidArgument,
    id: 'InvalidCastExceptionReferenceTypeExpected',
    text: 'Reference type is expected in argument.',
  },
  MethodCountCouldNotFindBest: {
    exception: `${automation}MethodException`,
    text: 'Cannot find an overload for "{0}" and the argument count: "{1}".',
  },
  MethodArgumentConversionInvalidCastArgument: {
    exception: `${automation}MethodException`,
    text: 'Cannot convert argument "{0}", with value: "{1}", for "{2}" to type "{3}": "{4}"',
  },
  MethodInvocation: {
    id: 'MethodInvocation',
    exception: `${automation}MethodInvocationException`,
    text: 'Exception calling "{0}" with "{1}" argument(s): "{2}"',
  },
  StrictModeFunctionCallWithParens: {
    ...invalidOperation,
    text: 'The function or command was called as if it were a method. Parameters should be separated by spaces. For information about parameters, see the about_Parameters Help topic.',
  },
  ScriptRequiresUnmatchedPSVersion: {
    category: 'ResourceUnavailable',
    exception: `${automation}ScriptRequiresException`,
    text: 'The script \'{0}\' cannot be run because it contained a "#requires" statement for PowerShell {1}. The version of PowerShell that is required by the script does not match the currently running version of PowerShell {2}.',
  },
  ScriptRequiresUnmatchedPSEdition: {
    category: 'ResourceUnavailable',
    exception: `${automation}ScriptRequiresException`,
    text: "The script '{0}' cannot be run because it contained a \"#requires\" statement for PowerShell editions '{1}'. The edition of PowerShell that is required by the script does not match the currently running PowerShell {2} edition.",
  },
  ScriptRequiresMissingModules: {
    category: 'ResourceUnavailable',
    exception: `${automation}ScriptRequiresException`,
    text: 'The script \'{0}\' cannot be run because the following modules that are specified by the "#requires" statements of the script are missing: {1}.',
  },
  ModuleNotFound: {
    category: 'ResourceUnavailable',
    id: 'Modules_ModuleNotFound',
    exception: 'System.IO.FileNotFoundException',
    text: "The specified module '{0}' was not loaded because no valid module file was found in any module directory.",
  },
  ModuleWithVersionNotFound: {
    category: 'ResourceUnavailable',
    id: 'Modules_ModuleWithVersionNotFound',
    exception: 'System.IO.FileNotFoundException',
    text: "The specified module '{0}' with version '{1}' was not loaded because no valid module file was found in any module directory.",
  },
  ExportOutsideModule: {
    category: 'PermissionDenied',
    id: 'Modules_CanOnlyExecuteExportModuleMemberInsideAModule',
    exception: 'System.InvalidOperationException',
    text: 'The Export-ModuleMember cmdlet can only be called from inside a module.',
  },
  NoModulesRemoved: {
    ...invalidOperation,
    id: 'Modules_NoModulesRemoved',
    exception: 'System.InvalidOperationException',
    text: 'No modules were removed. Verify that the specification of modules to remove is correct and those modules exist in the runspace.',
  },
  ManifestWithoutTable: {
    category: 'InvalidData',
    id: 'Modules_InvalidManifest',
    exception: 'System.InvalidOperationException',
    text: "The module manifest '{0}' could not be processed because it is not a valid PowerShell module manifest file. Remove the elements that are not permitted.",
  },
  ScriptHalted: { category: 'OperationStopped', text: 'ScriptHalted' },
} as const;

export type ErrorName = keyof typeof errorTable;
