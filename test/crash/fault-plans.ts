import type { Fault } from '@cutover/mock-exchange';

const stream = 'FastTransferSourceGetBuffer';

/** Everything that goes wrong between two machines, by chance: reset, refused, slow, throttled, busy, cut off, damaged. */
export const badLine: readonly Fault[] = [
  { target: { rop: stream, probability: 0.003 }, effect: { kind: 'resetConnection' } },
  { target: { http: 'RPC_OUT_DATA', probability: 0.05 }, effect: { kind: 'httpStatus', status: 503 } },
  { target: { http: 'RPC_IN_DATA', probability: 0.05 }, effect: { kind: 'resetConnection' } },
  { target: { rop: stream, probability: 0.02 }, effect: { kind: 'delay', milliseconds: 15 } },
  { target: { operation: 'EcDoRpcExt2', probability: 0.02 }, effect: { kind: 'throttle', bytesPerSecond: 20_000_000 } },
  { target: { rop: stream, probability: 0.01 }, effect: { kind: 'backOff', milliseconds: 5 } },
  { target: { rop: stream, probability: 0.002 }, effect: { kind: 'cutAfter', bytes: 700 } },
  { target: { rop: stream, probability: 0.002 }, effect: { kind: 'wrongLength' } },
];

/** Items whose records are damaged. */
export const damaged = (subjects: readonly string[]): Fault[] =>
  subjects.map((item) => ({ target: { item }, effect: { kind: 'unreadable' } }));
