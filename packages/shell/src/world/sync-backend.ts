import type { BackendMessage, CmdletParameters, PSCredential } from '@cutover/core/metadata';
import type { AsyncWorld, CallOptions } from '@cutover/powershell';

/** A Backend as synchronous code sees it: its messages come when they are asked for. */
export interface SyncBackend {
  invoke(cmdlet: string, parameters: CmdletParameters, options?: CallOptions): Iterable<BackendMessage>;
}

/** The sessions in other organisations that the other thread holds, by an id that the caller chooses. */
export interface SyncSessions {
  /** Says why when it cannot be opened. */
  open(session: SessionRequest): Iterable<BackendMessage>;
  backend(id: string): SyncBackend;
  close(id: string): void;
}

export interface SessionRequest {
  readonly id: string;
  readonly connectionUri: string;
  readonly credential: PSCredential;
}

export const backendOperation = 'backend';
export const openSessionOperation = 'openSession';
export const closeSessionOperation = 'closeSession';

/** What the thread with the event loop is asked for. */
export interface BackendCall {
  readonly cmdlet: string;
  readonly parameters: CmdletParameters;
  /** A session that was opened; without it the organisation itself. */
  readonly session?: string | undefined;
}

/** The Backend that the other thread holds. */
export const backendIn = (world: AsyncWorld, session?: string): SyncBackend => ({
  invoke: (cmdlet, parameters, options) =>
    world.call(
      backendOperation,
      { cmdlet, parameters, session } satisfies BackendCall,
      options,
    ) as Iterable<BackendMessage>,
});

/** The sessions that the other thread holds. */
export const sessionsIn = (world: AsyncWorld): SyncSessions => ({
  open: (session) => world.call(openSessionOperation, session) as Iterable<BackendMessage>,
  backend: (id) => backendIn(world, id),
  close: (id) => {
    for (const _ of world.call(closeSessionOperation, id));
  },
});
