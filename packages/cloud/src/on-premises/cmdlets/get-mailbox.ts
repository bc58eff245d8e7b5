import { getMailbox } from '@cutover/core';
import { findRecipients } from '../../recipients/find-recipients.ts';
import { implementOnPremises } from '../implement-on-premises.ts';
import { viewOf } from '../on-premises-context.ts';
import { assertServer, databasesNamed } from '../servers.ts';
import { databaseOf, toOnPremisesMailbox } from '../to-on-premises-mailbox.ts';

export const handler = implementOnPremises(getMailbox, async function* (context, parameters) {
  const { Database, Server } = parameters;
  const view = await viewOf(context);
  assertServer(view.description, Server);
  const databases = new Set(databasesNamed(view.description, Database).map(({ name }) => name));
  yield* findRecipients(view, parameters, {
    kind: 'mailbox',
    toObject: (recipient) => toOnPremisesMailbox(view, recipient),
    passes: (recipient) => databases.has(databaseOf(view, recipient)),
  });
});
