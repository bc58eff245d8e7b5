import { type MessagePort, workerData } from 'node:worker_threads';
import type { StopState } from '@cutover/powershell';
import { networkOperations, processOperations, serveOperations } from '@cutover/powershell/node';
import { backendOperations } from './backend-operations.ts';

/** What the thread is given. */
export interface WorldData {
  readonly port: MessagePort;
  readonly state: StopState;
  readonly dataFolder: string;
}

const { port, state, dataFolder } = workerData as WorldData;

// What Node has to say of its own modules is no concern of whoever types a command.
process.removeAllListeners('warning');

serveOperations(port, state, {
  ...networkOperations,
  ...processOperations,
  ...backendOperations({
    open: async (signal) => {
      const { connectService } = await import('@cutover/cloud/client');
      return connectService({ dataFolder, signal });
    },
    openSession: async ({ connectionUri, credential }, signal) => {
      const { connectionsOf, connectOnPremises } = await import('@cutover/cloud/client');
      return connectOnPremises({ connectionUri, credential, connections: connectionsOf(dataFolder), signal });
    },
  }),
});
