import type { Clock } from '@cutover/base';
import type { ImportProblem } from '../import/imported-item.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { MailboxUser } from '../organisation/recipient.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { createInformationStore, type MemoryInformationStore } from '../store/memory-information-store.ts';
import { createMailbox } from '../store/memory-mailbox.ts';
import { stableGuid } from './stable.ts';

/** An organisation with its mailboxes, as a server starts with it. The same seed gives the same every time. */
export interface Seed {
  readonly organisation: Organisation;
  /** What the files that the seed names held and could not be, or not wholly, understood. */
  readonly problems?: readonly ImportProblem[];
  /** Puts what it holds into a mailbox, which is new; called when the mailbox is first opened. */
  fill(mailbox: Mailbox, owner: MailboxUser): void;
}

/** The information store of a seed; a mailbox is filled when it is first asked for. */
export function openSeed(seed: Seed, { clock }: { clock: Clock }): MemoryInformationStore {
  const store = createInformationStore();
  for (const owner of seed.organisation.recipients) {
    if (owner.kind !== 'mailbox') continue;
    store.add(owner.legacyExchangeDN, () => {
      const mailbox = createMailbox({
        guid: owner.mailboxGuid,
        replicaGuid: stableGuid(owner.mailboxGuid, 'replica'),
        legacyExchangeDN: owner.legacyExchangeDN,
        displayName: owner.displayName,
        clock,
      });
      seed.fill(mailbox, owner);
      return mailbox;
    });
  }
  return store;
}
