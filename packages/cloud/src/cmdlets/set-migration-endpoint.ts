import { migrationErrors, setMigrationEndpoint, type AnyParametersOf } from '@cutover/core';
import type { EndpointChanges, EndpointRecord } from '@cutover/migration';
import { implement, type CmdletContext } from '../implement.ts';
import { assertReachable } from './connection-failure.ts';
import { limitedConnections, outlookAnywhereAuthentication } from './endpoint-settings.ts';

type Parameters = AnyParametersOf<typeof setMigrationEndpoint.definition>;
const cmdlet = setMigrationEndpoint.definition.name;

/** The new settings are tested as a whole with those that stay, before they are stored. */
export const handler = implement(setMigrationEndpoint, async function* (context, parameters) {
  const { Identity, SkipVerification = false } = parameters;
  const endpoint = context.migration.findEndpoint(Identity);
  if (!endpoint) throw migrationErrors.endpointNotFound({ identity: Identity });
  const changes = changesOf(parameters);
  if (!SkipVerification && touchesConnection(parameters)) await verify(context, endpoint, changes);
  context.migration.changeEndpoint(endpoint.guid, changes);
  yield* [];
});

const changesOf = (parameters: Parameters): EndpointChanges => ({
  acceptUntrustedCertificates: parameters.AcceptUntrustedCertificates,
  authentication: parameters.Authentication && outlookAnywhereAuthentication(cmdlet, parameters.Authentication),
  exchangeServer: parameters.ExchangeServer,
  mailboxPermission: parameters.MailboxPermission,
  nspiServer: parameters.NspiServer,
  rpcProxyServer: parameters.RpcProxyServer,
  sourceMailboxLegacyDN: parameters.SourceMailboxLegacyDN,
  testMailbox: parameters.TestMailbox,
  username: parameters.Credentials?.userName,
  password: parameters.Credentials?.password,
  ...limitedConnections(cmdlet, parameters),
});

/** How many mailboxes at once has nothing to do with whether they can be reached. */
function touchesConnection(parameters: Parameters): boolean {
  const { Identity: _, MaxConcurrentMigrations: _most, MaxConcurrentIncrementalSyncs: _later, ...rest } = parameters;
  return Object.keys(rest).length > 0;
}

async function verify(context: CmdletContext, endpoint: EndpointRecord, changes: EndpointChanges): Promise<void> {
  const { password = context.endpointPassword(endpoint), ...given } = changes;
  const kept = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  await assertReachable(context, { settings: { ...endpoint, ...kept }, password });
}
