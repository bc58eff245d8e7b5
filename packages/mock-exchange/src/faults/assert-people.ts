import { similarNames } from '@cutover/base';
import { faultErrors } from '../errors.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { addressBook } from '../seeds/address-book.ts';
import type { FaultTarget } from './fault.ts';

/** Throws for a target that names a mailbox or an account that the organisation does not have. */
export function assertPeople({ mailbox, account }: FaultTarget, organisation: Organisation): void {
  if (mailbox !== undefined && addressBook(organisation)(mailbox).kind !== 'user') {
    const mailboxes = organisation.recipients.filter(({ kind }) => kind === 'mailbox');
    const known = mailboxes.flatMap(({ alias, primarySmtpAddress }) => [alias, primarySmtpAddress]);
    throw unknown('mailbox', mailbox, known);
  }
  const userNames = organisation.accounts.map(({ userName }) => userName);
  if (account !== undefined && !userNames.some((one) => one.toLowerCase() === account.toLowerCase())) {
    throw unknown('account', account, userNames);
  }
}

const unknown = (condition: 'mailbox' | 'account', name: string, known: readonly string[]): Error =>
  faultErrors.unknownPerson({ condition, name, similar: similarNames(name, known) });
