import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { isSdkError } from '@cutover/base';
import { fromErrorRecord, type BackendMessage } from '@cutover/core/metadata';
import { cloudErrors } from '../errors.ts';
import { greetService, type Connection, type ConnectionOptions } from './connection.ts';
import type { ServiceAnswer, ServiceRequest } from './messages.ts';

/** A connection on which one thing can be asked. */
export interface OpenCall extends Connection {
  readonly socket: Socket;
}

/**
 * Connects and greets; undefined while nobody listens, or when a service ended before it answered: nothing was asked
 * yet, so it can be tried again. Throws when the other side is not to be trusted, or is of another version.
 */
export async function openCall(address: string, options: ConnectionOptions): Promise<OpenCall | undefined> {
  const socket = connect(address);
  socket.on('error', () => undefined);
  try {
    await once(socket, 'connect');
    return { socket, ...(await greetService(socket, options)) };
  } catch (error) {
    socket.destroy();
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

const absences: readonly unknown[] = ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'cloud.serviceLost'];
const isAbsence = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && absences.includes(error.code);

/** Asks the service one thing and gives its messages as they come; the socket is closed at the end, whatever ends it. */
export async function* callService(
  call: OpenCall,
  request: ServiceRequest,
  options: { signal: AbortSignal | undefined },
): AsyncGenerator<BackendMessage> {
  const { socket } = call;
  const { signal } = options;
  const stop = (): void => void socket.destroy();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    signal?.throwIfAborted();
    yield* answersTo(call, request);
  } catch (error) {
    signal?.throwIfAborted();
    throw isSdkError(error) ? error : cloudErrors.serviceLost({}, { cause: error });
  } finally {
    signal?.removeEventListener('abort', stop);
    socket.destroy();
  }
}

async function* answersTo(call: OpenCall, request: ServiceRequest): AsyncGenerator<BackendMessage> {
  await call.send(request);
  for (;;) {
    const answer = (await call.receive()) as ServiceAnswer | undefined;
    if (answer === undefined) throw cloudErrors.serviceLost({});
    if (answer.kind === 'done') return;
    if (answer.kind === 'broken') throw fromErrorRecord(answer.error);
    yield answer;
  }
}
