import { wireErrors } from './errors.ts';
import { parseGuid } from './guid.ts';
import { limits } from './limits.ts';

/** A value that NDR places later than the pointer to it. */
export interface DeferredWrite {
  readonly codec: { write(writer: Writer, value: unknown): void };
  readonly value: unknown;
}

/** Bytes under construction in a buffer that grows, little endian unless the name says `be`. */
export class Writer {
  #data: Uint8Array<ArrayBuffer>;
  #view: DataView;
  #position = 0;
  #referents = 0;
  /** Pointees that wait for the end of the outermost structure; undefined outside any. */
  pending: DeferredWrite[] | undefined;

  constructor(capacity: number = limits.writerStart) {
    this.#data = new Uint8Array(capacity);
    this.#view = new DataView(this.#data.buffer);
  }

  /** Bytes written so far. */
  get offset(): number {
    return this.#position;
  }

  #grow(size: number): void {
    const larger = new Uint8Array(Math.max(this.#data.length * 2, this.#position + size));
    larger.set(this.#data.subarray(0, this.#position));
    this.#data = larger;
    this.#view = new DataView(larger.buffer);
  }

  #take(size: number): number {
    const position = this.#position;
    if (position + size > this.#data.length) this.#grow(size);
    this.#position = position + size;
    return position;
  }

  #check(value: number, low: number, high: number): number {
    if (value >= low && value <= high && Number.isInteger(value)) return value;
    throw wireErrors.outOfRange({ path: '', offset: this.offset, value: String(value), range: `${low}..${high}` });
  }

  #checkBig(value: bigint, low: bigint, high: bigint): bigint {
    if (value >= low && value <= high) return value;
    throw wireErrors.outOfRange({ path: '', offset: this.offset, value: String(value), range: `${low}..${high}` });
  }

  u8(value: number): void {
    this.#check(value, 0, 0xff);
    const at = this.#take(1);
    this.#view.setUint8(at, value);
  }
  u16(value: number): void {
    this.#check(value, 0, 0xffff);
    const at = this.#take(2);
    this.#view.setUint16(at, value, true);
  }
  u32(value: number): void {
    this.#check(value, 0, 0xffffffff);
    const at = this.#take(4);
    this.#view.setUint32(at, value, true);
  }
  u64(value: bigint): void {
    this.#checkBig(value, 0n, 0xffffffffffffffffn);
    const at = this.#take(8);
    this.#view.setBigUint64(at, value, true);
  }
  i8(value: number): void {
    this.#check(value, -0x80, 0x7f);
    const at = this.#take(1);
    this.#view.setInt8(at, value);
  }
  i16(value: number): void {
    this.#check(value, -0x8000, 0x7fff);
    const at = this.#take(2);
    this.#view.setInt16(at, value, true);
  }
  i32(value: number): void {
    this.#check(value, -0x80000000, 0x7fffffff);
    const at = this.#take(4);
    this.#view.setInt32(at, value, true);
  }
  i64(value: bigint): void {
    this.#checkBig(value, -0x8000000000000000n, 0x7fffffffffffffffn);
    const at = this.#take(8);
    this.#view.setBigInt64(at, value, true);
  }
  f32(value: number): void {
    const at = this.#take(4);
    this.#view.setFloat32(at, value, true);
  }
  f64(value: number): void {
    const at = this.#take(8);
    this.#view.setFloat64(at, value, true);
  }
  u16be(value: number): void {
    this.#check(value, 0, 0xffff);
    const at = this.#take(2);
    this.#view.setUint16(at, value, false);
  }
  u32be(value: number): void {
    this.#check(value, 0, 0xffffffff);
    const at = this.#take(4);
    this.#view.setUint32(at, value, false);
  }
  u64be(value: bigint): void {
    this.#checkBig(value, 0n, 0xffffffffffffffffn);
    const at = this.#take(8);
    this.#view.setBigUint64(at, value, false);
  }

  bytes(value: Uint8Array): void {
    const start = this.#take(value.length);
    this.#data.set(value, start);
  }

  zeros(length: number): void {
    const start = this.#take(length);
    this.#data.fill(0, start, start + length);
  }

  /** Zeros up to the next multiple of `size`. */
  align(size: number): void {
    const over = this.#position % size;
    if (over !== 0) this.zeros(size - over);
  }

  /** Characters below 256 as one byte each; a greater one is an error, as it would be lost. */
  latin1(text: string): void {
    for (let index = 0; index < text.length; index++) this.#check(text.charCodeAt(index), 0, 0xff);
    const start = this.#take(text.length);
    for (let index = 0; index < text.length; index++) this.#data[start + index] = text.charCodeAt(index);
  }
  utf16(text: string): void {
    const start = this.#take(text.length * 2);
    for (let index = 0; index < text.length; index++) {
      this.#view.setUint16(start + index * 2, text.charCodeAt(index), true);
    }
  }
  utf8(text: string): void {
    this.bytes(Buffer.from(text, 'utf8'));
  }
  latin1z(text: string): void {
    this.latin1(text);
    this.u8(0);
  }
  utf16z(text: string): void {
    this.utf16(text);
    this.u16(0);
  }

  guid(text: string): void {
    this.bytes(parseGuid(text));
  }

  /** Overwrites a u16 written earlier, a length for example. */
  patchU16(offset: number, value: number): void {
    this.#check(value, 0, 0xffff);
    this.#view.setUint16(offset, value, true);
  }
  /** Overwrites a u32 written earlier. */
  patchU32(offset: number, value: number): void {
    this.#check(value, 0, 0xffffffff);
    this.#view.setUint32(offset, value, true);
  }

  /** Begins anew in the same buffer; what `finish` gave is no longer good. */
  reset(): void {
    this.#position = 0;
    this.#referents = 0;
    this.pending = undefined;
  }

  /** A referent id that no other pointer of these bytes has. Windows counts in the same way. */
  nextReferent(): number {
    return 0x00020000 + 4 * this.#referents++;
  }

  /** What was written, as a view that stays valid while nothing more is written. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.#data.subarray(0, this.#position);
  }
}
