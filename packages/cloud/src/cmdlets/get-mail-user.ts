import { getMailUser } from '@cutover/core';
import { implement } from '../implement.ts';
import { findRecipients } from '../recipients/find-recipients.ts';
import { toMailUser } from '../recipients/to-objects.ts';

export const handler = implement(getMailUser, async function* (context, parameters) {
  yield* findRecipients(context, parameters, {
    kind: 'mailUser',
    toObject: (recipient) => toMailUser(context, recipient),
  });
});
