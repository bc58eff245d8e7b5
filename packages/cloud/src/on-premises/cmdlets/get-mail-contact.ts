import { getMailContact } from '@cutover/core';
import { findRecipients } from '../../recipients/find-recipients.ts';
import { toMailContact } from '../../recipients/to-objects.ts';
import { implementOnPremises } from '../implement-on-premises.ts';
import { viewOf } from '../on-premises-context.ts';

export const handler = implementOnPremises(getMailContact, async function* (context, parameters) {
  const view = await viewOf(context);
  const search = { ...parameters, Anr: parameters.ANR };
  yield* findRecipients(view, search, {
    kind: 'contact',
    toObject: (recipient) => toMailContact(view, recipient),
  });
});
