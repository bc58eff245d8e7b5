import type { MigrationPorts } from '../migration-service.ts';
import type { ServiceRules } from '../rules.ts';
import type { ConnectionSlots } from './connection-slots.ts';
import type { HeldBytes } from './pending-work.ts';

/** The copy of one mailbox, waiting for a connection or under way. */
export interface UserRun {
  readonly batchGuid: string;
  readonly controller: AbortController;
  /** Resolves when nothing of it is left. */
  readonly ended: Promise<void>;
  /** The transient failure after which it waits to be tried again. */
  stalledBy?: string | undefined;
}

/** What every part of the engine works with. */
export interface EngineContext extends MigrationPorts {
  readonly rules: ServiceRules;
  readonly slots: ConnectionSlots;
  readonly held: HeldBytes;
  /** Copies under way that can be ended one by one, by the user's GUID. */
  readonly userRuns: Map<string, UserRun>;
}
