import { defineObject, enumeration, flag, optional, recordOf, text, type RecordOf } from '../define-object.ts';
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
export type ExchangeConnectionSettings = RecordOf<typeof exchangeConnectionSettings>;

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
  },
});
export type TestMigrationServerAvailabilityOutcome = RecordOf<typeof testMigrationServerAvailabilityOutcome>;
