import type { BackendMessage, CmdletParameters } from '@cutover/core/metadata';
import type { AsyncWorld, CallOptions } from '@cutover/powershell';

/** A Backend as synchronous code sees it: its messages come when they are asked for. */
export interface SyncBackend {
  invoke(cmdlet: string, parameters: CmdletParameters, options?: CallOptions): Iterable<BackendMessage>;
}

export const backendOperation = 'backend';

/** What the thread with the event loop is asked for. */
export interface BackendCall {
  readonly cmdlet: string;
  readonly parameters: CmdletParameters;
}

/** The Backend that the other thread holds. */
export const backendIn = (world: AsyncWorld): SyncBackend => ({
  invoke: (cmdlet, parameters, options) =>
    world.call(backendOperation, { cmdlet, parameters } satisfies BackendCall, options) as Iterable<BackendMessage>,
});
