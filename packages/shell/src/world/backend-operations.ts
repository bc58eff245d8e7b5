import { type Backend, type BackendMessage, coreErrors, toErrorRecord } from '@cutover/core/metadata';
import type { Operations } from '@cutover/powershell';
import {
  type BackendCall,
  backendOperation,
  closeSessionOperation,
  openSessionOperation,
  type SessionRequest,
} from './sync-backend.ts';

export interface BackendOpeners {
  /** The organisation; it is opened at the first call. */
  readonly open: (signal: AbortSignal) => Promise<Backend>;
  /** A session in an on-premises organisation. */
  readonly openSession: (request: SessionRequest, signal: AbortSignal) => Promise<Backend>;
}

/** Makes Backends callable from the thread of the scripts. */
export function backendOperations({ open, openSession }: BackendOpeners): Operations {
  const sessions = new Map<string, Backend>();
  const organisation = once(open);
  return {
    [backendOperation]: async function* ({ cmdlet, parameters, session }: BackendCall, signal: AbortSignal) {
      yield* telling(cmdlet, async function* () {
        const backend = session === undefined ? await organisation(signal) : sessions.get(session);
        if (backend === undefined) throw coreErrors.sessionClosed({ cmdlet });
        yield* backend.invoke(cmdlet, parameters, { signal });
      });
    },
    [openSessionOperation]: async function* (request: SessionRequest, signal: AbortSignal) {
      yield* telling('New-PSSession', async function* () {
        sessions.set(request.id, await openSession(request, signal));
        yield* [];
      });
    },
    [closeSessionOperation]: async function* (id: string) {
      await sessions.get(id)?.close();
      sessions.delete(id);
      yield* [];
    },
  };
}

/** What fails becomes a message, as what a cmdlet itself fails with. */
async function* telling(cmdlet: string, run: () => AsyncGenerator<BackendMessage>): AsyncGenerator<BackendMessage> {
  try {
    yield* run();
  } catch (error) {
    yield { kind: 'error', error: toErrorRecord(error, { cmdlet }), terminating: true };
  }
}

/** Opens at the first call; at the next one again when that failed. */
function once(open: BackendOpeners['open']): BackendOpeners['open'] {
  let opened: Promise<Backend> | undefined;
  return (signal) =>
    (opened ??= open(signal).catch((error: unknown) => {
      opened = undefined;
      throw error;
    }));
}
