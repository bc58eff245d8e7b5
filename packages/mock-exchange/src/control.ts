import { seedErrors } from './errors.ts';
import { exportText } from './export/export-text.ts';
import type { FaultPlan } from './faults/fault-plan.ts';
import type { Journal } from './journal/journal.ts';
import { inAdministrativeGroup } from './profiles/administrative-group.ts';
import { assertSameServer } from './seeds/same-server.ts';
import { addMailboxes, type Seed } from './seeds/seed.ts';
import type { World } from './world.ts';

/** What a test does to a running server, in its process or by the management endpoint. */
export interface ServerControl {
  readonly faults: FaultPlan;
  readonly journal: Journal | undefined;
  /** Puts everything back to what it began with, and drops the connections that know of it. */
  reset(): void;
  /** Everything that the server holds, as JSON in pieces. */
  export(): Iterable<string>;
  /** Begins with another seed. */
  import(seed: Seed): void;
}

/** Controls a server; `drop` ends the connections that know what was there before. */
export const controlOf = (world: World, { drop }: { drop: () => void }): ServerControl => ({
  faults: world.faults,
  journal: world.journal,
  reset: () => {
    drop();
    world.store.reset();
    world.live.reset();
    world.tap?.clear();
    world.journal?.clear();
    world.faults.reset();
  },
  export: () => exportText({ organisation: world.organisation, store: world.store, profile: world.profile.name }),
  import: (seed) => {
    if (typeof seed?.fill !== 'function') throw seedErrors.notASeed({});
    assertSameServer(seed.organisation, world.organisation);
    drop();
    const organisation = inAdministrativeGroup(seed.organisation, world.profile.name);
    world.live.begin(organisation);
    world.store.clear();
    addMailboxes(world.store, { ...seed, organisation }, world);
  },
});
