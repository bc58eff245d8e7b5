import { removeMailContact } from '@cutover/core';
import { implement } from '../implement.ts';
import { recipientFor } from '../recipients/find-recipients.ts';

export const handler = implement(removeMailContact, async function* (context, { Identity }) {
  context.directory.remove(recipientFor(context, Identity, { kind: 'contact' }).guid);
  yield* [];
});
