import type { Clock } from '@cutover/base';
import type { FaultEffect } from './fault.ts';

/** Where an answer goes. */
export interface AnswerChannel {
  readonly signal: AbortSignal;
  send(pdus: Uint8Array): Promise<void>;
  breakOff(bytes?: Uint8Array): void;
}

interface Disturbance {
  readonly clock: Clock;
  readonly effects: readonly FaultEffect[];
}

/** Sends the PDUs of an answer as its faults will have it. */
export async function sendDisturbed(
  channel: AnswerChannel,
  pdus: Uint8Array,
  { clock, effects }: Disturbance,
): Promise<void> {
  const { signal } = channel;
  for (const effect of effects) {
    if (effect.kind === 'resetConnection') return channel.breakOff();
    if (effect.kind === 'cutAfter') return channel.breakOff(pdus.slice(0, effect.bytes));
    if (effect.kind === 'delay') await clock.sleep(effect.milliseconds, { signal });
  }
  const throttle = effects.find((effect) => effect.kind === 'throttle');
  if (throttle === undefined) return channel.send(pdus);
  for (const pdu of eachPdu(pdus)) {
    await clock.sleep((pdu.length / throttle.bytesPerSecond) * 1000, { signal });
    await channel.send(pdu);
  }
}

/** PDUs that lie one after the other; each tells its length at offset 8. [C706] 12.6.3.1 */
function* eachPdu(pdus: Uint8Array): Generator<Uint8Array> {
  for (let at = 0, end = 0; at < pdus.length; at = end) {
    end = at + (pdus[at + 8]! | (pdus[at + 9]! << 8));
    yield pdus.subarray(at, end);
  }
}

/** The stub that an answer is given: by a fault one that ends before its own counts say. */
export function disturbedStub(stub: Uint8Array, effects: readonly FaultEffect[]): Uint8Array {
  const isShort = effects.some(({ kind }) => kind === 'wrongLength');
  return isShort ? stub.subarray(0, Math.floor((stub.length * 3) / 4)) : stub;
}
