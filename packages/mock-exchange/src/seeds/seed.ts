import type { Clock } from '@cutover/base';
import type { ImportProblem } from '../import/imported-item.ts';
import type { DoorName } from '../doors/door-names.ts';
import type { ExchangeVersion } from '../profiles/exchange-profile.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { MailboxUser } from '../organisation/recipient.ts';
import type { Mailbox } from '../store/mailbox.ts';
import type { MailboxState } from '../store/mailbox-state.ts';
import { createInformationStore, type MemoryInformationStore } from '../store/memory-information-store.ts';
import { createMailbox, type MailboxOptions } from '../store/memory-mailbox.ts';
import { publicLayout } from '../store/public-layout.ts';
import { stableGuid } from './stable.ts';

/** Whose a store is: a user's, or a database's where it holds public folders. */
export type StoreOwner = Pick<MailboxUser, 'legacyExchangeDN'>;

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
  state?(owner: StoreOwner): MailboxState | undefined;
  /** Puts what they hold into the public folders of an organisation that has a database for them. */
  fillPublicFolders?(folders: Mailbox): void;
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
    const open = (inUse: () => void, of = clock): Mailbox =>
      openNew(seed, mailboxOf(seed, owner), { clock: of, openedAt, inUse });
    store.add(owner.legacyExchangeDN, open, { isRepeatable });
  }
  const folders = publicFoldersOf(seed);
  if (folders === undefined) return;
  const open = (inUse: () => void, of = clock): Mailbox => openNew(seed, folders, { clock: of, openedAt, inUse });
  store.add(folders.legacyExchangeDN, open, { isRepeatable, isMailbox: false });
}

/** A store that is to be made, and what it is filled with. */
interface NewStore extends Pick<MailboxOptions, 'guid' | 'legacyExchangeDN' | 'displayName' | 'layout'> {
  readonly fill: (store: Mailbox) => void;
}

const mailboxOf = (seed: Seed, owner: MailboxUser): NewStore => ({
  guid: owner.mailboxGuid,
  legacyExchangeDN: owner.legacyExchangeDN,
  displayName: owner.displayName,
  fill: (mailbox) => seed.fill(mailbox, owner),
});

function publicFoldersOf(seed: Seed): NewStore | undefined {
  const { publicDatabase, legacyExchangeDN: site } = seed.organisation;
  if (publicDatabase === undefined) return undefined;
  const { guid, legacyExchangeDN } = publicDatabase;
  const fill = (folders: Mailbox): void => seed.fillPublicFolders?.(folders);
  return { guid, legacyExchangeDN, displayName: 'Public Folders', layout: publicLayout(site), fill };
}

interface Opening {
  readonly clock: Clock;
  readonly openedAt: number;
  readonly inUse: () => void;
}

function openNew(seed: Seed, { fill, ...store }: NewStore, { clock, openedAt, inUse }: Opening): Mailbox {
  let isFilling = true;
  const state = seed.state?.(store);
  const options = {
    ...store,
    replicaGuid: stableGuid(store.guid, 'replica'),
    inUse,
    clock: { now: () => (isFilling ? openedAt : clock.now()), sleep: clock.sleep.bind(clock) },
  };
  const mailbox = createMailbox(options, state);
  if (state === undefined) fill(mailbox);
  isFilling = false;
  return mailbox;
}
