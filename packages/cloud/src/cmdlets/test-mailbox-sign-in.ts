import { testMailboxSignIn, type MailboxSignIn } from '@cutover/core';
import { cloudErrors } from '../errors.ts';
import { implement, type CmdletContext } from '../implement.ts';
import { dateOf } from '../objects/date-of.ts';
import { matchesSignInHash } from '../secrets/sign-in-hash.ts';
import type { Account, StoredRecipient } from '../store/directory.ts';

const leastLength = 8;

/** A first password only lets its owner choose another. */
export const handler = implement(testMailboxSignIn, async function* (context, { Credential, NewPassword }) {
  const { userName, password } = Credential;
  const { account, owner } = await signIn(context, userName, password);
  warnOfMigration(context, owner);
  if (account.mustChangePassword && NewPassword === undefined) {
    yield outcome(owner, account, 'PasswordChangeRequired');
    return;
  }
  const changed = NewPassword === undefined ? account : await withPassword(context, account, { password, NewPassword });
  context.directory.saveAccount(owner.guid, { ...changed, signedInAt: context.clock.now() });
  yield outcome(owner, account, 'Success');
});

interface SignedIn {
  readonly owner: StoredRecipient;
  readonly account: Account;
}

/** Who is not there and who has another password are told the same. */
async function signIn({ directory }: CmdletContext, userName: string, password: string): Promise<SignedIn> {
  const wanted = userName.toLowerCase();
  const owner = directory
    .recipients({ kind: 'mailbox' })
    .find(({ signInName }) => signInName?.toLowerCase() === wanted);
  const account = owner && directory.account(owner.guid);
  if (!account || !(await matchesSignInHash(password, account.signInHash))) {
    throw cloudErrors.signInRefused({ userName });
  }
  return { owner, account };
}

async function withPassword(
  { signInHash }: CmdletContext,
  account: Account,
  { password, NewPassword }: { password: string; NewPassword: string },
): Promise<Account> {
  if (NewPassword.length < leastLength || NewPassword === password) {
    throw cloudErrors.newPasswordUnfit({ least: leastLength });
  }
  return { ...account, signInHash: await signInHash(NewPassword), mustChangePassword: false };
}

/** Until then mail still comes to the source, and what the owner changes here is not there. */
function warnOfMigration({ migration, writeWarning }: CmdletContext, { guid, primaryAddress }: StoredRecipient): void {
  const user = migration.users().find(({ targetGuid }) => targetGuid === guid);
  if (user === undefined || user.status === 'Completed') return;
  writeWarning(
    `The migration of ${primaryAddress} isn't complete (${user.status}): new mail comes to the source and is here only after the next synchronization. Users should not sign in before the migration is complete.`,
  );
}

const messages = {
  Success: 'The user is signed in.',
  PasswordChangeRequired: 'The password is a first one and must be changed: give -NewPassword.',
} as const;

const outcome = (
  { primaryAddress, signInName = primaryAddress }: StoredRecipient,
  { signedInAt }: Account,
  result: keyof typeof messages,
): MailboxSignIn => ({
  UserPrincipalName: signInName,
  Result: result,
  Message: messages[result],
  LastLogonTime: dateOf(signedInAt),
});
