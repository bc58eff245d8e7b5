import { type Backend, type BackendMessage, toErrorRecord } from '@cutover/core/metadata';
import type { Operations } from '@cutover/powershell';
import { type BackendCall, backendOperation } from './sync-backend.ts';

/** Makes a Backend callable from the thread of the scripts; it is opened at the first call. */
export function backendOperations(open: (signal: AbortSignal) => Promise<Backend>): Operations {
  let opened: Promise<Backend> | undefined;
  return {
    [backendOperation]: async function* (
      { cmdlet, parameters }: BackendCall,
      signal: AbortSignal,
    ): AsyncGenerator<BackendMessage> {
      try {
        opened ??= open(signal);
        const backend = await opened.catch((error: unknown) => {
          opened = undefined;
          throw error;
        });
        yield* backend.invoke(cmdlet, parameters, { signal });
      } catch (error) {
        yield { kind: 'error', error: toErrorRecord(error, { cmdlet }), terminating: true };
      }
    },
  };
}
