import { bindingErrorIds } from './binding-errors.ts';

const management = 'Microsoft.Exchange.Configuration.Tasks';
const storage = 'Microsoft.Exchange.Data.Storage.Management';
const tasks = 'Microsoft.Exchange.Management.Tasks';
const migration = 'Microsoft.Exchange.Migration';
const replication = 'Microsoft.Exchange.MailboxReplicationService';

const permanent = `${storage}.MigrationPermanentException`;
const transient = `${storage}.MigrationTransientException`;
const notFound = `${management}.ManagementObjectNotFoundException`;

/** The .NET exception that the product throws in each case; what is not listed is a MigrationPermanentException. */
const exceptions: Readonly<Record<string, string>> = {
  'migration.batchNotFound': notFound,
  'migration.endpointNotFound': notFound,
  'migration.userNotFound': notFound,
  'migration.tooManyConnections': `${storage}.MaximumConcurrentMigrationLimitExceededException`,
  'migration.connectionsOfOrganisation': `${storage}.MaximumConcurrentMigrationLimitExceededException`,
  'migration.userInOtherBatch': `${storage}.UserDuplicateInOtherBatchException`,
  'migration.syncTimeout': `${storage}.SyncTimeoutException`,
  'migration.tooManyBadItems': `${replication}.TooManyBadItemsPermanentException`,
  'migration.tooManyLargeItems': `${replication}.TooManyLargeItemsPermanentException`,
  'migration.serverConnectionFailed': `${migration}.MigrationServerConnectionFailedException`,
  'migration.autodiscoverFailed': `${migration}.AutoDiscoverFailedConfigurationErrorException`,
  'migration.serverUnavailable': transient,
  'migration.domainNotAccepted': `${storage}.NotAcceptedDomainException`,
  'migration.addressTaken': `${storage}.MigrationProvisioningPermanentException`,
  'migration.membersMissing': `${storage}.MigrationProvisioningPermanentException`,
  'migration.tooManyTransientFailures': `${storage}.TooManyTransientFailureRetriesPermanentException`,
  'outlookAnywhere.connectFailed': transient,
  'outlookAnywhere.connectTimedOut': transient,
  'outlookAnywhere.rpcServerUnavailable': transient,
  'outlookAnywhere.handshakeTimedOut': transient,
  'outlookAnywhere.connectionLost': transient,
  'outlookAnywhere.callTimedOut': transient,
  'outlookAnywhere.serverBusy': transient,
  'cloud.recipientNotFound': notFound,
  'cloud.domainNotFound': notFound,
  'cloud.reportNotFound': notFound,
  'cloud.permissionNotFound': notFound,
  'cloud.memberNotFound': `${tasks}.MemberNotFoundException`,
  'cloud.memberTaken': `${tasks}.MemberAlreadyExistsException`,
  'cloud.domainTaken': `${tasks}.RecipientTaskException`,
  'cloud.accountNotFound': `${tasks}.RecipientTaskException`,
  'cloud.rightNotSupported': `${tasks}.RecipientTaskException`,
  'cloud.databaseRightOnly': `${tasks}.RecipientTaskException`,
  'cloud.addressTaken': 'Microsoft.Exchange.Data.Directory.ProxyAddressExistsException',
  'cloud.domainNotAccepted': `${tasks}.NotAcceptedDomainException`,
  'core.unknownCmdlet': 'System.Management.Automation.CommandNotFoundException',
  'core.parameterNotSupported': 'System.NotSupportedException',
  'core.parameterInvalid': 'System.Management.Automation.ParameterBindingArgumentTransformationException',
};

const directory = 'Microsoft.Exchange.Data.Directory';
const namespacesOfEnumerations: Readonly<Record<string, string>> = {
  AcceptedDomainType: `${directory}.SystemConfiguration`,
  AuthenticationMethod: directory,
  MailboxRights: 'Microsoft.Exchange.Management.RecipientTasks',
  RecipientType: `${directory}.Recipient`,
  RecipientTypeDetails: `${directory}.Recipient`,
};

/** The full name of an enumeration, or of the enumeration that a list is of. */
export function enumerationName(type: string): string {
  const name = type.replace('[]', '');
  const namespace = name.startsWith('Migration') ? storage : namespacesOfEnumerations[name];
  return namespace === undefined ? name : `${namespace}.${name}`;
}

/** The product's own exceptions; permanent ones derive from MigrationPermanentException, transient ones from its like. */
export const productExceptions: readonly string[] = [
  ...new Set([permanent, transient, ...Object.values(exceptions)]),
].filter((name) => name.startsWith('Microsoft.'));

/** Full .NET name of the exception that stands for an error code. */
export function exceptionOf(code: string): string {
  const known = exceptions[code];
  if (known !== undefined) return known;
  if (code.startsWith('migration.') || code.startsWith('outlookAnywhere.')) return permanent;
  return code.startsWith('binding.') ? 'System.Management.Automation.ParameterBindingException' : 'System.Exception';
}

/** The first part of FullyQualifiedErrorId: the engine's id for binding errors, else the exception's short name. */
export function errorIdOf(code: string): string {
  // What the schemas refuse is what the product's own types refuse.
  if (code === 'core.parameterInvalid') return 'ParameterArgumentTransformationError';
  return bindingErrorIds[code] ?? shortName(exceptionOf(code));
}

/** `Microsoft.Exchange.X.YException` → `YException`, as CategoryInfo prints it. */
export function shortName(exception: string): string {
  return exception.slice(exception.lastIndexOf('.') + 1);
}
