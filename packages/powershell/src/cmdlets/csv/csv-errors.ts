import { defineRecords } from '../../providers/define-records.ts';

/** Source: CsvCommandStrings.resx. */
export const csvRecord = defineRecords({
  AlreadyPresentPSMemberInfoInternalCollectionAdd: {
    category: 'NotSpecified',
    exception: 'Management.ExtendedTypeSystemException',
    text: 'The member "{0}" is already present.',
  },
  CannotSpecifyPathAndLiteralPath: {
    category: 'InvalidData',
    exception: 'System.InvalidOperationException',
    text: 'You must specify either the -Path or -LiteralPath parameters, but not both.',
  },
  CannotSpecifyQuoteFieldsAndUseQuotes: {
    category: 'InvalidData',
    exception: 'System.InvalidOperationException',
    text: 'You must specify either the -UseQuotes or -QuoteFields parameters, but not both.',
  },
  CannotSpecifyIncludeTypeInformationAndNoTypeInformation: {
    category: 'InvalidData',
    exception: 'System.InvalidOperationException',
    text: 'You must specify either the -IncludeTypeInformation or -NoTypeInformation parameters, but not both.',
  },
  CannotSpecifyIncludeTypeInformationAndNoHeader: {
    category: 'InvalidData',
    exception: 'System.InvalidOperationException',
    text: 'You must specify either the -IncludeTypeInformation or -NoHeader parameters, but not both.',
  },
  CannotAppendCsvWithMismatchedPropertyNames: {
    category: 'InvalidData',
    exception: 'System.InvalidOperationException',
    text: 'Cannot append CSV content to the following file: {1}. The appended object does not have a property that corresponds to the following column: {0}. To continue with mismatched properties, add the -Force parameter, and then retry the command.',
  },
});

/** What is said when a column has no name. */
export const unnamedColumns =
  'One or more headers were not specified. Default names starting with "H" have been used in place of any missing headers.';
