import { getOutlookAnywhere } from '@cutover/core';
import { implementOnPremises } from '../implement-on-premises.ts';
import { assertServer, assertVirtualDirectory } from '../servers.ts';
import { toOutlookAnywhere } from '../to-outlook-anywhere.ts';

export const handler = implementOnPremises(getOutlookAnywhere, async function* (context, { Identity, Server }) {
  const description = await context.organisation.describe(context);
  assertServer(description, Server);
  assertVirtualDirectory(description, Identity);
  const { outlookAnywhere } = description;
  if (outlookAnywhere !== null) yield toOutlookAnywhere(description, outlookAnywhere);
});
