/** What the original says to a command line that it cannot use. Source: CommandLineParameterParserStrings.resx. */
export const messages = {
  commandTwice:
    'Cannot process command because a command is already specified with -Command, -CommandWithArgs, or -EncodedCommand.',
  commandMissing: 'Cannot process the command because of a missing parameter. A command must follow -Command.',
  tooManyAfterDash: "'-' was specified with the -Command parameter; no other arguments to -Command are permitted.",
  inputNotRedirected:
    "'-' was specified as the argument to -Command but standard input has not been redirected for this process.",
  outputFormatMissing:
    'The command cannot be run because no argument has been supplied for the OutputFormat parameter.\nSpecify one of the following formats for this parameter:\nText\nXML\nNone\n',
  inputFormatMissing:
    'Cannot process the command because the -InputFormat parameter requires an argument. Specify a valid format argument for this parameter.\nValid formats are:\nText\nXML\nNone\n',
  formatWrong: (format: string): string =>
    `Cannot process the command because of an incorrect parameter value. "${format}" is not a valid format.\nValid formats are:\nText\nXML\nNone\n`,
  fileMissing:
    'The command cannot be run because the File parameter requires a file path. Supply a path for the File parameter and then try the command again.',
  fileUnknown: (argument: string): string =>
    `The argument '${argument}' is not recognized as the name of a script file. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.`,
  didYouMean: (argument: string): string => `Invalid argument '${argument}', did you mean:\n`,
  encodingWrong:
    'Cannot process the command because the value specified with -EncodedCommand is not properly encoded. The value must be Base64 encoded.',
  policyMissing:
    'Cannot process the execution policy because of a missing policy name. A policy name must follow -ExecutionPolicy.',
  policyUnknown: (policy: string): string => `Invalid ExecutionPolicy value '${policy}'.`,
  directoryMissing:
    'Cannot process the command because -WorkingDirectory requires an argument that is a directory path.',
  notHere: (name: string): string => `Parameter -${name} is not implemented on this platform.`,
  notSupported: (name: string): string => `Parameter -${name} is not supported yet.`,
  dataMissing: '--data needs a value.',
} as const;
