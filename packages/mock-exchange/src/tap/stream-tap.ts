import type { PduTap } from './pdu-tap.ts';

/** Records what one connection of a mail client says and hears, in the clear. */
export interface StreamTap {
  record(direction: 'in' | 'out', bytes: Uint8Array): void;
}

/** Connections of RPC are numbered by the proxy; these are told from them by their numbers. */
let lastConnection = 1_000_000;

/** A tap for one connection, under the port by which analysers know its protocol. */
export function streamTap(tap: PduTap | undefined, port: number): StreamTap | undefined {
  if (tap === undefined) return undefined;
  const connection = ++lastConnection;
  return { record: (direction, bytes) => tap.recordBytes({ connection, direction, port, bytes }) };
}
