import { systemIds } from '@cutover/base';
import type { CommandContext } from '@cutover/powershell';
import type { SyncBackend, SyncSessions } from '../world/sync-backend.ts';
import type { PasswordSource } from '../migration/credentials.ts';
import { PSSession, type PSSessionFields } from './ps-session.ts';

export interface SessionTableOptions {
  /** The organisation in the cloud. */
  readonly cloud: SyncBackend;
  readonly sessions: SyncSessions;
  readonly passwords: PasswordSource;
}

/** The sessions of one runspace. */
export class SessionTable {
  readonly options: SessionTableOptions;
  readonly #open: PSSession[] = [];
  readonly #entered: Entered[] = [];
  #lastId = 0;

  constructor(options: SessionTableOptions) {
    this.options = options;
  }

  /** Those that are open, in the order in which they were. */
  get list(): readonly PSSession[] {
    return this.#open;
  }

  add(fields: Omit<PSSessionFields, 'id' | 'name'> & { readonly name: string | undefined }): PSSession {
    const id = ++this.#lastId;
    const session = new PSSession({ ...fields, id, name: fields.name ?? `Runspace${id}` });
    this.#open.push(session);
    return session;
  }

  remove(session: PSSession): void {
    const at = this.#open.indexOf(session);
    if (at < 0) return;
    this.#open.splice(at, 1);
    session.isOpen = false;
    if (session.fields.side === 'onPremises') this.options.sessions.close(session.fields.instanceId);
  }

  /** What carries out the cmdlets of a session. */
  backendOf({ fields }: PSSession): SyncBackend {
    return fields.side === 'cloud' ? this.options.cloud : this.options.sessions.backend(fields.instanceId);
  }

  /** The computer whose session a person is in. */
  get enteredComputer(): string | undefined {
    return this.#entered.at(-1)?.session.fields.computerName;
  }

  enter(entered: Entered): void {
    this.#entered.push(entered);
  }

  /** Leaves the session that was entered last. */
  exit(context: CommandContext): void {
    this.#entered.pop()?.leave(context);
  }
}

interface Entered {
  readonly session: PSSession;
  readonly leave: (context: CommandContext) => void;
}

/** Names a session that is to be opened. */
export const newSessionId = (): string => systemIds.guid();
