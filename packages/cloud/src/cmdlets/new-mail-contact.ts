import { newMailContact } from '@cutover/core';
import { implement } from '../implement.ts';
import { newRecipient } from '../recipients/new-recipient.ts';
import { toMailContact } from '../recipients/to-objects.ts';

export const handler = implement(newMailContact, async function* (context, parameters) {
  const contact = newRecipient(context, {
    ...parameters,
    kind: 'contact',
    externalAddress: parameters.ExternalEmailAddress.replace(/^smtp:/i, ''),
    attributes: { givenName: parameters.FirstName, surname: parameters.LastName },
  });
  context.directory.add(contact);
  yield { ...toMailContact(context, contact), ObjectState: 'New' as const };
});
