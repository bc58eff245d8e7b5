import { counter, longTermId, shortId } from '../../ics/index.ts';
import { le } from '../../le.ts';
import { defineRop } from '../rop.ts';

/** [MS-OXCROPS] 2.2.3.8 */
export const longTermIdFromId = defineRop({
  name: 'RopLongTermIdFromId',
  id: 0x43,
  handles: 'input',
  request: { id: shortId },
  response: { longTermId },
});

/** [MS-OXCROPS] 2.2.3.9 */
export const idFromLongTermId = defineRop({
  name: 'RopIdFromLongTermId',
  id: 0x44,
  handles: 'input',
  request: { longTermId },
  response: { id: shortId },
});

/** Sets counters aside for a client that makes objects offline. [MS-OXCROPS] 2.2.13.13 */
export const getLocalReplicaIds = defineRop({
  name: 'RopGetLocalReplicaIds',
  id: 0x7f,
  handles: 'input',
  request: { count: le.u32 },
  response: { replicaGuid: le.guid, firstCounter: counter },
});
