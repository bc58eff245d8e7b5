import { wireErrors } from './errors.ts';
import { formatGuid } from './guid.ts';
import { limits } from './limits.ts';

/** A value that NDR places later than the pointer to it: what reads it, and where it goes. */
export interface DeferredRead {
  readonly codec: { read(reader: Reader): unknown };
  readonly target: Record<string | number, unknown>;
  readonly key: string | number;
}

/**
 * A cursor over bytes, little endian unless the name says `be`. It never copies: `bytes` gives views.
 * Reading past the end throws `wire.truncated`.
 */
export class Reader {
  readonly #data: Uint8Array;
  #wide: DataView | undefined;
  readonly #end: number;
  /** What offsets in errors and alignment count from. */
  readonly #base: number;
  #text: Buffer | undefined;
  #depth = 0;
  #position: number;
  /** Pointees that wait for the end of the outermost structure; undefined outside any. */
  pending: DeferredRead[] | undefined;

  constructor(data: Uint8Array, options: { base?: number } = {}) {
    this.#data = data;
    this.#end = data.byteLength;
    this.#base = options.base ?? 0;
    this.#position = 0;
  }

  /** Bytes read since the beginning. */
  get offset(): number {
    return this.#base + this.#position;
  }

  get remaining(): number {
    return this.#end - this.#position;
  }

  #take(size: number): number {
    const position = this.#position;
    if (size > this.#end - position) throw wireErrors.truncated({ path: '', offset: this.offset });
    this.#position = position + size;
    return position;
  }

  /** Made when it is first needed: most readers see small integers alone, and a DataView costs more than reading those. */
  get #view(): DataView {
    const { buffer, byteOffset, byteLength } = this.#data;
    return (this.#wide ??= new DataView(buffer, byteOffset, byteLength));
  }

  u8(): number {
    return this.#data[this.#take(1)]!;
  }
  u16(): number {
    const at = this.#take(2);
    return this.#data[at]! | (this.#data[at + 1]! << 8);
  }
  u32(): number {
    const at = this.#take(4);
    const data = this.#data;
    return (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
  }
  u64(): bigint {
    return this.#view.getBigUint64(this.#take(8), true);
  }
  i8(): number {
    return this.#view.getInt8(this.#take(1));
  }
  i16(): number {
    return this.#view.getInt16(this.#take(2), true);
  }
  i32(): number {
    return this.#view.getInt32(this.#take(4), true);
  }
  i64(): bigint {
    return this.#view.getBigInt64(this.#take(8), true);
  }
  f32(): number {
    return this.#view.getFloat32(this.#take(4), true);
  }
  f64(): number {
    return this.#view.getFloat64(this.#take(8), true);
  }
  u16be(): number {
    const at = this.#take(2);
    return (this.#data[at]! << 8) | this.#data[at + 1]!;
  }
  u32be(): number {
    const at = this.#take(4);
    const data = this.#data;
    return ((data[at]! << 24) | (data[at + 1]! << 16) | (data[at + 2]! << 8) | data[at + 3]!) >>> 0;
  }
  u64be(): bigint {
    return this.#view.getBigUint64(this.#take(8), false);
  }

  /** The next `length` bytes, as a view of what was given. */
  bytes(length: number): Uint8Array {
    const start = this.#take(length);
    return this.#data.subarray(start, start + length);
  }

  /** All bytes that are left, as a view. */
  rest(): Uint8Array {
    return this.bytes(this.remaining);
  }

  /** The byte `ahead` positions further, without moving; undefined past the end. */
  peek(ahead = 0): number | undefined {
    return this.#data[this.#position + ahead];
  }

  skip(length: number): void {
    this.#take(length);
  }

  /** Moves to the next multiple of `size`; what is missing at the end shows with the next read. */
  align(size: number): void {
    const over = this.offset % size;
    if (over !== 0) this.#position = Math.min(this.#end, this.#position + size - over);
  }

  /** A reader for the next `length` bytes alone; its offsets go on counting from here. */
  sub(length: number): Reader {
    const base = this.offset;
    return new Reader(this.bytes(length), { base });
  }

  #decoded(encoding: 'latin1' | 'utf16le' | 'utf8', size: number): string {
    this.#text ??= Buffer.from(this.#data.buffer, this.#data.byteOffset, this.#data.byteLength);
    const start = this.#take(size);
    return this.#text.toString(encoding, start, start + size);
  }

  /** `size` bytes as characters of the same number: loses nothing, whatever the code page. */
  latin1(size: number): string {
    return this.#decoded('latin1', size);
  }
  utf8(size: number): string {
    return this.#decoded('utf8', size);
  }
  /** `size` bytes (not characters) of UTF-16, lone surrogates kept. */
  utf16(size: number): string {
    return this.#decoded('utf16le', size);
  }

  /** An 8-bit string up to its NUL, which is read too. */
  latin1z(): string {
    const end = this.#data.indexOf(0, this.#position);
    if (end < 0) throw wireErrors.truncated({ path: '', offset: this.#base + this.#end });
    const text = this.latin1(end - this.#position);
    this.skip(1);
    return text;
  }

  /** A UTF-16 string up to its NUL, which is read too. */
  utf16z(): string {
    let end = this.#position;
    while (end + 1 < this.#end && (this.#data[end] !== 0 || this.#data[end + 1] !== 0)) end += 2;
    if (end + 1 >= this.#end) throw wireErrors.truncated({ path: '', offset: this.#base + this.#end });
    const text = this.utf16(end - this.#position);
    this.skip(2);
    return text;
  }

  /** A GUID in the mixed order of Windows, as lower-case text. */
  guid(): string {
    return formatGuid(this.bytes(16));
  }

  /** Refuses a count of elements that the bytes left cannot hold; ask before allocating. */
  checkCount(count: number, leastSize: number): number {
    if (count * Math.max(1, leastSize) > this.remaining) {
      throw wireErrors.countTooLarge({ path: '', offset: this.offset, count, remaining: this.remaining });
    }
    return count;
  }

  /** Goes one level deeper in a recursive structure; `leave` comes back. After an error the reader is of no more use. */
  enter(): void {
    if (this.#depth >= limits.depth) throw wireErrors.tooDeep({ path: '', offset: this.offset, limit: limits.depth });
    this.#depth++;
  }

  leave(): void {
    this.#depth--;
  }
}
