import { wireErrors } from '../errors.ts';
import { commonHeaderSize } from './common-header.ts';

const empty = new Uint8Array();

/** Receives one whole PDU. The bytes are a view of the chunk that was pushed if the PDU lay in it, else of their own. */
export type PduReceiver = (pdu: Uint8Array) => void;

/**
 * Cuts a byte stream into PDUs by the length in each header. Only a PDU that chunks cut apart is copied; nothing is
 * allocated before its announced length is checked against `maxFragment`.
 */
export class PduFramer {
  readonly #maxFragment: number;
  #partial: Uint8Array = empty;
  #filled = 0;

  constructor(options: { maxFragment?: number } = {}) {
    this.#maxFragment = options.maxFragment ?? 0xffff;
  }

  /** Bytes that wait for the rest of their PDU. */
  get pendingBytes(): number {
    return this.#filled;
  }

  /** Takes the next bytes of the stream and gives every PDU that they complete to `receive`, in order. */
  push(chunk: Uint8Array, receive: PduReceiver): void {
    let offset = this.#filled === 0 ? 0 : this.#complete(chunk, receive);
    while (chunk.length - offset >= commonHeaderSize) {
      const length = this.#lengthAt(chunk, offset);
      if (chunk.length - offset < length) break;
      receive(chunk.subarray(offset, offset + length));
      offset += length;
    }
    if (offset < chunk.length) this.#keep(chunk.subarray(offset));
  }

  /** Continues the PDU that earlier chunks began; returns how many bytes of `chunk` it took. */
  #complete(chunk: Uint8Array, receive: PduReceiver): number {
    let taken = this.#fill(chunk, 0, commonHeaderSize);
    if (this.#filled < commonHeaderSize) return taken;
    this.#grow(this.#lengthAt(this.#partial, 0));
    taken = this.#fill(chunk, taken, this.#partial.length);
    if (this.#filled < this.#partial.length) return taken;
    const pdu = this.#partial;
    this.#partial = empty;
    this.#filled = 0;
    receive(pdu);
    return taken;
  }

  /** Copies from `chunk` until `wanted` bytes of the PDU are there; returns the position reached in `chunk`. */
  #fill(chunk: Uint8Array, from: number, wanted: number): number {
    const count = Math.max(0, Math.min(wanted - this.#filled, chunk.length - from));
    this.#partial.set(chunk.subarray(from, from + count), this.#filled);
    this.#filled += count;
    return from + count;
  }

  #keep(begin: Uint8Array): void {
    const known = begin.length >= commonHeaderSize;
    this.#partial = new Uint8Array(known ? this.#lengthAt(begin, 0) : commonHeaderSize);
    this.#partial.set(begin);
    this.#filled = begin.length;
  }

  #grow(length: number): void {
    if (this.#partial.length === length) return;
    const larger = new Uint8Array(length);
    larger.set(this.#partial.subarray(0, this.#filled));
    this.#partial = larger;
  }

  #lengthAt(bytes: Uint8Array, offset: number): number {
    const [version, drep] = [bytes[offset]!, bytes[offset + 4]!];
    if (version !== 5) throw unexpected('majorVersion', 0, { expected: '5', actual: String(version) });
    if (drep !== 0x10)
      throw unexpected('dataRepresentation', 4, { expected: '0x10', actual: `0x${drep.toString(16)}` });
    const length = bytes[offset + 8]! | (bytes[offset + 9]! << 8);
    if (length >= commonHeaderSize && length <= this.#maxFragment) return length;
    const range = `${commonHeaderSize}..${this.#maxFragment}`;
    throw wireErrors.outOfRange({ path: 'RpcHeader.fragmentLength', offset: 8, value: String(length), range });
  }
}

const unexpected = (field: string, offset: number, found: { expected: string; actual: string }): Error =>
  wireErrors.unexpected({ path: `RpcHeader.${field}`, offset, ...found });
