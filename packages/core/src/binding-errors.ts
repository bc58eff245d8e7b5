import { defineErrors } from '@cutover/base';

interface InCmdlet {
  readonly cmdlet: string;
}
interface OfParameter extends InCmdlet {
  readonly parameter: string;
}

/**
 * Parameters that do not bind, in PowerShell's own words. Source: ParameterBinderStrings.resx of the open engine (MIT);
 * scripts compare these texts.
 */
export const bindingErrors = defineErrors('binding', {
  namedParameterNotFound: {
    category: 'InvalidArgument',
    message: ({ parameter }: OfParameter) => `A parameter cannot be found that matches parameter name '${parameter}'.`,
  },
  positionalParameterNotFound: {
    category: 'InvalidArgument',
    message: ({ argument }: InCmdlet & { argument: string }) =>
      `A positional parameter cannot be found that accepts argument '${argument}'.`,
  },
  ambiguousParameter: {
    category: 'InvalidArgument',
    message: ({ parameter, matches }: OfParameter & { matches: readonly string[] }) =>
      `Parameter cannot be processed because the parameter name '${parameter}' is ambiguous. Possible matches include: ${matches.map((name) => `-${name}`).join(' ')}.`,
  },
  ambiguousParameterSet: {
    category: 'InvalidArgument',
    message: (_context: InCmdlet) =>
      'Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot be used together or an insufficient number of parameters were provided.',
  },
  missingArgument: {
    category: 'InvalidArgument',
    message: ({ parameter, type }: OfParameter & { type: string }) =>
      `Missing an argument for parameter '${parameter}'. Specify a parameter of type '${type}' and try again.`,
  },
  missingMandatoryParameter: {
    category: 'InvalidArgument',
    message: ({ parameters }: InCmdlet & { parameters: readonly string[] }) =>
      `Cannot process command because of one or more missing mandatory parameters: ${parameters.join(' ')}.`,
  },
  parameterAlreadyBound: {
    category: 'InvalidArgument',
    message: ({ parameter }: OfParameter) =>
      `Cannot bind parameter because parameter '${parameter}' is specified more than once. To provide multiple values to parameters that can accept multiple values, use the array syntax. For example, "-parameter value1,value2,value3".`,
  },
  cannotConvertArgument: {
    category: 'InvalidArgument',
    message: ({ parameter, value, type, reason }: OfParameter & { value: string; type: string; reason: string }) =>
      `Cannot bind parameter '${parameter}'. Cannot convert value "${value}" to type "${type}". Error: "${reason}"`,
  },
  cannotConvertArray: {
    category: 'InvalidArgument',
    message: ({ parameter, type }: OfParameter & { type: string }) =>
      `Cannot convert 'System.Object[]' to the type '${type}' required by parameter '${parameter}'. Specified method is not supported.`,
  },
  argumentEmpty: {
    category: 'InvalidData',
    message: ({ parameter }: OfParameter) =>
      `Cannot bind argument to parameter '${parameter}' because it is an empty string.`,
  },
  argumentInvalid: {
    category: 'InvalidData',
    message: ({ parameter, reason }: OfParameter & { reason: string }) =>
      `Cannot validate argument on parameter '${parameter}'. ${reason}`,
  },
});

/** The engine's id of each, the first part of FullyQualifiedErrorId. */
export const bindingErrorIds: Readonly<Record<string, string>> = {
  'binding.namedParameterNotFound': 'NamedParameterNotFound',
  'binding.positionalParameterNotFound': 'PositionalParameterNotFound',
  'binding.ambiguousParameter': 'AmbiguousParameter',
  'binding.ambiguousParameterSet': 'AmbiguousParameterSet',
  'binding.missingArgument': 'MissingArgument',
  'binding.missingMandatoryParameter': 'MissingMandatoryParameter',
  'binding.parameterAlreadyBound': 'ParameterAlreadyBound',
  'binding.cannotConvertArgument': 'CannotConvertArgumentNoMessage',
  'binding.cannotConvertArray': 'CannotConvertArgument',
  'binding.argumentEmpty': 'ParameterArgumentValidationErrorEmptyStringNotAllowed',
  'binding.argumentInvalid': 'ParameterArgumentValidationError',
};
