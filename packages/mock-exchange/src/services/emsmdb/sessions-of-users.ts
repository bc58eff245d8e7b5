import { errorCode } from '@cutover/wire/rop';
import type { Account } from '../../organisation/account.ts';
import type { Organisation } from '../../organisation/organisation.ts';
import { limits } from './limits.ts';
import { RopFailure } from './rop-failure.ts';

/**
 * Counts the sessions that each account has open. From 2003 SP1 on Exchange allows so many to a user, on all his connections
 * together, and any number to whoever administers the store: here whoever has a right on a whole database.
 */
export class SessionsOfUsers {
  readonly #open = new WeakMap<Account, number>();

  /** Counts one more, or refuses it. */
  begin(account: Account, { permissions }: Organisation): void {
    const count = this.#open.get(account) ?? 0;
    const isAdministrator = permissions.some(
      (permission) => permission.right === 'ReceiveAs' && sameName(permission.account, account.userPrincipalName),
    );
    if (count >= limits.sessions && !isAdministrator) throw new RopFailure(errorCode.maxObjects);
    this.#open.set(account, count + 1);
  }

  end(account: Account): void {
    this.#open.set(account, (this.#open.get(account) ?? 1) - 1);
  }
}

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
