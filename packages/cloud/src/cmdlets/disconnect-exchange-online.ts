import { disconnectExchangeOnline } from '@cutover/core';
import { implement } from '../implement.ts';

export const handler = implement(disconnectExchangeOnline, async function* ({ connections }, parameters) {
  const { ConnectionId, ModulePrefix } = parameters;
  connections.close(
    ({ id, prefix }) => (ConnectionId?.includes(id) ?? true) && (ModulePrefix?.includes(prefix) ?? true),
  );
  yield* [];
});
