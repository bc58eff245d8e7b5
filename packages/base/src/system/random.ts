import { randomBytes, randomUUID } from 'node:crypto';
import type { Ids, Random } from '../ports.ts';

/** The operating system's cryptographic source. */
export const systemRandom: Random = { bytes: (length) => randomBytes(length) };

/** Random (version 4) GUIDs. */
export const systemIds: Ids = { guid: () => randomUUID() };
