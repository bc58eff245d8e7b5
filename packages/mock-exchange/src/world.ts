import { type Clock, type Random, systemClock, systemRandom } from '@cutover/base';
import { FaultInjector } from './faults/fault-injector.ts';
import { FaultPlan } from './faults/fault-plan.ts';
import { closedPlaces } from './faults/faulted-server.ts';
import { Journal } from './journal/journal.ts';
import type { MockExchangeOptions } from './options.ts';
import { knownPeople } from './organisation/known-people.ts';
import { type LiveOrganisation, liveOrganisation } from './organisation/live-organisation.ts';
import type { Organisation } from './organisation/organisation.ts';
import { inAdministrativeGroup } from './profiles/administrative-group.ts';
import { type ExchangeProfile, exchangeProfileOf } from './profiles/exchange-profile.ts';
import { contoso } from './seeds/contoso/contoso.ts';
import { openSeed, type Seed } from './seeds/seed.ts';
import type { MemoryInformationStore } from './store/memory-information-store.ts';
import { PduTap } from './tap/pdu-tap.ts';

/** What a server serves, by which clock, and what goes wrong with it. Every part of the server is given this. */
export interface World {
  /** As it is at the moment of the question. */
  readonly organisation: Organisation;
  readonly live: LiveOrganisation;
  readonly store: MemoryInformationStore;
  readonly profile: ExchangeProfile;
  readonly clock: Clock;
  readonly random: Random;
  readonly tap: PduTap | undefined;
  readonly journal: Journal | undefined;
  readonly faults: FaultPlan;
  readonly injector: FaultInjector;
}

/** Makes what a server serves: of the options' seed, or what another server holds. */
export function createWorld(options: MockExchangeOptions, held = openWorld(options)): World {
  const { clock = systemClock, random = systemRandom, faults = new FaultPlan() } = options;
  const live = liveOrganisation(held.organisation);
  const isKept = options.journal || options.strict;
  const people = knownPeople(() => live.current);
  faults.bindTo({ people, closed: closedPlaces(options) });
  return {
    get organisation() {
      return live.current;
    },
    live,
    store: held.store,
    profile: profileOf(options),
    clock,
    random,
    tap: options.tap ? new PduTap({ clock }) : undefined,
    journal: isKept ? new Journal({ clock, people }) : undefined,
    faults,
    injector: new FaultInjector(faults, people),
  };
}

function openWorld(options: MockExchangeOptions): Pick<World, 'organisation' | 'store'> {
  const { seed, organisation, clock = systemClock } = options;
  const opened = seed ?? (organisation ? emptySeed(organisation) : contoso());
  const settled = inAdministrativeGroup(opened.organisation, profileOf(options).name);
  return { organisation: settled, store: openSeed({ ...opened, organisation: settled }, { clock }) };
}

const profileOf = ({ profile, seed }: MockExchangeOptions): ExchangeProfile =>
  exchangeProfileOf(profile ?? seed?.profile ?? '2003');

const emptySeed = (organisation: Organisation): Seed => ({ organisation, fill: () => undefined });
