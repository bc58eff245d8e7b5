import { defineCmdlet, param } from '../define-cmdlet.ts';
import { mailboxSignIn } from '../objects/mailbox-sign-in.ts';
import { credential, secureString } from '../parameter-types.ts';

/** Signs a user in to the mailbox. Ours: the product has a web page for it. */
export const testMailboxSignIn = defineCmdlet({
  name: 'Test-MailboxSignIn',
  synopsis: 'Signs a user in to the mailbox, as the web page would.',
  description:
    'With the first password of MigrationStatistics.csv the sign-in ends in PasswordChangeRequired until -NewPassword is given. A sign-in before the migration is complete is warned of, and shows in the migration plan.',
  output: mailboxSignIn,
  returns: 'one',
  extension: true,
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  parameters: {
    Credential: param(credential, {
      help: 'Sign-in name and password of the user.',
      extension: true,
      type: 'PSCredential',
      mandatory: true,
      position: 0,
    }),
    NewPassword: param(secureString, {
      help: 'Replaces the password, as is demanded at the first sign-in: at least 8 characters.',
      extension: true,
      type: 'SecureString',
    }),
  },
  examples: [
    {
      title: 'See what the first sign-in takes',
      script: 'Get-Command Test-MailboxSignIn',
      expect: 'Test-MailboxSignIn',
    },
  ],
});
