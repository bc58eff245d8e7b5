import { defineRecords } from '../../providers/define-records.ts';

export const textRecord = defineRecords({
  InvalidRegex: {
    category: 'InvalidArgument',
    exception: 'System.ArgumentException',
    text: 'The string {0} is not a valid regular expression: {1}',
  },
  InvalidInput: {
    category: 'InvalidOperation',
    exception: 'Management.PSInvalidOperationException',
    text: "Data line '{0}' is not in 'name=value' format.",
  },
  DataItemAlreadyDefined: {
    category: 'InvalidOperation',
    exception: 'Management.PSInvalidOperationException',
    text: "Data item '{1}' in line '{0}' is already defined.",
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
    text: "Cannot find the Windows PowerShell data file '{0}' in directory '{1}', or in any parent culture directories.",
  },
});
