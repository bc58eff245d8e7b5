import type { MigrationPorts } from '../migration-service.ts';
import type { ServiceRules } from '../rules.ts';
import type { ConnectionSlots } from './connection-slots.ts';
import type { HeldBytes } from './pending-work.ts';

/** What every part of the engine works with. */
export interface EngineContext extends MigrationPorts {
  readonly rules: ServiceRules;
  readonly slots: ConnectionSlots;
  readonly held: HeldBytes;
}
