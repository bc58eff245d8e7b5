import {
  defineObject,
  enumeration,
  flag,
  integer,
  listOf,
  optional,
  recordOf,
  text,
  type RecordOf,
} from '../define-object.ts';
import {
  authenticationMethods,
  connectivityResults,
  migrationMailboxPermissions,
  objectStates,
} from './enumerations.ts';

/** Connection settings that a test found good; an endpoint can be made from them. */
export const exchangeConnectionSettings = defineObject({
  name: 'ExchangeConnectionSettings',
  typeName: 'Microsoft.Exchange.Migration.ExchangeConnectionSettings',
  properties: {
    ExchangeServer: text(),
    RpcProxyServer: text('Fqdn'),
    Authentication: enumeration('AuthenticationMethod', authenticationMethods),
    MailboxPermission: enumeration('MigrationMailboxPermission', migrationMailboxPermissions),
    Username: text(),
    UseAutoDiscover: flag(),
  },
});
/** Connection settings as a successful test gives them. */
export type ExchangeConnectionSettings = RecordOf<typeof exchangeConnectionSettings>;

/** The states of a step, worst last but one. Source: the result files of the Remote Connectivity Analyzer; Skipped is ours. */
const stepStatuses = ['Success', 'SuccessWithWarnings', 'Error', 'Skipped'] as const;

/** One step of a connectivity test. */
export const connectivityStep = defineObject({
  name: 'ConnectivityStep',
  typeName: 'Cutover.ConnectivityStep',
  properties: {
    Id: text(),
    /** How deep it is in the tree. */
    Depth: integer(),
    Name: text(),
    Status: enumeration('ConnectivityStepStatus', stepStatuses),
    Detail: text(),
    ErrorCode: optional(text()),
    Remedy: optional(text()),
    /** Tries the step by hand. */
    Command: optional(text()),
    ElapsedMilliseconds: integer('Int64'),
  },
  table: [
    { header: 'Status', property: 'Status' },
    { header: 'Name', property: 'Name' },
    { header: 'Detail', property: 'Detail' },
  ],
});
/** A step of a connectivity test, with those below it. */
export type ConnectivityStep = RecordOf<typeof connectivityStep>;

/** A whole test, which -Detailed adds. */
export const connectivityDetail = defineObject({
  name: 'ConnectivityDetail',
  typeName: 'Cutover.ConnectivityDetail',
  properties: {
    Steps: listOf(recordOf(connectivityStep)),
    TotalMilliseconds: integer('Int64'),
    /** The steps as JSON. */
    Json: text(),
    Text: text(),
    /** A page of its own. */
    Html: text(),
  },
  text: '{Text}',
});
/** A whole connectivity test with its tree of steps. */
export type ConnectivityDetail = RecordOf<typeof connectivityDetail>;

/** What Test-MigrationServerAvailability answers; a failed connection is a result, not an error record. */
export const testMigrationServerAvailabilityOutcome = defineObject({
  name: 'TestMigrationServerAvailabilityOutcome',
  typeName: 'Microsoft.Exchange.Management.Migration.MigrationService.Endpoint.TestMigrationServerAvailabilityOutcome',
  properties: {
    Result: enumeration('TestMigrationServerAvailabilityResult', connectivityResults),
    Message: text('LocalizedString'),
    ConnectionSettings: optional(recordOf(exchangeConnectionSettings)),
    SupportsCutover: flag(),
    ErrorDetail: text(),
    IsValid: flag(),
    Identity: text(),
    ObjectState: enumeration('ObjectState', objectStates),
    /** Ours: the steps, when they are asked for. */
    Detail: optional(recordOf(connectivityDetail)),
  },
});
/** The answer of Test-MigrationServerAvailability. */
export type TestMigrationServerAvailabilityOutcome = RecordOf<typeof testMigrationServerAvailabilityOutcome>;
