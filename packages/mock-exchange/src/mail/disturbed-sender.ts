import type { Clock } from '@cutover/base';
import type { FaultEffect } from '../faults/fault.ts';
import type { MailSocket } from './mail-socket.ts';

/** Pieces that a throttled answer is sent in. */
const pieceSize = 1024;

/** Sends answers by a socket, as the faults that struck their command will have it. */
export class DisturbedSender {
  readonly #socket: MailSocket;
  readonly #clock: Clock;
  /** Bytes that may still be sent before the connection is reset. */
  #left = Infinity;
  #bytesPerSecond: number | undefined;

  constructor(socket: MailSocket, options: { clock: Clock }) {
    this.#socket = socket;
    this.#clock = options.clock;
  }

  /** Sets what becomes of the answer to come; what struck the one before is over. */
  disturb(effects: readonly FaultEffect[]): void {
    this.#left = effects.find((effect) => effect.kind === 'cutAfter')?.bytes ?? Infinity;
    this.#bytesPerSecond = effects.find((effect) => effect.kind === 'throttle')?.bytesPerSecond;
  }

  async send(bytes: Uint8Array): Promise<void> {
    const allowed = bytes.subarray(0, Math.min(bytes.length, this.#left));
    this.#left -= bytes.length;
    await (this.#bytesPerSecond === undefined ? this.#socket.send(allowed) : this.#throttled(allowed));
    if (this.#left < 0) this.#socket.reset();
  }

  async #throttled(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length && !this.#socket.isGone; at += pieceSize) {
      const piece = bytes.subarray(at, at + pieceSize);
      await this.#clock.sleep((piece.length / this.#bytesPerSecond!) * 1000);
      await this.#socket.send(piece);
    }
  }
}
