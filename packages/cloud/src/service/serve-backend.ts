import { chmodSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { Clock } from '@cutover/base';
import { toErrorRecord, type Backend } from '@cutover/core/metadata';
import { limits } from '../limits.ts';
import { greetClient, type Connection, type ConnectionOptions } from './connection.ts';
import type { ServiceAnswer, ServiceRequest } from './messages.ts';

export interface ServeOptions extends ConnectionOptions {
  readonly backend: Backend;
  /** Path of the socket, or name of the pipe; only the owner of the data folder's lock may listen there. */
  readonly address: string;
  /** The machine's clock. */
  readonly clock: Clock;
  /** A client asks the service to end. */
  readonly onEnd: () => void;
}

/** A Backend that listens; disposing it ends its connections. */
export interface ServedBackend extends AsyncDisposable {
  /** How many clients are connected. */
  readonly connections: number;
  /** When the last client left, in the machine's time. */
  readonly quietSince: number;
  /**
   * Stops listening if nobody is connected then; false, and nothing changed, if a client came in the meantime. Who was
   * not accepted yet sees the connection end before its greeting was answered.
   */
  endIfUnused(): Promise<boolean>;
}

/** Lets other processes of the same user call a Backend over a local socket, one call a connection. */
export async function serveBackend(options: ServeOptions): Promise<ServedBackend> {
  const sockets = new Set<Socket>();
  let quietSince = options.clock.now();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => {
      sockets.delete(socket);
      quietSince = options.clock.now();
    });
    void serveClient(socket, options);
  });
  await listen(server, options.address);
  return {
    get connections() {
      return sockets.size;
    },
    get quietSince() {
      return quietSince;
    },
    endIfUnused: async () => {
      server.close();
      // One turn of the event loop, in which what had been accepted comes to light.
      await options.clock.sleep(1);
      if (sockets.size === 0) return true;
      await listen(server, options.address);
      return false;
    },
    [Symbol.asyncDispose]: async () => {
      server.close();
      const closing = [...sockets].map((socket) => once(socket, 'close'));
      for (const socket of sockets) socket.destroy();
      await Promise.all(closing);
    },
  };
}

/** A socket file that is there already was left by a service that was killed: the lock says that none is alive. */
async function listen(server: Server, address: string): Promise<void> {
  const isFile = process.platform !== 'win32';
  if (isFile) rmSync(address, { force: true });
  server.listen(address);
  await once(server, 'listening');
  if (isFile) chmodSync(address, 0o600);
}

async function serveClient(socket: Socket, options: ServeOptions): Promise<void> {
  const gone = new AbortController();
  socket.once('close', () => gone.abort());
  try {
    const connection = await greetInTime(socket, options);
    const request = (await connection.receive()) as ServiceRequest | undefined;
    if (request) await answer(connection, request, { ...options, signal: gone.signal });
    socket.end();
  } catch {
    // Who is not trusted, or has gone, is told nothing.
    socket.destroy();
  }
}

/** A client that says nothing does not keep the service from ending. */
async function greetInTime(socket: Socket, options: ServeOptions): Promise<Connection> {
  const greeted = new AbortController();
  const late = options.clock.sleep(limits.greeting, { signal: greeted.signal }).then(
    () => socket.destroy(),
    () => undefined,
  );
  try {
    return await greetClient(socket, options);
  } finally {
    greeted.abort();
    await late;
  }
}

async function answer(
  connection: Connection,
  request: ServiceRequest,
  { backend, onEnd, signal }: ServeOptions & { signal: AbortSignal },
): Promise<void> {
  const send = (message: ServiceAnswer): Promise<void> => connection.send(message);
  if (request.kind === 'end') {
    await send({ kind: 'done' });
    return onEnd();
  }
  try {
    for await (const message of backend.invoke(request.cmdlet, request.parameters, { signal })) await send(message);
    await send({ kind: 'done' });
  } catch (error) {
    signal.throwIfAborted();
    await send({ kind: 'broken', error: toErrorRecord(error, { cmdlet: request.cmdlet }) });
  }
}
