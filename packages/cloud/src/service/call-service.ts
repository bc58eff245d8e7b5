import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { fromErrorRecord, type BackendMessage } from '@cutover/core/metadata';
import { cloudErrors } from '../errors.ts';
import { greetService, type ConnectionOptions } from './connection.ts';
import type { ServiceAnswer, ServiceRequest } from './messages.ts';

/** Opens the socket; rejects with the system's error while nobody listens there. */
export async function openSocket(address: string): Promise<Socket> {
  const socket = connect(address);
  try {
    await once(socket, 'connect');
  } catch (error) {
    socket.destroy();
    throw error;
  }
  return socket;
}

/** Asks the service one thing and gives its messages as they come; the socket is closed at the end, whatever ends it. */
export async function* callService(
  socket: Socket,
  request: ServiceRequest,
  options: ConnectionOptions & { signal: AbortSignal | undefined },
): AsyncGenerator<BackendMessage> {
  const { signal } = options;
  const stop = (): void => void socket.destroy();
  signal?.addEventListener('abort', stop, { once: true });
  socket.on('error', () => undefined);
  try {
    signal?.throwIfAborted();
    yield* messagesOf(socket, request, options);
  } catch (error) {
    signal?.throwIfAborted();
    throw isSocketError(error) ? cloudErrors.serviceLost({}, { cause: error }) : error;
  } finally {
    signal?.removeEventListener('abort', stop);
    socket.destroy();
  }
}

async function* messagesOf(
  socket: Socket,
  request: ServiceRequest,
  options: ConnectionOptions,
): AsyncGenerator<BackendMessage> {
  const connection = await greetService(socket, options);
  await connection.send(request);
  for (;;) {
    const answer = (await connection.receive()) as ServiceAnswer | undefined;
    if (answer === undefined) throw cloudErrors.serviceLost({});
    if (answer.kind === 'done') return;
    if (answer.kind === 'broken') throw fromErrorRecord(answer.error);
    yield answer;
  }
}

const isSocketError = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^(E[A-Z]+|ERR_[A-Z_]+)$/.test(error.code);
