import { defineErrors } from '@cutover/base';

const batch = (identity: string): string => `migration batch "${identity}"`;

/**
 * What cmdlets of the migration service refuse, and why. Wordings that the product's documents quote are kept;
 * the others follow its manner. The .NET names stand in exceptions.ts.
 */
export const migrationErrors = defineErrors('migration', {
  batchNotFound: {
    category: 'ObjectNotFound',
    message: ({ identity }: { identity: string }) => `The ${batch(identity)} can't be found.`,
  },
  endpointNotFound: {
    category: 'ObjectNotFound',
    message: ({ identity }: { identity: string }) => `The migration endpoint "${identity}" can't be found.`,
  },
  userNotFound: {
    category: 'ObjectNotFound',
    message: ({ identity }: { identity: string }) => `The migration user "${identity}" can't be found.`,
  },
  batchNameTaken: {
    category: 'ResourceExists',
    message: ({ name }: { name: string }) => `A ${batch(name)} already exists. Please use a different name.`,
  },
  endpointNameTaken: {
    category: 'ResourceExists',
    message: ({ name }: { name: string }) =>
      `A migration endpoint named "${name}" already exists. Please use a different name.`,
  },
  nameInvalid: {
    category: 'InvalidArgument',
    message: ({ name, limit }: { name: string; limit: number }) =>
      `The name "${name}" isn't valid. A name has 1 to ${limit} characters.`,
  },
  sourceEndpointMissing: {
    category: 'InvalidArgument',
    message: ({ name }: { name: string }) =>
      `The ${batch(name)} needs a source. Use -SourceEndpoint with an endpoint of type ExchangeOutlookAnywhere.`,
  },
  endpointTypeUnsupported: {
    category: 'InvalidArgument',
    message: ({ identity, type }: { identity: string; type: string }) =>
      `The migration endpoint "${identity}" is of type ${type}; a cutover migration needs ExchangeOutlookAnywhere.`,
  },
  batchUnderWay: {
    category: 'ResourceBusy',
    message: ({ identity, status }: { identity: string; status: string }) =>
      `Only one migration batch can be under way at a time, and the ${batch(identity)} is ${status}. Wait until it has synced, or stop it.`,
  },
  directorySynchronizationActive: {
    category: 'InvalidOperation',
    message: () =>
      "You can't run a cutover migration because directory synchronization is active in your organization. Deactivate it and try again.",
  },
  tooManyMailboxes: {
    category: 'LimitsExceeded',
    message: ({ count, limit }: { count: number; limit: number }) =>
      `The source organization has ${count} mailboxes. A cutover migration can migrate at most ${limit}.`,
  },
  concurrencyOverLimit: {
    category: 'LimitsExceeded',
    message: ({ sum, limit, type }: { sum: number; limit: number; type: string }) =>
      `This migration endpoint would bring the maximum number of concurrent migrations to '${sum}', over the limit of '${limit}' for endpoints of type '${type}'.`,
  },
  concurrencyOutOfRange: {
    category: 'InvalidArgument',
    message: ({ parameter, value, limit }: { parameter: string; value: number; limit: number }) =>
      `The value '${value}' of ${parameter} isn't valid. It must be between 1 and ${limit}.`,
  },
  incrementalOverMaximum: {
    category: 'InvalidArgument',
    message: ({ incremental, maximum }: { incremental: number; maximum: number }) =>
      `MaxConcurrentIncrementalSyncs (${incremental}) can't be greater than MaxConcurrentMigrations (${maximum}).`,
  },
  endpointInUse: {
    category: 'ResourceBusy',
    message: ({ identity, batch: name }: { identity: string; batch: string }) =>
      `The migration endpoint "${identity}" can't be removed because the ${batch(name)} uses it.`,
  },
  batchWrongState: {
    category: 'InvalidOperation',
    message: ({ identity, status, action }: { identity: string; status: string; action: string }) =>
      `The ${batch(identity)} can't be ${action} because its status is ${status}.`,
  },
  nothingToStop: {
    category: 'InvalidOperation',
    message: ({ identity }: { identity: string }) =>
      `The ${batch(identity)} can't be stopped because no user in it is being migrated or is waiting.`,
  },
  nothingToComplete: {
    category: 'InvalidOperation',
    message: () => "There's no migration batch that can be completed. A batch can be completed once it has synced.",
  },
  completeNotClean: {
    category: 'InvalidOperation',
    message: ({ identity, failed }: { identity: string; failed: number }) =>
      `The ${batch(identity)} can't be synced and completed because ${failed} of its users failed, stopped or are corrupted.`,
  },
  autodiscoverFailed: {
    category: 'ConnectionError',
    message: () =>
      'AutoDiscover failed with a configuration error: The migration service failed to detect the migration endpoint using the Autodiscover service. Consider using the Exchange Remote Connectivity Analyzer (https://testexchangeconnectivity.com) to diagnose the connectivity issues.',
  },
  serverConnectionFailed: {
    category: 'ConnectionError',
    retry: true,
    message: ({ server }: { server: string }) => `The connection to the server '${server}' could not be completed.`,
  },
  serverUnavailable: {
    category: 'ConnectionError',
    retry: true,
    message: ({ server }: { server: string }) =>
      `We weren't able to connect to the remote server '${server}'. Please verify that the migration endpoint settings are correct and your certificate is valid. Consider using the Exchange Remote Connectivity Analyzer (https://testexchangeconnectivity.com) to diagnose the connectivity issues.`,
  },
  accessDenied: {
    category: 'AuthenticationError',
    message: ({ server, userName }: { server: string; userName: string }) =>
      `The server '${server}' refused the sign-in of '${userName}'. Verify the user name and the password.`,
  },
  testedTooRecently: {
    category: 'LimitsExceeded',
    retry: true,
    message: ({ until }: { until: string }) =>
      `The connection was tested too recently. Please wait until ${until} and try again.`,
  },
  domainNotAccepted: {
    category: 'InvalidData',
    message: ({ domain }: { domain: string }) =>
      `You can't use the domain because it's not an accepted domain for your organization: ${domain}.`,
  },
  sourceAddressNotFound: {
    category: 'ObjectNotFound',
    message: ({ address }: { address: string }) =>
      `The source e-mail address ${address} couldn't be found in the on-premises organization.`,
  },
  sourceMailboxUnreachable: {
    category: 'PermissionDenied',
    message: ({ address }: { address: string }) =>
      `We couldn't connect to the source mailbox ${address}. Verify that the migration account has the Full Access permission to the mailbox or the Receive As permission to its database.`,
  },
  unifiedMessagingEnabled: {
    category: 'InvalidOperation',
    message: ({ address }: { address: string }) =>
      `The mailbox ${address} is enabled for unified messaging. Disable unified messaging and start the batch again.`,
  },
  provisioningFailed: {
    category: 'InvalidOperation',
    message: ({ address, reason }: { address: string; reason: string }) =>
      `The object '${address}' couldn't be provisioned: ${reason}`,
  },
  memberMissing: {
    category: 'ObjectNotFound',
    message: ({ group, member }: { group: string; member: string }) =>
      `The member ${member} of the group ${group} couldn't be found among the migrated objects.`,
  },
  userInOtherBatch: {
    category: 'ResourceExists',
    message: ({ address, batch: name }: { address: string; batch: string }) =>
      `The user "${address}" is already included in the ${batch(name)}. Please remove the user from that batch and try again.`,
  },
  jobPoisoned: {
    category: 'InvalidOperation',
    message: ({ count }: { count: number }) => `The job is poisoned, poison count = ${count}.`,
  },
  jobWithoutProgress: {
    category: 'OperationTimeout',
    message: ({ since }: { since: string }) => `The job has made no progress since ${since}.`,
  },
  tooManyTransientFailures: {
    category: 'InvalidOperation',
    message: ({ count, cause }: { count: number; cause: string }) =>
      `The job encountered too many transient failures (${count}) and is quitting. The most common failure is ${cause}.`,
  },
  tooManyBadItems: {
    category: 'LimitsExceeded',
    message: ({ count, limit }: { count: number; limit: number }) =>
      `This mailbox exceeded the maximum number of corrupted items: ${count} were found, ${limit} are allowed.`,
  },
  quotaExceeded: {
    category: 'QuotaExceeded',
    message: ({ address }: { address: string }) => `The cloud-based mailbox ${address} is full.`,
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
  parameterInvalid: {
    category: 'InvalidArgument',
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
