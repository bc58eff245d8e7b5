import { createRunspace, type Runspace } from '@cutover/powershell';
import type { Console } from './console/console.ts';
import { argumentCompleter } from './migration/complete-argument.ts';
import { migrationCmdlets } from './migration/migration-cmdlets.ts';
import { migrationViews } from './migration/migration-views.ts';
import { backendIn } from './world/sync-backend.ts';

/** The language with the cmdlets of the SDK, at a console. */
export function createSession({ host, world, environment, capabilities, stop, onBusy }: Console): Runspace {
  const backend = backendIn(world);
  return createRunspace({
    host,
    environment,
    capabilities,
    shelves: [migrationCmdlets({ backend, passwords: () => environment['CUTOVER_PASSWORD'] })],
    viewShelves: [migrationViews],
    completeArgument: argumentCompleter(backend),
    stop,
    onBusy,
  });
}
