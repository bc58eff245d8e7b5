import { limits } from '../limits.ts';
import { httpRefusal } from './http-refusal.ts';
import type { RequestHead } from './request-head.ts';

/** Tells the bytes of one request's body from those behind it. */
export interface RequestBody {
  /** Whether the whole body has come. */
  readonly isOver: boolean;
  /** Hands the body's bytes in `chunk` over, as views, and gives back what lies behind the body. */
  push(chunk: Uint8Array, take: (piece: Uint8Array) => void): Uint8Array;
}

/** The body that a head announces. [RFC 9112] 6.3 */
export function bodyOf({ isChunked, contentLength }: RequestHead): RequestBody {
  return isChunked ? new ChunkedBody() : new FixedBody(contentLength);
}

class FixedBody implements RequestBody {
  #left: number;

  constructor(length: number) {
    this.#left = length;
  }

  get isOver(): boolean {
    return this.#left === 0;
  }

  push(chunk: Uint8Array, take: (piece: Uint8Array) => void): Uint8Array {
    const count = Math.min(this.#left, chunk.length);
    this.#left -= count;
    if (count > 0) take(chunk.subarray(0, count));
    return chunk.subarray(count);
  }
}

const sizeLine = /^([0-9A-Fa-f]{1,8})[ \t]*(?:;.*)?$/;
const lineFeed = 0x0a;

/** Chunks, each behind its size; extensions and trailers are passed over. [RFC 9112] 7.1 */
class ChunkedBody implements RequestBody {
  #state: 'size' | 'data' | 'dataEnd' | 'trailer' | 'over' = 'size';
  #line = '';
  #left = 0;
  #trailerBytes = 0;

  get isOver(): boolean {
    return this.#state === 'over';
  }

  push(chunk: Uint8Array, take: (piece: Uint8Array) => void): Uint8Array {
    let rest = chunk;
    while (rest.length > 0 && this.#state !== 'over') {
      rest = this.#state === 'data' ? this.#takeData(rest, take) : this.#takeLine(rest);
    }
    return rest;
  }

  #takeData(bytes: Uint8Array, take: (piece: Uint8Array) => void): Uint8Array {
    const count = Math.min(this.#left, bytes.length);
    this.#left -= count;
    if (this.#left === 0) this.#state = 'dataEnd';
    take(bytes.subarray(0, count));
    return bytes.subarray(count);
  }

  #takeLine(bytes: Uint8Array): Uint8Array {
    const feed = bytes.indexOf(lineFeed);
    const end = feed < 0 ? bytes.length : feed + 1;
    this.#line += Buffer.from(bytes.buffer, bytes.byteOffset, end).toString('latin1');
    if (this.#line.length > limits.httpChunkLine) throw httpRefusal(400);
    if (feed >= 0) {
      this.#endLine(this.#line.replace(/\r?\n$/, ''));
      this.#line = '';
    }
    return bytes.subarray(end);
  }

  #endLine(line: string): void {
    if (this.#state === 'trailer') return this.#endTrailer(line);
    if (this.#state === 'dataEnd') {
      if (line !== '') throw httpRefusal(400);
      this.#state = 'size';
      return;
    }
    const match = sizeLine.exec(line);
    if (!match) throw httpRefusal(400);
    this.#left = Number.parseInt(match[1]!, 16);
    this.#state = this.#left === 0 ? 'trailer' : 'data';
  }

  #endTrailer(line: string): void {
    this.#trailerBytes += line.length;
    if (this.#trailerBytes > limits.httpHead) throw httpRefusal(431);
    if (line === '') this.#state = 'over';
  }
}

/** Collects a body that may have at most `limit` bytes; a longer one is refused. */
export class BodyCollector {
  readonly #body: RequestBody;
  readonly #limit: number;
  readonly #pieces: Uint8Array[] = [];
  #size = 0;

  constructor(head: RequestHead, { limit }: { limit: number }) {
    if (!head.isChunked && head.contentLength > limit) throw httpRefusal(413);
    this.#body = bodyOf(head);
    this.#limit = limit;
  }

  get isOver(): boolean {
    return this.#body.isOver;
  }

  /** Takes the body's bytes in `chunk` and gives back what lies behind it. */
  push(chunk: Uint8Array): Uint8Array {
    return this.#body.push(chunk, (piece) => {
      this.#size += piece.length;
      if (this.#size > this.#limit) throw httpRefusal(413);
      this.#pieces.push(piece);
    });
  }

  bytes(): Buffer {
    return Buffer.concat(this.#pieces);
  }
}
