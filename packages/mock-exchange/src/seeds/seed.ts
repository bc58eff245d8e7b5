import type { Clock } from '@cutover/base';
import type { ImportProblem } from '../import/imported-item.ts';
import type { DoorName } from '../doors/door-names.ts';
import type { ExchangeVersion } from '../profiles/exchange-profile.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { MailboxUser } from '../organisation/recipient.ts';
import type { Mailbox } from '../store/mailbox.ts';
import type { MailboxState } from '../store/mailbox-state.ts';
import { createInformationStore, type MemoryInformationStore } from '../store/memory-information-store.ts';
import { createMailbox } from '../store/memory-mailbox.ts';
import { stableGuid } from './stable.ts';

/** An organisation with its mailboxes, as a server starts with it. The same seed gives the same every time. */
export interface Seed {
  readonly organisation: Organisation;
  /** Which Exchange the organisation has; 2003 unless told. */
  readonly profile?: ExchangeVersion;
  /** Which ways in a server of it has, unless its options say. */
  readonly doors?: readonly DoorName[];
  /** What the files that the seed names held and could not be, or not wholly, understood. */
  readonly problems?: readonly ImportProblem[];
  /** Whether `fill` does the same every time: then a mailbox that nobody uses or changed is let go, and made again. */
  readonly isRepeatable?: boolean;
  /** What a mailbox was when it was exported; it is then not filled. */
  state?(owner: MailboxUser): MailboxState | undefined;
  /** Puts what it holds into a mailbox, which is new; called when the mailbox is first opened. */
  fill(mailbox: Mailbox, owner: MailboxUser): void;
}

/** The information store of a seed; a mailbox is filled when it is first asked for, as it was when the store was opened. */
export function openSeed(seed: Seed, { clock }: { clock: Clock }): MemoryInformationStore {
  const store = createInformationStore();
  addMailboxes(store, seed, { clock });
  return store;
}

/** Adds the mailboxes of a seed to a store that has none of their owners. */
export function addMailboxes(store: MemoryInformationStore, seed: Seed, { clock }: { clock: Clock }): void {
  const { isRepeatable = false } = seed;
  const openedAt = clock.now();
  for (const owner of seed.organisation.recipients) {
    if (owner.kind !== 'mailbox') continue;
    const open = (inUse: () => void): Mailbox => fillNew(seed, owner, { clock, openedAt, inUse });
    store.add(owner.legacyExchangeDN, open, { isRepeatable });
  }
}

interface Opening {
  readonly clock: Clock;
  readonly openedAt: number;
  readonly inUse: () => void;
}

function fillNew(seed: Seed, owner: MailboxUser, { clock, openedAt, inUse }: Opening): Mailbox {
  let isFilling = true;
  const state = seed.state?.(owner);
  const options = {
    guid: owner.mailboxGuid,
    replicaGuid: stableGuid(owner.mailboxGuid, 'replica'),
    legacyExchangeDN: owner.legacyExchangeDN,
    displayName: owner.displayName,
    inUse,
    clock: { now: () => (isFilling ? openedAt : clock.now()), sleep: clock.sleep.bind(clock) },
  };
  const mailbox = createMailbox(options, state);
  if (state === undefined) seed.fill(mailbox, owner);
  isFilling = false;
  return mailbox;
}
