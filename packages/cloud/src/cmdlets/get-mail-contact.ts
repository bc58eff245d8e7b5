import { getMailContact } from '@cutover/core';
import { implement } from '../implement.ts';
import { findRecipients } from '../recipients/find-recipients.ts';
import { toMailContact } from '../recipients/to-objects.ts';

export const handler = implement(getMailContact, async function* (context, parameters) {
  yield* findRecipients(
    context,
    { ...parameters, Anr: parameters.ANR },
    { kind: 'contact', toObject: (recipient) => toMailContact(context, recipient) },
  );
});
