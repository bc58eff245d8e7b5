import { mkdirSync } from 'node:fs';
import type { Socket } from 'node:net';
import { resolve } from 'node:path';
import { systemClock, systemRandom, type Clock, type Random } from '@cutover/base';
import type { Backend, BackendMessage } from '@cutover/core/metadata';
import { serviceToken } from '../secrets/service-token.ts';
import { version } from '../version.ts';
import { callService, openSocket } from './call-service.ts';
import type { ServiceRequest } from './messages.ts';
import { serviceAddress } from './service-address.ts';
import { startService } from './start-service.ts';

export interface ConnectServiceOptions {
  readonly dataFolder: string;
  /** Ends the waiting for the service; not the calls that are made later. */
  readonly signal?: AbortSignal | undefined;
  readonly clock?: Clock | undefined;
  readonly random?: Random | undefined;
  /** The program that is started as the service, with the data folder as its argument; default: our own. */
  readonly program?: string | undefined;
}

interface Client {
  readonly dataFolder: string;
  readonly address: string;
  readonly token: Uint8Array;
  readonly clock: Clock;
  readonly random: Random;
  readonly program: string | undefined;
}

/**
 * The organisation in a data folder, as its service process carries it out. The service is started when none runs, also
 * when it ends between two calls. Closing this Backend leaves the service as it is: a batch outlives its command.
 */
export async function connectService(options: ConnectServiceOptions): Promise<Backend> {
  const client = createClient(options);
  const first = await openOrStart(client, options.signal);
  // An open connection that asks nothing keeps the service alive until the first call takes it.
  let waiting: Socket | undefined = first;
  first.once('close', () => (waiting = undefined)).on('error', () => undefined);
  const take = async (signal: AbortSignal | undefined): Promise<Socket> => {
    const socket = waiting ?? (await openOrStart(client, signal));
    waiting = undefined;
    return socket;
  };
  return {
    invoke: async function* (cmdlet, parameters, { signal } = {}) {
      signal?.throwIfAborted();
      const request = { kind: 'invoke', cmdlet, parameters } as const;
      yield* call(client, await take(signal), request, signal);
    },
    close: async () => void waiting?.destroy(),
  };
}

/** Asks the service of a data folder to end, if one runs; what was under way goes on with the next command. */
export async function endService(options: ConnectServiceOptions): Promise<void> {
  const client = createClient(options);
  const socket = await openSocket(client.address).catch(() => undefined);
  if (!socket) return;
  for await (const _ of call(client, socket, { kind: 'end' }, options.signal));
}

function createClient(options: ConnectServiceOptions): Client {
  const dataFolder = resolve(options.dataFolder);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const random = options.random ?? systemRandom;
  return {
    dataFolder,
    address: serviceAddress(dataFolder),
    token: serviceToken(dataFolder, random),
    clock: options.clock ?? systemClock,
    random,
    program: options.program,
  };
}

const call = (
  { token, random }: Client,
  socket: Socket,
  request: ServiceRequest,
  signal: AbortSignal | undefined,
): AsyncGenerator<BackendMessage> => callService(socket, request, { token, random, version, signal });

async function openOrStart(client: Client, signal: AbortSignal | undefined): Promise<Socket> {
  signal?.throwIfAborted();
  try {
    return await openSocket(client.address);
  } catch (error) {
    // Nobody listens: no socket is there, or the one that a killed service left.
    if (!['ENOENT', 'ECONNREFUSED'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  return startService({ ...client, signal });
}
