import { createHash } from 'node:crypto';
import { seededRandom, type SeededRandom } from '@cutover/base';

const digest = (parts: readonly (string | number)[]): Buffer => createHash('sha256').update(parts.join('\0')).digest();

/** Bytes (32 at most) that the same words always give, on every machine and in every order of calls. */
export const stableBytes = (length: number, ...parts: (string | number)[]): Uint8Array =>
  Uint8Array.from(digest(parts).subarray(0, length));

/** A GUID that the same words always give. */
export const stableGuid = (...parts: (string | number)[]): string => stableRandom(...parts).guid();

/** A generator of its own for these words: what one object takes from it does not change any other. */
export const stableRandom = (...parts: (string | number)[]): SeededRandom =>
  seededRandom(digest(parts).readUInt32LE(0));
