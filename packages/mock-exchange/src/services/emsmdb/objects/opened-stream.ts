import type { ByteSource } from '@cutover/content';
import { errorCode } from '@cutover/wire/rop';
import { limits } from '../limits.ts';
import { RopFailure, ropFailureOf } from '../rop-failure.ts';
import type { Logon } from './logon.ts';

/** What becomes of a stream that was written: the property takes its bytes. */
export type CommitStream = (bytes: Uint8Array) => void;

const smallest = 4096;

/** A property's bytes behind a handle. One that may be written is held whole; its property sees it when it is committed or released. */
export class OpenedStream {
  readonly kind = 'stream';
  readonly logon: Logon;
  position = 0;
  readonly #source: ByteSource;
  readonly #commit: CommitStream | undefined;
  #written: Buffer | undefined;
  #size: number;
  #isDirty = false;

  constructor(logon: Logon, source: ByteSource, commit?: CommitStream) {
    this.logon = logon;
    this.#source = source;
    this.#commit = commit;
    this.#size = source.size;
  }

  get size(): number {
    return this.#size;
  }

  read(offset: number, length: number): Uint8Array {
    if (this.#written === undefined) return this.#source.read(offset, length);
    return this.#written.subarray(offset, Math.min(this.#size, offset + length));
  }

  /** Writes at the position and moves it. */
  write(bytes: Uint8Array): void {
    const target = this.#room(this.position + bytes.length);
    target.set(bytes, this.position);
    this.position += bytes.length;
    this.#size = Math.max(this.#size, this.position);
  }

  resize(size: number): void {
    const target = this.#room(size);
    if (size > this.#size) target.fill(0, this.#size, size);
    this.#size = size;
    this.position = Math.min(this.position, size);
  }

  commit(): void {
    this.#assertWritable();
    if (!this.#isDirty) return;
    this.#commit!(Uint8Array.from(this.read(0, this.#size)));
    this.#isDirty = false;
  }

  /** A stream that was written is committed by its release, too; nobody is told if its object cannot take it. [MS-OXCPRPT] 3.2.5.13 */
  close(): void {
    try {
      if (this.#isDirty) this.commit();
    } catch (error) {
      if (ropFailureOf(error) === undefined) throw error;
    }
  }

  #assertWritable(): void {
    if (this.#commit === undefined) throw new RopFailure(errorCode.streamAccessDenied);
  }

  /** Memory for so many bytes, with what was there. */
  #room(size: number): Buffer {
    this.#assertWritable();
    if (size > limits.writtenStream) throw new RopFailure(errorCode.streamSizeError);
    this.#isDirty = true;
    const held = this.#written ?? Buffer.from(this.#source.read(0, this.#size));
    if (this.#written !== undefined && held.length >= size) return held;
    const grown = Buffer.alloc(Math.max(size, held.length * 2, smallest));
    grown.set(held.subarray(0, this.#size));
    this.#written = grown;
    return grown;
  }
}
