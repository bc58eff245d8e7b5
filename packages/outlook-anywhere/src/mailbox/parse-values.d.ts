import type { RawValues } from './sync-stream.ts';
/** The unnamed properties of a list that is whole in memory, as views of it. */
export declare function parseValues(content: Uint8Array): RawValues;
