import type { Socket } from 'node:net';
import type { Clock } from '@cutover/base';
import type { FaultEffect } from '../faults/fault.ts';
import { resetSocket } from './reset-socket.ts';

/** Pieces that a throttled answer is sent in. */
const pieceSize = 1024;

interface Answering {
  readonly effects: readonly FaultEffect[];
  readonly clock: Clock;
  /** Whether nothing follows it on the connection. */
  readonly isLast: boolean;
}

/** Sends an answer as its faults will have it; a promise only where that takes time. */
export function sendAnswer(socket: Socket, bytes: Uint8Array, answering: Answering): Promise<void> | undefined {
  const { effects, isLast } = answering;
  const cut = effects.find((effect) => effect.kind === 'cutAfter');
  const throttle = effects.find((effect) => effect.kind === 'throttle');
  if (cut !== undefined) socket.write(bytes.subarray(0, cut.bytes), () => resetSocket(socket));
  else if (throttle !== undefined) return sendSlowly(socket, bytes, { ...answering, ...throttle });
  else if (isLast) socket.end(bytes);
  else socket.write(bytes);
  return undefined;
}

async function sendSlowly(
  socket: Socket,
  bytes: Uint8Array,
  { clock, isLast, bytesPerSecond }: Answering & { bytesPerSecond: number },
): Promise<void> {
  for (let at = 0; at < bytes.length && !socket.destroyed; at += pieceSize) {
    const piece = bytes.subarray(at, at + pieceSize);
    await clock.sleep((piece.length / bytesPerSecond) * 1000);
    socket.write(piece);
  }
  if (isLast) socket.end();
}
