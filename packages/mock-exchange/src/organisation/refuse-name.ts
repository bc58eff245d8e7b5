import { similarNames } from '@cutover/base';
import { seedErrors } from '../errors.ts';
import { addressBook } from '../seeds/address-book.ts';
import type { Account } from './account.ts';
import { findAccount, parseLogOnName } from './find-account.ts';
import type { Organisation } from './organisation.ts';

/** Aliases and addresses of mailboxes that are like a name. */
export function mailboxesLike({ recipients }: Organisation, who: string): string[] {
  const mailboxes = recipients.filter(({ kind }) => kind === 'mailbox');
  return similarNames(
    who,
    mailboxes.flatMap(({ alias, primarySmtpAddress }) => [alias, primarySmtpAddress]),
  );
}

/** User names of accounts that are like a name: of that which it means, where the domain is given with it. */
export function accountsLike(accounts: readonly Account[], name: string): string[] {
  const meant = findAccount(accounts, parseLogOnName(name));
  if (meant !== undefined) return [meant.userName];
  return similarNames(
    name,
    accounts.map(({ userName }) => userName),
  );
}

/** What is thrown for a name under which there is no mailbox. */
export function noMailbox(organisation: Organisation, who: string): Error {
  const { kind } = addressBook(organisation)(who);
  return seedErrors.noMailbox({ who, kind, similar: mailboxesLike(organisation, who) });
}

/** What is thrown for a name that no account has. */
export const noAccount = ({ accounts }: Organisation, name: string): Error =>
  seedErrors.noAccount({ name, similar: accountsLike(accounts, name) });
