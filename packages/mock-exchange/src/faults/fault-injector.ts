import type { Account } from '../organisation/account.ts';
import { findMailboxUser, type Organisation } from '../organisation/organisation.ts';
import type { MailboxUser } from '../organisation/recipient.ts';
import type { FaultEffect, FaultPlace } from './fault.ts';
import type { FaultPlan } from './fault-plan.ts';

/** What happens, before it is known whether a fault waits for it. */
export interface Happening {
  readonly place: FaultPlace;
  readonly name: string;
  readonly account?: Account | undefined;
  /** legacyExchangeDN of the mailbox; that of the account unless told. */
  readonly mailbox?: string | undefined;
}

/** Holds what happens on a server against a plan of faults. */
export class FaultInjector {
  readonly #plan: FaultPlan;
  readonly #organisation: () => Organisation;

  constructor(plan: FaultPlan, organisation: () => Organisation) {
    this.#plan = plan;
    this.#organisation = organisation;
  }

  watches(place: FaultPlace): boolean {
    return this.#plan.watches(place);
  }

  strike({ place, name, account, mailbox = account?.legacyExchangeDN }: Happening): readonly FaultEffect[] {
    if (!this.#plan.watches(place)) return none;
    return this.#plan.strike({
      place,
      name,
      account: account?.userName,
      isMailbox: (who) => mailbox !== undefined && this.#isOwner(mailbox, who.toLowerCase()),
    });
  }

  #isOwner(legacyExchangeDN: string, who: string): boolean {
    const owner = findMailboxUser(this.#organisation(), legacyExchangeDN);
    return owner !== undefined && namesOf(owner).includes(who);
  }
}

const none: readonly FaultEffect[] = [];

function namesOf({ alias, primarySmtpAddress, proxyAddresses }: MailboxUser): string[] {
  const addresses = proxyAddresses.map((address) => address.slice(address.indexOf(':') + 1));
  return [alias, primarySmtpAddress, ...addresses].map((name) => name.toLowerCase());
}
