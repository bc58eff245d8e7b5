/** A place among the connections of an endpoint, to be given back. */
export interface Slot {
  release(): void;
}

/** Holds how many mailboxes of one endpoint are worked on at the same time, over all batches. */
export interface ConnectionSlots {
  /** Places taken now, over all endpoints. */
  readonly taken: number;
  /** Waits for a free place, first come first served. */
  take(key: string, options: { most: number; signal: AbortSignal }): Promise<Slot>;
}

interface Pool {
  taken: number;
  readonly waiting: Set<() => void>;
}

export function createConnectionSlots(): ConnectionSlots {
  const pools = new Map<string, Pool>();
  return {
    get taken() {
      return [...pools.values()].reduce((sum, { taken }) => sum + taken, 0);
    },
    take: async (key, { most, signal }) => {
      signal.throwIfAborted();
      const pool = pools.get(key) ?? { taken: 0, waiting: new Set() };
      pools.set(key, pool);
      if (pool.taken < most) pool.taken++;
      else await turn(pool, signal);
      return { release: once(() => giveBack(pool)) };
    },
  };
}

/** Resolves when a place is handed over; the count stays, so that nobody slips in between. */
function turn(pool: Pool, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const proceed = (): void => {
      signal.removeEventListener('abort', stop);
      resolve();
    };
    const stop = (): void => {
      pool.waiting.delete(proceed);
      reject(signal.reason as Error);
    };
    pool.waiting.add(proceed);
    signal.addEventListener('abort', stop, { once: true });
  });
}

function giveBack(pool: Pool): void {
  const [next] = pool.waiting;
  if (next === undefined) {
    pool.taken--;
    return;
  }
  pool.waiting.delete(next);
  next();
}

function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (!done) action();
    done = true;
  };
}
