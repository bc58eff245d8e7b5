import { setMsolUserLicense } from '@cutover/core';
import { implement } from '../implement.ts';
import { recipientFor } from '../recipients/find-recipients.ts';
import { licensesOf, withLicenses } from '../recipients/licenses.ts';

export const handler = implement(setMsolUserLicense, async function* (context, parameters) {
  const { AddLicenses = [], RemoveLicenses = [], UserPrincipalName } = parameters;
  const mailbox = recipientFor(context, UserPrincipalName, { kind: 'mailbox' });
  const removed = new Set(RemoveLicenses.map((license) => license.toLowerCase()));
  const kept = licensesOf(mailbox).filter((license) => !removed.has(license.toLowerCase()));
  context.directory.change(withLicenses(mailbox, [...new Set([...kept, ...AddLicenses])]));
  yield* [];
});
