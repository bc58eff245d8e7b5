import type { MigrationEndpoint } from '@cutover/core';
import type { EndpointRecord } from '@cutover/migration';

/** An endpoint as the product prints it; the password stays behind. */
export function toMigrationEndpoint(
  endpoint: EndpointRecord,
  { diagnostic = false }: { diagnostic?: boolean } = {},
): MigrationEndpoint {
  return {
    Identity: endpoint.name,
    Guid: endpoint.guid,
    EndpointType: endpoint.endpointType,
    MaxConcurrentMigrations: endpoint.maxConcurrentMigrations,
    MaxConcurrentIncrementalSyncs: endpoint.maxConcurrentIncrementalSyncs,
    RemoteServer: null,
    ExchangeServer: endpoint.exchangeServer,
    RpcProxyServer: endpoint.rpcProxyServer,
    NspiServer: endpoint.nspiServer ?? null,
    UseAutoDiscover: endpoint.autodiscovered,
    MailboxPermission: endpoint.mailboxPermission,
    Authentication: endpoint.authentication === 'NTLM' ? 'Ntlm' : 'Basic',
    Username: endpoint.username,
    Port: null,
    Security: null,
    SourceMailboxLegacyDN: endpoint.sourceMailboxLegacyDN ?? null,
    PublicFolderDatabaseServerLegacyDN: null,
    DiagnosticInfo: diagnostic ? diagnosticInfo(endpoint) : null,
    IsValid: true,
    ObjectState: 'Unchanged',
  };
}

/** What the service keeps besides. */
const diagnosticInfo = ({ acceptUntrustedCertificates, createdAt, modifiedAt, testMailbox }: EndpointRecord): string =>
  [
    `created=${new Date(createdAt).toISOString()} modified=${new Date(modifiedAt).toISOString()}`,
    `acceptUntrustedCertificates=${acceptUntrustedCertificates} testMailbox=${testMailbox ?? 'none'}`,
  ].join('\n');
