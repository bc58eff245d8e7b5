import type { Replicas } from '../mailbox/object-id.ts';
import { exampleReplica } from './contents-sync.ts';

/** Knows the one replica of the example. */
export const testReplicas: Replicas = {
  guidOf: () => exampleReplica.replicaGuid,
  idOf: () => exampleReplica.replicaId,
  learnId: () => Promise.resolve(),
  learnGuid: () => Promise.resolve(),
};
