import { getRecipient } from '@cutover/core';
import { findRecipients } from '../../recipients/find-recipients.ts';
import { toRecipient } from '../../recipients/to-objects.ts';
import { implementOnPremises } from '../implement-on-premises.ts';
import { viewOf } from '../on-premises-context.ts';
import { databasesNamed } from '../servers.ts';
import { databaseOf } from '../to-on-premises-mailbox.ts';

export const handler = implementOnPremises(getRecipient, async function* (context, parameters) {
  const view = await viewOf(context);
  const { Database } = parameters;
  const databases = new Set(databasesNamed(view.description, Database).map(({ name }) => name));
  yield* findRecipients(view, parameters, {
    toObject: (recipient) => toRecipient(view, recipient),
    passes: (recipient) => Database === undefined || databases.has(databaseOf(view, recipient)),
  });
});
