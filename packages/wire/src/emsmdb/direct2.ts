import { wireErrors } from '../errors.ts';

/*
 * Plain LZ77, "DIRECT2". Groups of up to 32 items after a little-endian word of flags, highest bit first:
 * 0: one literal byte. 1: u16 = (distance - 1) << 3 | length - 3, whose length 7 goes on in a nibble shared with the
 * next such match, whose 15 goes on in a byte, whose 255 goes on in a u16 that counts everything.
 */
const shortest = 3;
const inWord = 7;
const inNibble = 15;
const inByte = 255;
const farthest = 0x2000;
const longest = 0xffff;

const broken = (offset: number): Error => wireErrors.truncated({ path: 'DIRECT2', offset });

class Inflater {
  readonly #input: Uint8Array;
  readonly #output: Uint8Array;
  #at = 0;
  #filled = 0;
  /** Where the byte lies whose upper nibble is still to be used; undefined if there is none. */
  #nibbleAt: number | undefined;

  constructor(input: Uint8Array, size: number) {
    this.#input = input;
    this.#output = new Uint8Array(size);
  }

  run(): Uint8Array {
    const output = this.#output;
    while (this.#filled < output.length) {
      const flags = this.#u16() | (this.#u16() << 16);
      for (let bit = 31; bit >= 0 && this.#filled < output.length; bit--) {
        if ((flags >>> bit) & 1) this.#match();
        else output[this.#filled++] = this.#u8();
      }
    }
    return output;
  }

  #u8(): number {
    const byte = this.#input[this.#at++];
    if (byte === undefined) throw broken(this.#at);
    return byte;
  }

  #u16(): number {
    return this.#u8() | (this.#u8() << 8);
  }

  #match(): void {
    const word = this.#u16();
    const distance = (word >> 3) + 1;
    const length = this.#length(word & inWord) + shortest;
    const output = this.#output;
    const from = this.#filled - distance;
    if (from < 0 || this.#filled + length > output.length) throw broken(this.#at);
    // Byte by byte, as a match may reach into what it writes itself.
    for (let index = 0; index < length; index++) output[this.#filled + index] = output[from + index]!;
    this.#filled += length;
  }

  #length(inFlags: number): number {
    if (inFlags < inWord) return inFlags;
    const nibble = this.#nibble();
    if (nibble < inNibble) return inWord + nibble;
    const byte = this.#u8();
    if (byte < inByte) return inWord + inNibble + byte;
    const all = this.#u16();
    if (all < inWord + inNibble) throw broken(this.#at);
    return all;
  }

  #nibble(): number {
    const at = this.#nibbleAt;
    this.#nibbleAt = at === undefined ? this.#at : undefined;
    return at === undefined ? this.#u8() & 0x0f : this.#input[at]! >> 4;
  }
}

/** The `size` bytes that were compressed to `bytes`. [MS-XCA] 2.4 */
export const inflateDirect2 = (bytes: Uint8Array, size: number): Uint8Array => new Inflater(bytes, size).run();

class Deflater {
  readonly #input: Uint8Array;
  #output: number[] = [];
  /** The latest position of each three bytes. */
  readonly #seen = new Map<number, number>();
  #flags = 0;
  #flagCount = 0;
  #flagsAt = 0;
  #nibbleAt: number | undefined;

  constructor(input: Uint8Array) {
    this.#input = input;
  }

  run(): Uint8Array {
    this.#openGroup();
    for (let at = 0; at < this.#input.length;) at += this.#item(at);
    // Flags without an item are ones.
    while (this.#flagCount < 32) this.#flag(1);
    this.#closeGroup();
    return Uint8Array.from(this.#output);
  }

  #item(at: number): number {
    if (this.#flagCount === 32) {
      this.#closeGroup();
      this.#openGroup();
    }
    const from = this.#candidate(at);
    const length = from === undefined ? 0 : this.#common(from, at);
    if (from === undefined || length < shortest) {
      this.#flag(0);
      this.#output.push(this.#input[at]!);
      return 1;
    }
    this.#flag(1);
    this.#match(at - from, length);
    return length;
  }

  #candidate(at: number): number | undefined {
    const input = this.#input;
    if (at + shortest > input.length) return undefined;
    const key = input[at]! | (input[at + 1]! << 8) | (input[at + 2]! << 16);
    const from = this.#seen.get(key);
    this.#seen.set(key, at);
    return from !== undefined && at - from <= farthest ? from : undefined;
  }

  #common(from: number, at: number): number {
    const input = this.#input;
    let length = 0;
    while (at + length < input.length && length < longest && input[from + length] === input[at + length]) length++;
    return length;
  }

  #match(distance: number, length: number): void {
    const rest = length - shortest;
    this.#u16(((distance - 1) << 3) | Math.min(rest, inWord));
    if (rest < inWord) return;
    this.#nibble(Math.min(rest - inWord, inNibble));
    if (rest < inWord + inNibble) return;
    const byte = rest - inWord - inNibble;
    this.#output.push(Math.min(byte, inByte));
    if (byte >= inByte) this.#u16(rest);
  }

  #nibble(value: number): void {
    if (this.#nibbleAt === undefined) {
      this.#nibbleAt = this.#output.length;
      this.#output.push(value);
      return;
    }
    this.#output[this.#nibbleAt]! |= value << 4;
    this.#nibbleAt = undefined;
  }

  #u16(value: number): void {
    this.#output.push(value & 0xff, value >> 8);
  }

  #flag(bit: number): void {
    this.#flags = (this.#flags << 1) | bit;
    this.#flagCount++;
  }

  #openGroup(): void {
    this.#flagsAt = this.#output.length;
    this.#output.push(0, 0, 0, 0);
    this.#flags = 0;
    this.#flagCount = 0;
  }

  #closeGroup(): void {
    for (let index = 0; index < 4; index++) this.#output[this.#flagsAt + index] = (this.#flags >>> (8 * index)) & 0xff;
  }
}

/** Compresses bytes; incompressible ones come out an eighth longer. [MS-XCA] 2.3 */
export const deflateDirect2 = (bytes: Uint8Array): Uint8Array => new Deflater(bytes).run();
