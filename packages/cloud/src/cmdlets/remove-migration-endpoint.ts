import { removeMigrationEndpoint } from '@cutover/core';
import { implement } from '../implement.ts';
import { noteLastSource } from '../plan/last-source.ts';

export const handler = implement(removeMigrationEndpoint, async function* ({ migration, values }, { Identity }) {
  const settings = migration.findEndpoint(Identity);
  migration.removeEndpoint(Identity);
  if (settings) noteLastSource(values, settings.rpcProxyServer);
  yield* [];
});
