import { createRunspace, type Runspace } from '@cutover/powershell';
import { once } from '@cutover/powershell/values';
import type { Console } from './console/console.ts';
import { argumentCompleter } from './migration/complete-argument.ts';
import { migrationCmdlets } from './migration/migration-cmdlets.ts';
import { migrationViews } from './migration/migration-views.ts';
import { onlineConnections } from './sessions/online-connections.ts';
import { sessionShelf } from './sessions/session-shelf.ts';
import { SessionTable } from './sessions/session-table.ts';
import { RehearsalTime } from './world/rehearsal-time.ts';
import { backendIn, sessionsIn } from './world/sync-backend.ts';

/** A runspace whose commands may go to other organisations. */
export interface ShellSession extends Runspace {
  /** The computer whose session a person has entered. */
  readonly enteredComputer: string | undefined;
}

/** The language with the cmdlets of the SDK, at a console. */
export function createSession({ host, world, environment, capabilities, stop, onBusy }: Console): ShellSession {
  const time = new RehearsalTime({ backend: backendIn(world), host });
  const { backend } = time;
  const passwords = (): string | undefined => environment['CUTOVER_PASSWORD'];
  let opened: SessionTable | undefined;
  const table = once(() => (opened = new SessionTable({ cloud: backend, sessions: sessionsIn(world), passwords })));
  const connections = once(() => onlineConnections(table()));
  const runspace = createRunspace({
    host: time.host(),
    environment,
    capabilities,
    shelves: [
      migrationCmdlets({ backend, passwords, onDone: (context, given) => connections()(context, given) }),
      sessionShelf(table),
    ],
    viewShelves: [migrationViews],
    completeArgument: argumentCompleter(backend),
    stop,
    onBusy,
  });
  return {
    ...runspace,
    get enteredComputer() {
      return opened?.enteredComputer;
    },
  };
}
