import { newMailbox, type AnyParametersOf } from '@cutover/core';
import { implement } from '../implement.ts';
import { newRecipient } from '../recipients/new-recipient.ts';
import { toMailbox } from '../recipients/to-objects.ts';

type Parameters = AnyParametersOf<typeof newMailbox.definition>;

export const handler = implement(newMailbox, async function* (context, parameters) {
  const { MicrosoftOnlineServicesID, Password, ResetPasswordOnNextLogon: mustChangePassword = false } = parameters;
  const signInName = MicrosoftOnlineServicesID ?? parameters.UserPrincipalName;
  const recipient = newRecipient(context, {
    ...parameters,
    kind: 'mailbox',
    PrimarySmtpAddress: parameters.PrimarySmtpAddress ?? signInName,
    signInName,
    attributes: {
      givenName: parameters.FirstName,
      surname: parameters.LastName,
      recipientTypeDetails: kindOf(parameters),
    },
  });
  const account =
    Password === undefined ? undefined : { signInHash: await context.signInHash(Password), mustChangePassword };
  context.directory.add(recipient, account);
  yield { ...toMailbox(context, recipient), ObjectState: 'New' as const };
});

function kindOf({ Shared, Room, Equipment }: Parameters): string | undefined {
  if (Shared) return 'SharedMailbox';
  if (Room) return 'RoomMailbox';
  return Equipment ? 'EquipmentMailbox' : undefined;
}
