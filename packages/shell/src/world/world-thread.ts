import { MessageChannel, Worker } from 'node:worker_threads';
import type { AsyncWorld, StopState } from '@cutover/powershell';
import { syncSide } from '@cutover/powershell/node';
import type { WorldData } from './world-main.ts';

export interface WorldThreadOptions {
  readonly stop: StopState;
  /** The program of the thread. */
  readonly program: () => string;
  readonly dataFolder: () => string;
}

export interface WorldThread extends AsyncWorld {
  readonly started: boolean;
}

/** A thread with an event loop for what scripts wait for; it starts at the first call. */
export function worldThread({ stop, program, dataFolder }: WorldThreadOptions): WorldThread {
  let side: AsyncWorld | undefined;
  return {
    call: (operation, input, options) => {
      side ??= start();
      return side.call(operation, input, options);
    },
    get started() {
      return side !== undefined;
    },
  };
  function start(): AsyncWorld {
    const { port1, port2 } = new MessageChannel();
    const data: WorldData = { port: port2, state: stop, dataFolder: dataFolder() };
    new Worker(program(), { workerData: data, transferList: [port2] }).unref();
    port1.unref();
    return syncSide(port1, stop);
  }
}
