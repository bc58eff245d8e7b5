import { systemClock, systemRandom, type Clock, type Random } from '@cutover/base';
import type { Backend } from '@cutover/core/metadata';
import { limits } from '../limits.ts';
import { makeFolder } from '../make-folder.ts';
import { serviceToken } from '../secrets/service-token.ts';
import { version } from '../version.ts';
import { callService, openCall, type OpenCall } from './call-service.ts';
import type { ConnectionOptions } from './connection.ts';
import { serviceAddress } from './service-address.ts';
import { startService } from './start-service.ts';

/** Which service is connected to. */
export interface ConnectServiceOptions {
  readonly dataFolder: string;
  /** Ends the waiting for the service; not the calls that are made later. */
  readonly signal?: AbortSignal | undefined;
  readonly clock?: Clock | undefined;
  readonly random?: Random | undefined;
  /** The program that is started as the service, with the data folder as its argument; default: our own. */
  readonly program?: string | undefined;
}

interface Client extends ConnectionOptions {
  readonly dataFolder: string;
  readonly address: string;
  readonly clock: Clock;
  readonly program: string | undefined;
}

/**
 * The organisation in a data folder, as its service process carries it out. The service is started when none runs, also
 * when it ends between two calls. Closing this Backend leaves the service as it is: a batch outlives its command.
 */
export async function connectService(options: ConnectServiceOptions): Promise<Backend> {
  const client = createClient(options);
  // An open connection that asks nothing keeps the service alive until the first call takes it.
  let waiting: OpenCall | undefined = await openOrStart(client, options.signal);
  waiting.socket.once('close', () => (waiting = undefined));
  const take = async (signal: AbortSignal | undefined): Promise<OpenCall> => {
    const call = waiting ?? (await openOrStart(client, signal));
    waiting = undefined;
    return call;
  };
  return {
    invoke: async function* (cmdlet, parameters, { signal } = {}) {
      signal?.throwIfAborted();
      const request = { kind: 'invoke', cmdlet, parameters } as const;
      yield* callService(await take(signal), request, { signal });
    },
    close: async () => void waiting?.socket.destroy(),
  };
}

/** Ends the service of a data folder, if one runs, and waits until it has; its work goes on with the next command. */
export async function endService(options: ConnectServiceOptions): Promise<void> {
  const client = createClient(options);
  const call = await openCall(client.address, client);
  if (!call) return;
  const { dataFolderOwner } = await import('../lock/data-folder-lock.ts');
  const place = { folder: client.dataFolder, clock: client.clock };
  const ending = dataFolderOwner(place);
  for await (const _ of callService(call, { kind: 'end' }, { signal: options.signal }));
  while (ending !== undefined && dataFolderOwner(place)?.since === ending.since) {
    await client.clock.sleep(limits.servicePoll, { signal: options.signal });
  }
}

function createClient(options: ConnectServiceOptions): Client {
  const dataFolder = makeFolder(options.dataFolder);
  const random = options.random ?? systemRandom;
  return {
    dataFolder,
    address: serviceAddress(dataFolder),
    token: serviceToken(dataFolder, random),
    clock: options.clock ?? systemClock,
    random,
    version,
    program: options.program,
  };
}

async function openOrStart(client: Client, signal: AbortSignal | undefined): Promise<OpenCall> {
  signal?.throwIfAborted();
  return (await openCall(client.address, client)) ?? startService({ ...client, signal });
}
