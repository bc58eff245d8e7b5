import { addressBook } from '../seeds/address-book.ts';
import type { Organisation } from './organisation.ts';
import { noAccount, noMailbox } from './refuse-name.ts';

/** Whom the names mean that faults and expectations give. */
export interface KnownPeople {
  /** legacyExchangeDN of somebody with this alias or address. */
  addressOf(who: string): string | undefined;
  /** Throws for an alias or address that is no mailbox's. */
  assertMailbox(who: string): void;
  /** Throws for a user name that nobody has. */
  assertAccount(userName: string): void;
}

/** The people of an organisation as it is at the moment of the question. */
export const knownPeople = (organisation: () => Organisation): KnownPeople => ({
  addressOf: (who) => addressBook(organisation())(who).legacyExchangeDN,
  assertMailbox: (who) => {
    if (addressBook(organisation())(who).kind !== 'user') throw noMailbox(organisation(), who);
  },
  assertAccount: (wanted) => {
    const { accounts } = organisation();
    if (accounts.some(({ userName }) => userName.toLowerCase() === wanted.toLowerCase())) return;
    throw noAccount(organisation(), wanted);
  },
});
