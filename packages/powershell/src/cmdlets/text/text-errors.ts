import { defineRecords } from '../../providers/define-records.ts';

export const textRecord = defineRecords({
  InvalidRegex: {
    category: 'InvalidArgument',
    exception: 'System.ArgumentException',
    text: 'The string {0} is not a valid regular expression: {1}',
  },
  FormatHexTypeNotSupported: {
    category: 'InvalidArgument',
    exception: 'System.ArgumentException',
    text: "Cannot convert input of type '{0}' to hexadecimal. To view the hexadecimal formatting of its string representation, pipe it to the Out-String cmdlet before piping it to Format-Hex.",
  },
  InvalidDataLine: {
    id: 'InvalidOperation',
    category: 'InvalidOperation',
    exception: 'Management.PSInvalidOperationException',
    text: "Data line '{0}' is not in 'name=value' format. ",
  },
  DataItemAlreadyDefined: {
    id: 'InvalidOperation',
    category: 'InvalidOperation',
    exception: 'Management.PSInvalidOperationException',
    text: "Data item '{1}' in line '{0}' is already defined. ",
  },
  CouldNotParseAsPowerShellDataFile: {
    category: 'InvalidData',
    exception: 'System.InvalidOperationException',
    text: "The file '{0}' could not be parsed as a PowerShell Data File.",
  },
  CouldNotParseAsPowerShellDataFileNoHashtableRoot: {
    category: 'InvalidData',
    exception: 'System.InvalidOperationException',
    text: "The file '{0}' could not be parsed as a PowerShell Data File because it does not have a hashtable at its root.",
  },
  CannotFindPsd1File: {
    id: 'ImportLocalizedData',
    category: 'ObjectNotFound',
    exception: 'Management.PSInvalidOperationException',
    text: "Cannot find the PowerShell data file '{0}' in directory '{1}', or in any parent culture directories.",
  },
  ErrorLoadingDataFile: {
    id: 'InvalidOperation',
    category: 'InvalidOperation',
    exception: 'Management.PSInvalidOperationException',
    text: "The following error occurred while PowerShell was loading the '{0}' script data file:\n{1}",
  },
  NotCalledFromAScriptFile: {
    id: 'InvalidOperation',
    category: 'InvalidOperation',
    exception: 'Management.PSInvalidOperationException',
    text: 'The FileName parameter was not specified. The FileName parameter is required when Import-LocalizedData is not called from a script file.',
  },
  FileNameParameterCannotHavePath: {
    id: 'InvalidOperation',
    category: 'InvalidOperation',
    exception: 'Management.PSInvalidOperationException',
    text: 'The argument for the FileName parameter should not contain a path.',
  },
});
