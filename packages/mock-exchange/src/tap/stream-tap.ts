import type { PduTap } from './pdu-tap.ts';

/** Records what one connection of another protocol than RPC says and hears, in the clear. */
export interface StreamTap {
  record(direction: 'in' | 'out', bytes: Uint8Array): void;
}

/** A tap for one connection, under the port by which analysers know its protocol. */
export function streamTap(tap: PduTap | undefined, port: number): StreamTap | undefined {
  if (tap === undefined) return undefined;
  const connection = tap.nextStream();
  return { record: (direction, bytes) => tap.recordBytes({ connection, direction, port, bytes }) };
}
