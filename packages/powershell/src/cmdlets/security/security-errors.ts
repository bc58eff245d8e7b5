import { defineRecords } from '../../providers/define-records.ts';

const argument = { category: 'InvalidArgument', exception: 'Management.PSArgumentException' } as const;

/** Errors of secrets and of who is asked for them; none tells a secret but the text that was given in its place. */
export const securityRecord = defineRecords({
  InvalidEncryptedString: {
    ...argument,
    id: 'ImportSecureString_InvalidArgument',
    text: 'The parameter value "{0}" is not a valid encrypted string.',
  },
  InvalidFormat: {
    ...argument,
    id: 'ImportSecureString_InvalidArgument',
    exception: 'System.FormatException',
    text: "The input string '{0}' was not in a correct format.",
  },
  WrongKey: {
    id: 'ImportSecureString_InvalidArgument_CryptographicError',
    category: 'InvalidArgument',
    exception: 'System.Security.Cryptography.CryptographicException',
    text: 'Padding is invalid and cannot be removed.',
  },
  InvalidKey: {
    ...argument,
    id: 'Argument',
    text: 'The specified key is not valid. Valid key length settings are either 128 bits, 192 bits, or 256 bits.',
  },
  NonInteractive: {
    id: 'InvalidOperation',
    category: 'InvalidOperation',
    exception: 'Management.PSInvalidOperationException',
    text: 'PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.',
  },
});
