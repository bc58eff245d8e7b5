import type { Account } from '../organisation/account.ts';
import type { KnownPeople } from '../organisation/known-people.ts';
import type { FaultEffect, FaultPlace } from './fault.ts';
import type { FaultPlan } from './fault-plan.ts';

/** What happens, before it is known whether a fault waits for it. */
export interface Happening {
  readonly place: FaultPlace;
  readonly name: string;
  readonly account?: Account | undefined;
  /** legacyExchangeDN of the mailbox, or of each; that of the account unless told. */
  readonly mailbox?: string | readonly string[] | undefined;
}

/** Holds what happens on a server against a plan of faults. */
export class FaultInjector {
  readonly #plan: FaultPlan;
  readonly #people: KnownPeople;

  constructor(plan: FaultPlan, people: KnownPeople) {
    this.#plan = plan;
    this.#people = people;
  }

  watches(place: FaultPlace): boolean {
    return this.#plan.watches(place);
  }

  strike({ place, name, account, mailbox = account?.legacyExchangeDN }: Happening): readonly FaultEffect[] {
    if (!this.#plan.watches(place)) return none;
    const mailboxes = [mailbox ?? []].flat().map((one) => one.toLowerCase());
    return this.#plan.strike({
      place,
      name,
      account: account?.userName,
      isMailbox: (who) => mailboxes.includes(this.#people.addressOf(who)?.toLowerCase() ?? ''),
    });
  }
}

const none: readonly FaultEffect[] = [];
