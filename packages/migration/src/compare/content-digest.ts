import { createHash } from 'node:crypto';

/** PidTagMessageFlags with its type, as FastTransfer writes it; its four bytes follow. [MS-OXPROPS] 2.792 */
const flagsTag = Buffer.of(0x03, 0x00, 0x07, 0x0e);
const valueLength = 4;
const held = flagsTag.length + valueLength - 1;

/**
 * A hash of a message's bytes, however they are cut. The flags are left out, in which the read mark is: it travels beside the content
 * and may have changed since.
 */
export class ContentDigest {
  readonly #hash = createHash('sha256');
  #carry: Buffer = Buffer.alloc(0);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  push(chunk: Uint8Array): void {
    this.#size += chunk.length;
    const bytes = Buffer.concat([this.#carry, chunk]);
    const end = Math.max(0, bytes.length - held);
    const masked = mask(bytes, end);
    const done = Math.max(end, masked);
    this.#hash.update(bytes.subarray(0, done));
    this.#carry = Buffer.from(bytes.subarray(done));
  }

  /** The hash in hexadecimal; nothing can be pushed any more. */
  finish(): string {
    mask(this.#carry, this.#carry.length);
    return this.#hash.update(this.#carry).digest('hex');
  }
}

/** Clears the value behind each tag that begins before `end`; gives where the last of them ends. */
function mask(bytes: Buffer, end: number): number {
  let after = 0;
  for (let at = bytes.indexOf(flagsTag); at >= 0 && at < end; at = bytes.indexOf(flagsTag, after)) {
    after = Math.min(at + flagsTag.length + valueLength, bytes.length);
    bytes.fill(0, at + flagsTag.length, after);
  }
  return after;
}
