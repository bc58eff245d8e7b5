import { parseGuid } from '@cutover/wire';
import type { ReusedBuffer } from '../../reused-buffer.ts';
import { deflateDirect2, rpcHeaderExtFlag, rpcHeaderExtSize, xorMagic } from '@cutover/wire/emsmdb';
import { limits } from './limits.ts';

/*
 * The stub of an answer to EcDoRpcExt2:
 * handle 20 | flags u32 | room u32 | 0 u32 | size u32 | payloads … | padding | size u32 |
 * room, offset, count and size of the auxiliary data (all 0) | time u32 | result u32
 */
const payloadsAt = 36;
const handleAttributes = 4;
const tail = 28;

export interface RpcExt2AnswerOptions {
  readonly session: string;
  /** The most that payloads and their headers may take together. */
  readonly room: number;
  readonly xorMagic: boolean;
  readonly compress: boolean;
  /** Where the answer is written. */
  readonly memory: ReusedBuffer;
}

/** Builds an answer to EcDoRpcExt2 with every payload written where it stays. [MS-OXCRPC] 3.1.4.2 */
export class RpcExt2Answer {
  readonly #stub: Buffer;
  readonly #xorMagic: boolean;
  readonly #compress: boolean;
  #at = payloadsAt;
  /** Where the header of the last payload begins, and whether what follows it is compressed. */
  #header: number | undefined;
  #isCompressed = false;

  constructor(options: RpcExt2AnswerOptions) {
    this.#stub = options.memory.take(payloadsAt + options.room + 3 + tail);
    this.#stub.fill(0, 0, payloadsAt);
    this.#stub.set(parseGuid(options.session), handleAttributes);
    this.#xorMagic = options.xorMagic;
    this.#compress = options.compress;
  }

  /** Bytes that a further payload and its header may take. */
  get room(): number {
    return this.#stub.length - tail - 3 - this.#at;
  }

  /** Adds a payload of at most `size` bytes that `write` puts into the buffer given; it tells how many it wrote. */
  add(size: number, write: (target: Buffer) => number): void {
    const start = this.#at + rpcHeaderExtSize;
    const actual = write(this.#stub.subarray(start, start + Math.min(size, this.room - rpcHeaderExtSize)));
    this.#closeHeader({ last: false });
    const written = this.#shorten(start, actual);
    this.#isCompressed = written < actual;
    this.#header = this.#at;
    this.#stub.writeUInt32LE(0, this.#header);
    this.#stub.writeUInt16LE(written, this.#header + 4);
    this.#stub.writeUInt16LE(actual, this.#header + 6);
    if (this.#xorMagic) xorMagic(this.#stub.subarray(start, start + written));
    this.#at = start + written;
  }

  /** Compresses a payload where it lies, if that makes it smaller; tells its size then. [MS-OXCRPC] 3.1.4.1.1.2.2 */
  #shorten(start: number, size: number): number {
    if (!this.#compress || size < limits.compressedPayload) return size;
    const shorter = deflateDirect2(this.#stub.subarray(start, start + size));
    if (shorter.length >= size) return size;
    this.#stub.set(shorter, start);
    return shorter.length;
  }

  /** The finished stub. */
  finish(result: number): Uint8Array {
    this.#closeHeader({ last: true });
    const stub = this.#stub;
    const size = this.#at - payloadsAt;
    stub.writeUInt32LE(size, payloadsAt - 12);
    stub.writeUInt32LE(size, payloadsAt - 4);
    const padded = payloadsAt + Math.ceil(size / 4) * 4;
    stub.fill(0, this.#at, padded + tail);
    stub.writeUInt32LE(size, padded);
    stub.writeUInt32LE(result, padded + tail - 4);
    return stub.subarray(0, padded + tail);
  }

  #closeHeader({ last }: { last: boolean }): void {
    if (this.#header === undefined) return;
    const masked = this.#xorMagic ? rpcHeaderExtFlag.xorMagic : 0;
    const compressed = this.#isCompressed ? rpcHeaderExtFlag.compressed : 0;
    this.#stub.writeUInt16LE(compressed | masked | (last ? rpcHeaderExtFlag.last : 0), this.#header + 2);
  }
}
