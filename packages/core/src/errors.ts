import { defineErrors } from '@cutover/base';

/**
 * What every carrier of the migration cmdlets says: objects that are not there, and sources that cannot be reached. What the
 * service refuses besides is in its own catalogue, of the same domain. Wordings that the product's documents quote are kept.
 */
export const migrationErrors = defineErrors('migration', {
  batchNotFound: {
    category: 'ObjectNotFound',
    message: ({ identity }: { identity: string }) => `The migration batch "${identity}" can't be found.`,
  },
  endpointNotFound: {
    category: 'ObjectNotFound',
    message: ({ identity }: { identity: string }) => `The migration endpoint "${identity}" can't be found.`,
  },
  userNotFound: {
    category: 'ObjectNotFound',
    message: ({ identity }: { identity: string }) => `The migration user "${identity}" can't be found.`,
  },
  directorySynchronizationActive: {
    category: 'InvalidOperation',
    message: () =>
      "You can't run a cutover migration because directory synchronization is active in your organization. Deactivate it and try again.",
  },
  singleSignOnActive: {
    category: 'InvalidOperation',
    message: () =>
      "You can't run a cutover migration because single sign-on is set up in your organization: the accounts that it creates are cloud accounts. Remove single sign-on until the migration is complete, then set it up again.",
  },
  autodiscoverFailed: {
    category: 'ConnectionError',
    message: () =>
      'AutoDiscover failed with a configuration error: The migration service failed to detect the migration endpoint using the Autodiscover service. Consider using the Exchange Remote Connectivity Analyzer (https://testexchangeconnectivity.com) to diagnose the connectivity issues.',
  },
  serverUnavailable: {
    category: 'ConnectionError',
    retry: true,
    message: ({ server }: { server: string }) =>
      `We weren't able to connect to the remote server '${server}'. Please verify that the migration endpoint settings are correct and your certificate is valid. Consider using the Exchange Remote Connectivity Analyzer (https://testexchangeconnectivity.com) to diagnose the connectivity issues.`,
  },
  serverConnectionFailed: {
    category: 'ConnectionError',
    retry: true,
    message: ({ server }: { server: string }) => `The connection to the server '${server}' could not be completed.`,
  },
  accessDenied: {
    category: 'AuthenticationError',
    message: ({ server, userName }: { server: string; userName: string }) =>
      `The server '${server}' refused the sign-in of '${userName}'. Verify the user name and the password.`,
  },
});

/** What the SDK itself refuses: wrong arguments, unsupported parameters, a Backend that is gone. */
export const coreErrors = defineErrors('core', {
  unknownCmdlet: {
    category: 'ObjectNotFound',
    message: ({ name }: { name: string }) =>
      `The term '${name}' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.`,
  },
  parameterNotSupported: {
    category: 'NotImplemented',
    message: ({ parameter }: { cmdlet: string; parameter: string }) =>
      `The parameter '${parameter}' exists in Exchange, but a cutover migration does not support it. Leave it out.`,
  },
  typeNotSupported: {
    category: 'NotImplemented',
    message: ({ type }: { cmdlet: string; type: string }) =>
      `These parameters ask for ${type}, which exists in Exchange, but is not carried out here. Cutover and staged migrations over Outlook Anywhere are.`,
  },
  parameterInvalid: {
    category: 'InvalidData',
    message: ({ problems }: { cmdlet: string; problems: readonly string[] }) =>
      `The parameters don't fit: ${problems.join('; ')}.`,
  },
  sessionClosed: {
    category: 'InvalidOperation',
    message: (_context: { cmdlet: string }) => 'The session is closed. Connect again.',
  },
  answerInvalid: {
    category: 'InvalidResult',
    message: ({ problems }: { cmdlet: string; problems: readonly string[] }) =>
      `The service answered what the cmdlet does not answer: ${problems.join('; ')}.`,
  },
});
