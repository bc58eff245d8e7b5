import { rops, type RopResponse, type RopValueOf } from '@cutover/wire/rop';
import { errors } from '../errors.ts';
import type { Replicas } from './object-id.ts';
import { type EncodedRop, rop } from './rop-batch.ts';
import type { StoreSession } from './store-session.ts';

/** The replica ids of a session: the mailbox's own comes with the logon, others are asked for once each. */
export function createReplicas(
  session: StoreSession,
  logonHandle: number,
  own: { replicaId: number; replicaGuid: string },
): Replicas {
  const guids = new Map([[own.replicaId, own.replicaGuid]]);
  const ids = new Map([[own.replicaGuid, own.replicaId]]);
  const learn = (replicaId: number, replicaGuid: string): void => {
    guids.set(replicaId, replicaGuid);
    ids.set(replicaGuid, replicaId);
  };
  const ask = async <V>(one: EncodedRop): Promise<V> => {
    const [answer] = (await session.execute([one], [logonHandle])).answers;
    return valueOf<V>(one.rop.name, answer!);
  };

  return {
    guidOf: (replicaId) => known(guids, replicaId),
    idOf: (replicaGuid) => known(ids, replicaGuid),
    learnId: async (replicaId) => {
      if (guids.has(replicaId)) return;
      const asked = rop(rops.longTermIdFromId, { inputIndex: 0, id: { replicaId, counter: anyCounter } });
      const { longTermId } = await ask<RopValueOf<typeof rops.longTermIdFromId>>(asked);
      learn(replicaId, longTermId.replicaGuid);
    },
    learnGuid: async (replicaGuid) => {
      if (ids.has(replicaGuid)) return;
      const longTermId = { replicaGuid, counter: anyCounter };
      const asked = rop(rops.idFromLongTermId, { inputIndex: 0, longTermId });
      const { id } = await ask<RopValueOf<typeof rops.idFromLongTermId>>(asked);
      learn(id.replicaId, replicaGuid);
    },
  };
}

// The counter plays no part in the translation.
const anyCounter = 1;

function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw errors.ropFailed({ operation: `Looking up replica ${String(key)}`, code: 0x8004010f });
  return value;
}

/** The value of a good answer; a failure as an error. */
export function valueOf<V>(operation: string, answer: RopResponse<unknown>): V {
  if (answer.returnValue !== 0) throw errors.ropFailed({ operation, code: answer.returnValue });
  return answer.value as V;
}
