import { RpcStatus } from '@cutover/wire/rpc';
import type { FaultEffect } from './fault.ts';

/** Says what a fault does; each call adds one fault, so that `delay` and `resetConnection` may follow each other. */
export class FaultBuilder {
  readonly #add: (effect: FaultEffect) => void;

  constructor(add: (effect: FaultEffect) => void) {
    this.#add = add;
  }

  /** Resets the connection instead of answering; what was asked for is not done. */
  resetConnection(): this {
    return this.#do({ kind: 'resetConnection' });
  }

  /** Answers so much later, in milliseconds of the server's clock. */
  delay(milliseconds: number): this {
    return this.#do({ kind: 'delay', milliseconds });
  }

  /** Sends the answer no faster than this. */
  throttle(bytesPerSecond: number): this {
    return this.#do({ kind: 'throttle', bytesPerSecond });
  }

  /** Sends so many bytes of the answer, then resets the connection. */
  cutAfter(bytes: number): this {
    return this.#do({ kind: 'cutAfter', bytes });
  }

  /** Sends an answer that is shorter than its own counts say. */
  wrongLength(): this {
    return this.#do({ kind: 'wrongLength' });
  }

  /** Answers the HTTP request by this status: 401, 503 … */
  httpStatus(status: number): this {
    return this.#do({ kind: 'httpStatus', status });
  }

  /** Answers the RPC call by a fault PDU with this status. [MS-RPCE] 2.2.2.11 */
  rpcFault(status: number): this {
    return this.#do({ kind: 'rpcFault', status });
  }

  /** Answers the RPC call by RPC_S_SERVER_TOO_BUSY. [MS-ERREF] 2.2 */
  serverBusy(): this {
    return this.rpcFault(RpcStatus.serverTooBusy);
  }

  /** Answers the ROP by this return value, without executing it. [MS-OXCDATA] 2.4 */
  returnValue(code: number): this {
    return this.#do({ kind: 'returnValue', code });
  }

  /** Answers RopFastTransferSourceGetBuffer by ecServerBusy and the time to wait. [MS-OXCROPS] 2.2.12.4.3 */
  backOff(milliseconds: number): this {
    return this.#do({ kind: 'backOff', milliseconds });
  }

  /** The item cannot be read, as if its record were damaged. */
  unreadable(): this {
    return this.#do({ kind: 'unreadable' });
  }

  /** Answers the command of IMAP by NO, that of SMTP by `code` (451 unless given), without doing it. */
  refuse(text: string, { code }: { code?: number } = {}): this {
    return this.#do({ kind: 'refuse', text, ...(code === undefined ? {} : { code }) });
  }

  #do(effect: FaultEffect): this {
    this.#add(effect);
    return this;
  }
}
