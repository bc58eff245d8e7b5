import { defineRecords } from '../../providers/define-records.ts';

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
  AliasAlreadyExists: {
    category: 'ResourceExists',
    exception: 'Management.SessionStateException',
    text: "The alias is not allowed, because an alias with the name '{0}' already exists.",
  },
  AliasNotWritable: {
    category: 'WriteError',
    exception: 'Management.SessionStateUnauthorizedAccessException',
    text: 'Alias is not writeable because alias {0} is read-only or constant and cannot be written to.',
  },
  AliasNotRemovable: {
    category: 'WriteError',
    exception: 'Management.SessionStateUnauthorizedAccessException',
    text: 'Alias was not removed because alias {0} is constant or read-only.',
  },
  ImportAliasFileFormatError: {
    category: 'ReadError',
    exception: 'System.FormatException',
    text: "Cannot import the alias because line number {1} in the file '{0}' is not a properly formatted, comma-separated value (CSV) line for aliases. Change the line to contain four values separated by commas. If the value text itself contains a comma, then the value must be contained in quotation marks.",
  },
});
