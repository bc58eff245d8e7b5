import type { Clock } from '@cutover/base';
import { asFits, errorCode, type RopResponse, type RopValueOf, rops, transferStatus } from '@cutover/wire/rop';
import { errors } from '../errors.ts';
import { clientEvents } from '../events.ts';
import { limits } from '../limits.ts';
import type { CallOptions } from '../options.ts';
import { BufferPair } from '../rpc/answer-collector.ts';
import { type EncodedRop, rop } from './rop-batch.ts';
import type { RopAnswers, StoreSession } from './store-session.ts';
import type { ChunkSource } from './sync-stream.ts';

type GetBuffer = typeof rops.fastTransferSourceGetBuffer;
type Answer = RopResponse<RopValueOf<GetBuffer>>;

/** RopFastTransferSourceGetBuffer on the object at `inputIndex`, for as much as the answer holds. */
export function getBuffer(inputIndex: number): EncodedRop {
  return rop(rops.fastTransferSourceGetBuffer, { inputIndex, bufferSize: { size: asFits, maximum: asMuchAsFits } });
}

const asMuchAsFits = 0x7fff;

/** A transfer under way: what asks for more of it, and what the call that began it brought already. */
export interface Transfer {
  readonly session: StoreSession;
  readonly clock: Clock;
  /** Handle of the source object. */
  readonly handle: number;
  /** The first call's answers; its last ROP was a GetBuffer. */
  readonly begun: RopAnswers;
}

/**
 * The chunks of a transfer in order. When the first chunk of an answer is taken the next answer is asked for, so that server and reader
 * work at the same time; there are never more than two answers in memory.
 */
export function createTransferSource(transfer: Transfer, options?: CallOptions): ChunkSource {
  const source = new TransferSource(transfer, options);
  return () => source.next();
}

class TransferSource {
  readonly #transfer: Transfer;
  readonly #options: CallOptions | undefined;
  readonly #memory = new BufferPair();
  #answers: Answer[];
  /** The answer after those at hand, if it was asked for. */
  #ahead: Promise<Answer[]> | undefined;
  #done = false;
  #busy = 0;

  constructor(transfer: Transfer, options?: CallOptions) {
    this.#transfer = transfer;
    this.#options = options;
    this.#answers = transferAnswers(transfer.begun);
  }

  async next(): Promise<Uint8Array | undefined> {
    while (!this.#done) {
      const last = this.#answers.at(-1);
      const answer = this.#answers.shift();
      if (!answer) await this.#more();
      else if (answer.returnValue === errorCode.serverBusy) await this.#wait(answer);
      else {
        if (goesOn(last!)) void this.#ask();
        return this.#take(answer);
      }
    }
    return undefined;
  }

  #take({ returnValue, value }: Answer): Uint8Array {
    if (returnValue !== 0 || !value || value.transferStatus === transferStatus.error) {
      const code = returnValue === 0 ? errorCode.error : returnValue;
      throw errors.streamBroken({
        reason: `${rops.fastTransferSourceGetBuffer.name} failed with 0x${code.toString(16)}`,
      });
    }
    this.#busy = 0;
    this.#done = value.transferStatus === transferStatus.done;
    return value.data;
  }

  async #more(): Promise<void> {
    const answers = this.#ask();
    this.#ahead = undefined;
    this.#answers = await answers;
  }

  #ask(): Promise<Answer[]> {
    if (this.#ahead) return this.#ahead;
    const { session, handle } = this.#transfer;
    const options = { signal: this.#options?.signal, memory: this.#memory };
    this.#ahead = session.execute([getBuffer(0)], [handle], options).then(transferAnswers);
    // Who takes the next chunk hears of a failure; nobody may.
    this.#ahead.catch(() => undefined);
    return this.#ahead;
  }

  async #wait({ failure }: Answer): Promise<void> {
    const operation = rops.fastTransferSourceGetBuffer.name;
    if (++this.#busy > limits.busyAnswers) throw errors.serverBusy({ operation, answers: this.#busy });
    const milliseconds = Math.min(Number(failure?.['backoffTime'] ?? 1000), limits.busyWait);
    clientEvents.waiting.publish({ operation, milliseconds });
    await this.#transfer.clock.sleep(milliseconds, { signal: this.#options?.signal });
  }
}

/** Whether the server has more to tell after this answer. */
function goesOn({ returnValue, value }: Answer): boolean {
  const status = value?.transferStatus;
  return returnValue === 0 && (status === transferStatus.partial || status === transferStatus.noRoom);
}

function transferAnswers({ answers, chained }: RopAnswers): Answer[] {
  return [answers.at(-1)!, ...chained] as Answer[];
}
