import { defineRecords } from '../../providers/define-records.ts';

const writeError = { category: 'WriteError', exception: 'Management.SessionStateUnauthorizedAccessException' } as const;

/** Source: DiscoveryExceptions.resx, SessionStateStrings.resx, AliasCommandStrings.resx. */
export const commandRecord = defineRecords({
  CommandNotFoundException: {
    category: 'ObjectNotFound',
    exception: 'Management.CommandNotFoundException',
    text: "The term '{0}' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.",
  },
  ItemNotFoundException: {
    category: 'ObjectNotFound',
    exception: 'Management.ItemNotFoundException',
    text: "This command cannot find a matching alias because an alias with the {1} '{0}' does not exist.",
  },
  AliasNotFound: {
    category: 'ObjectNotFound',
    exception: 'Management.ItemNotFoundException',
    text: "Cannot find alias because alias '{0}' does not exist.",
  },
  AliasAlreadyExists: {
    category: 'ResourceExists',
    exception: 'Management.SessionStateException',
    text: "The alias is not allowed, because an alias with the name '{0}' already exists.",
  },
  AliasNotWritable: {
    ...writeError,
    text: 'Alias is not writeable because alias {0} is read-only or constant and cannot be written to.',
  },
  InvalidAliasName: {
    id: 'ImportAliasFileFormatError',
    category: 'ReadError',
    exception: 'System.FormatException',
    text: 'Cannot open file {0} to import aliases. The line number {1} in the file is not a properly-formatted, comma-separated values (CSV) line for aliases. Change the line to contain four values separated by commas. If the value text itself contains a comma, then the value must be contained in quotation marks. The first value must contain the name of the alias, the second value must contain the value of the alias, the third value must contain the description of the alias, and the fourth value must contain the options for the alias.',
  },
});
