import { disableOutlookAnywhere } from '@cutover/core';
import { implementOnPremises } from '../implement-on-premises.ts';
import { assertServer, assertVirtualDirectory } from '../servers.ts';

/** From then on no client gets in over HTTP, and no migration. */
export const handler = implementOnPremises(disableOutlookAnywhere, async function* (context, { Identity, Server }) {
  const description = await context.organisation.describe(context);
  assertServer(description, Server);
  assertVirtualDirectory(description, Identity);
  await context.organisation.setOutlookAnywhere(null, context);
  yield* [];
});
