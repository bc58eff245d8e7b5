import { defineRecords } from '../../providers/define-records.ts';

/** Source: WebCmdletStrings.resx. */
export const jsonRecord = defineRecords({
  NonStringKeyInDictionary: {
    category: 'InvalidOperation',
    exception: 'System.InvalidOperationException',
    text: "The type '{0}' is not supported for serialization or deserialization of a dictionary. Keys must be strings.",
  },
  EmptyKeyInJsonString: {
    category: 'InvalidOperation',
    exception: 'System.InvalidOperationException',
    text: 'The provided JSON includes a property whose name is an empty string, this is only supported using the -AsHashTable switch.',
  },
  KeysWithDifferentCasingInJsonString: {
    category: 'InvalidOperation',
    exception: 'System.InvalidOperationException',
    text: "Cannot convert the JSON string because it contains keys with different casing. Please use the -AsHashTable switch instead. The key that was attempted to be added to the existing key '{0}' was '{1}'.",
  },
  ConversionFailed: {
    id: 'System.ArgumentException',
    category: 'NotSpecified',
    exception: 'System.ArgumentException',
    text: 'Conversion from JSON failed with error: {0}',
  },
  InvalidJson: {
    id: 'InvalidJsonString',
    category: 'InvalidData',
    exception: 'System.Exception',
    text: 'Cannot parse the JSON.',
  },
  SchemaNotSupported: {
    id: 'ParameterNotSupported',
    category: 'NotImplemented',
    exception: 'System.NotSupportedException',
    text: 'The parameter {0} is not supported yet.',
  },
});

/** What is said, once, when objects lie deeper than `-Depth`. */
export const truncatedText = (depth: number): string =>
  `Resulting JSON is truncated as serialization has exceeded the set depth of ${depth}.`;
