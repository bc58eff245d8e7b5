import { defineErrors } from '@cutover/base';

/** What the command itself refuses. */
export const shellErrors = defineErrors('shell', {
  shellClosed: {
    category: 'InvalidOperation',
    message: (_context: object) => 'The shell is closed.',
  },
  notExchange: {
    category: 'NotImplemented',
    message: ({ configurationName }: { configurationName: string }) =>
      `There is no configuration '${configurationName}' here: give -ConfigurationName Microsoft.Exchange.`,
  },
  credentialMissing: {
    category: 'AuthenticationError',
    message: (_context: object) =>
      "The name and the password of the organization's administrator are needed: give -Credential.",
  },
  serviceArgument: {
    category: 'InvalidArgument',
    message: ({ argument }: { argument: string }) =>
      `The service takes no '${argument}', only --data DIR. What it serves is set in settings.json of that folder.`,
  },
  promptImpossible: {
    category: 'InvalidOperation',
    message: ({ hint }: { hint: string }) =>
      `PowerShell is in NonInteractive mode. Read and Prompt functionality is not available. ${hint}`,
  },
});
