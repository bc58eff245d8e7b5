import type { KnownPeople } from '../organisation/known-people.ts';
import type { FaultTarget } from './fault.ts';

/** Throws for a target that names a mailbox or an account which is not there: the fault would never strike. */
export function assertPeople({ mailbox, account }: FaultTarget, people: KnownPeople): void {
  if (mailbox !== undefined) people.assertMailbox(mailbox);
  if (account !== undefined) people.assertAccount(account);
}
