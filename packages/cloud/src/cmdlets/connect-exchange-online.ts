import { connectExchangeOnline } from '@cutover/core';
import { implement } from '../implement.ts';

/** Nobody is asked for anything: who may use the data folder may use the organisation. */
export const handler = implement(connectExchangeOnline, async function* (context, parameters) {
  context.connections.open({
    id: context.ids.guid(),
    userPrincipalName: parameters.UserPrincipalName ?? parameters.Credential?.userName ?? context.administrator,
    prefix: parameters.Prefix ?? '',
    openedAt: context.clock.now(),
  });
  yield* [];
});
