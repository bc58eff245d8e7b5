import { newMailUser } from '@cutover/core';
import { implement } from '../implement.ts';
import { newRecipient } from '../recipients/new-recipient.ts';
import { toMailUser } from '../recipients/to-objects.ts';

export const handler = implement(newMailUser, async function* (context, parameters) {
  const { MicrosoftOnlineServicesID, Password, ResetPasswordOnNextLogon: mustChangePassword = false } = parameters;
  const signInName = MicrosoftOnlineServicesID ?? parameters.UserPrincipalName;
  const externalAddress = parameters.ExternalEmailAddress?.replace(/^smtp:/i, '');
  const recipient = newRecipient(context, {
    ...parameters,
    kind: 'mailUser',
    PrimarySmtpAddress: parameters.PrimarySmtpAddress ?? signInName,
    externalAddress,
    signInName,
    attributes: { givenName: parameters.FirstName, surname: parameters.LastName },
  });
  const account =
    Password === undefined ? undefined : { signInHash: await context.signInHash(Password), mustChangePassword };
  context.directory.add(recipient, account);
  yield { ...toMailUser(context, recipient), ObjectState: 'New' as const };
});
