import { limits } from '../limits.ts';

/** Memory lent for a while. */
export interface Lease {
  readonly bytes: Uint8Array;
  /** Gives back what is behind the first `used` bytes, if nothing was lent after them. */
  shrink(used: number): void;
  /** Gives everything back; the bytes must not be looked at any more. */
  release(): void;
}

/**
 * Lends memory out of slabs that are used again and again, so that messages passing through leave nothing to the garbage collector,
 * which is slow to notice memory outside of its heap.
 */
export interface SlabPool {
  lend(length: number): Lease;
}

interface Slab {
  readonly bytes: Uint8Array;
  filled: number;
  leases: number;
}

export function createSlabPool(): SlabPool {
  const free: Slab[] = [];
  let current = newSlab();

  const nextSlab = (): Slab => {
    const slab = free.pop() ?? newSlab();
    slab.filled = 0;
    return slab;
  };
  const release = (slab: Slab): void => {
    slab.leases--;
    if (slab.leases > 0) return;
    if (slab === current) slab.filled = 0;
    else if (free.length < limits.freeSlabs) free.push(slab);
  };
  return {
    lend: (length) => {
      if (length > limits.slabBytes) throw new RangeError(`${length} bytes are more than a slab`);
      if (current.filled + length > current.bytes.length) {
        if (current.leases === 0) current.filled = 0;
        else current = nextSlab();
      }
      return lendFrom(current, length, release);
    },
  };
}

const newSlab = (): Slab => ({ bytes: Buffer.allocUnsafeSlow(limits.slabBytes), filled: 0, leases: 0 });

function lendFrom(slab: Slab, length: number, release: (slab: Slab) => void): Lease {
  const start = slab.filled;
  const end = start + length;
  slab.filled = end;
  slab.leases++;
  let lent = true;
  return {
    bytes: slab.bytes.subarray(start, end),
    shrink: (used) => {
      if (slab.filled === end) slab.filled = start + used;
    },
    release: () => {
      if (lent) release(slab);
      lent = false;
    },
  };
}
