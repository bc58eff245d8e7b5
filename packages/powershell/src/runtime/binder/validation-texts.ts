/** What failed checks say. Source: Metadata.resx. */
export const validationTexts = {
  rangeElementType:
    'The argument cannot be validated because its type "{0}" is not the same type ({1}) as the maximum and minimum limits of the parameter. Make sure the argument is of type {1} and then try the command again.',
  rangePositive: 'The argument "{0}" cannot be validated because its value is not greater than zero.',
  rangeNonNegative: 'The argument "{0}" cannot be validated because its value is not greater than or equal to zero.',
  rangeNegative: 'The argument "{0}" cannot be validated because its value is not less than zero.',
  rangeNonPositive: 'The argument "{0}" cannot be validated because its value is not less than or equal to zero.',
  powerShellVersion:
    'The "{0}" argument does not contain a valid PowerShell version. Supply a valid version number and then try the command again.',
  rangeTooBig:
    'The {0} argument is greater than the maximum allowed range of {1}. Supply an argument that is less than or equal to {1} and then try the command again.',
  rangeTooSmall:
    'The {0} argument is less than the minimum allowed range of {1}. Supply an argument that is greater than or equal to {1} and then try the command again.',
  pattern:
    'The argument "{0}" does not match the "{1}" pattern. Supply an argument that matches "{1}" and try the command again.',
  countNotArray:
    'The ValidateCount attribute cannot be applied to a non-array parameter. Either remove the attribute from the parameter or make the parameter an array parameter.',
  countExact: 'The parameter requires exactly {0} value(s) - {1} value(s) were provided.',
  countMinMax:
    'The parameter requires at least {0} value(s) and no more than {1} value(s) - {2} value(s) were provided.',
  lengthNotText:
    'The ValidateLength attribute cannot be applied to a parameter that is not a string or string[] parameter. Make the parameter a string or string[] parameter.',
  lengthTooShort:
    'The character length ({1}) of the argument is too short. Specify an argument with a length that is greater than or equal to "{0}", and then try the command again.',
  lengthTooLong:
    'The character length of the {1} argument is too long. Shorten the character length of the argument so it is fewer than or equal to "{0}" characters, and then try the command again.',
  set: 'The argument "{0}" does not belong to the set "{1}" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.',
  notNull: 'The argument is null. Provide a valid value for the argument, and then try running the command again.',
  notNullCollection:
    'The argument has a null value, or an element of the argument collection contains a null value. Provide a collection that does not contain any null values, and then try the command again.',
  notNullOrEmpty:
    'The argument is null or empty. Provide an argument that is not null or empty, and then try the command again.',
  notNullOrEmptyCollection:
    'The argument is null, empty, or an element of the argument collection contains a null value. Supply a collection that does not contain any null values and then try the command again.',
  notNullOrWhiteSpace:
    'The argument is null, empty, or consists of only white-space characters. Provide an argument that contains non white-space characters, and then try the command again.',
  notNullOrWhiteSpaceCollection:
    'An element of the argument collection is null, empty, or consists of only white-space characters. Supply a collection that does not contain any those values and then try the command again.',
  script:
    'The "{1}" validation script for the argument with value "{0}" did not return a result of True. Determine why the validation script failed, and then try the command again.',
  driveNotText: 'The path argument is invalid. Supply a path argument that is a string type.',
  driveNotFound: "Cannot find drive. A drive with the name '{0}' does not exist.",
  driveNotAllowed:
    'The path argument drive {0} does not belong to the set of approved drives: {1}. Supply a path argument with an approved drive.',
} as const;
