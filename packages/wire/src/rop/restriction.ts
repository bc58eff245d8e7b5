import type { Codec } from '../codec.ts';
import { le } from '../le.ts';
import { restriction, type Restriction } from './rop-value.ts';

/** How two values are compared. [MS-OXCDATA] 2.12 */
export const relation = {
  less: 0,
  lessOrEqual: 1,
  greater: 2,
  greaterOrEqual: 3,
  equal: 4,
  notEqual: 5,
  like: 6,
} as const;

/** A restriction behind its size; undefined if the size is 0. */
export const sizedRestriction: Codec<Restriction | undefined> = le.transform(
  le.prefixed(le.u16),
  (bytes) => (bytes.length === 0 ? undefined : restriction.decode(bytes)),
  (value) => (value === undefined ? new Uint8Array() : restriction.encode(value)),
);
