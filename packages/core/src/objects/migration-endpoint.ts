import {
  defineObject,
  enumeration,
  flag,
  guid,
  integer,
  optional,
  text,
  unlimited,
  type RecordOf,
} from '../define-object.ts';
import { authenticationMethods, migrationMailboxPermissions, migrationTypes, objectStates } from './enumerations.ts';

/** Stored connection settings of a source; never the password. */
export const migrationEndpoint = defineObject({
  name: 'MigrationEndpoint',
  typeName: 'Microsoft.Exchange.Data.Storage.Management.MigrationEndpoint',
  properties: {
    Identity: text('MigrationEndpointId'),
    EndpointType: enumeration('MigrationType', migrationTypes),
    MaxConcurrentMigrations: unlimited(),
    MaxConcurrentIncrementalSyncs: unlimited(),
    RemoteServer: optional(text('Fqdn')),
    ExchangeServer: optional(text()),
    RpcProxyServer: optional(text('Fqdn')),
    NspiServer: optional(text()),
    UseAutoDiscover: flag(),
    MailboxPermission: enumeration('MigrationMailboxPermission', migrationMailboxPermissions),
    Authentication: enumeration('AuthenticationMethod', authenticationMethods),
    Username: text(),
    Port: optional(integer()),
    /** This one and the one after the next are of other kinds of migration. */
    Security: optional(text('IMAPSecurityMechanism')),
    SourceMailboxLegacyDN: optional(text()),
    PublicFolderDatabaseServerLegacyDN: optional(text()),
    Guid: guid(),
    DiagnosticInfo: optional(text()),
    IsValid: flag(),
    ObjectState: enumeration('ObjectState', objectStates),
  },
  table: [
    { header: 'Identity', property: 'Identity' },
    { header: 'EndpointType', property: 'EndpointType' },
    { header: 'ExchangeServer', property: 'ExchangeServer' },
    { header: 'RpcProxyServer', property: 'RpcProxyServer' },
  ],
});
/** An endpoint as Get-MigrationEndpoint answers it; never with its password. */
export type MigrationEndpoint = RecordOf<typeof migrationEndpoint>;
