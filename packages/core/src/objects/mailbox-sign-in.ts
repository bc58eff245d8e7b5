import { dateTime, defineObject, enumeration, optional, text, type RecordOf } from '../define-object.ts';

const results = ['Success', 'PasswordChangeRequired'] as const;

/** How a user's sign-in ended; ours, the product has a web page for it. */
export const mailboxSignIn = defineObject({
  name: 'MailboxSignIn',
  typeName: 'Cutover.MailboxSignIn',
  properties: {
    UserPrincipalName: text(),
    Result: enumeration('MailboxSignInResult', results),
    Message: text(),
    /** The sign-in before this one. */
    LastLogonTime: optional(dateTime()),
  },
});
/** How a user's sign-in ended. */
export type MailboxSignIn = RecordOf<typeof mailboxSignIn>;
