import type { MessageSummary } from '@cutover/migration';
import { dateFromFiletime } from '@cutover/wire';
import { metaTag, isMarker } from '@cutover/wire/fasttransfer';
import { elementType, fixedSize, isMultiValue, isNamedTag, isVariable } from '@cutover/wire/properties';
import { limits } from '../limits.ts';

// Ids of the properties that a summary shows. [MS-OXPROPS]
const wanted = { messageClass: 0x001a, subject: 0x0037, receivedAt: 0x0e06, flags: 0x0e07 } as const;
const wantedIds: ReadonlySet<number> = new Set(Object.values(wanted));

// Where a named property's kind stands after its tag, and the lengths of the two kinds. [MS-OXCFXICS] 2.2.4.1.1
const kindOffset = 20;
const numberedHead = 25;
const readFlag = 1;

const nothing = new Uint8Array(0);

/**
 * Picks what lists of messages show out of a message's bytes while they pass by, however they are cut. It looks at the message's
 * own properties alone, which stand before its recipients and attachments.
 */
export class SummaryReader {
  readonly #values = new Map<number, { type: number; bytes: Buffer }>();
  /** The beginning of an element that the last chunk has cut. */
  #carry: Uint8Array = nothing;
  #skip = 0;
  /** Elements of a list of variable values that are still to be skipped. */
  #listed = 0;
  #done = false;

  /** Looks at the next chunk; keeps no view of it. */
  push(chunk: Uint8Array): void {
    if (this.#done) return;
    const bytes =
      this.#carry.length === 0
        ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
        : Buffer.concat([this.#carry, chunk]);
    let at = 0;
    for (;;) {
      const passed = Math.min(this.#skip, bytes.length - at);
      this.#skip -= passed;
      at += passed;
      const next = this.#skip > 0 ? undefined : this.#element(bytes, at);
      if (next === undefined || this.#done) break;
      at = next;
    }
    this.#carry = at < bytes.length && !this.#done ? Buffer.from(bytes.subarray(at)) : nothing;
  }

  summary(): MessageSummary {
    const received = this.#values.get(wanted.receivedAt)?.bytes.readBigUInt64LE();
    return {
      messageClass: this.#text(wanted.messageClass),
      subject: this.#text(wanted.subject),
      receivedAt: received === undefined ? undefined : dateFromFiletime(received).getTime(),
      read: ((this.#values.get(wanted.flags)?.bytes[0] ?? 0) & readFlag) !== 0,
    };
  }

  #text(id: number): string {
    const value = this.#values.get(id);
    if (value === undefined) return '';
    const text = value.bytes.toString(value.type === 0x001e ? 'latin1' : 'utf16le');
    const end = text.indexOf('\0');
    return end < 0 ? text : text.slice(0, end);
  }

  /** Passes one element and gives where the next begins; undefined: it is cut. Long values are left to `#skip`. */
  #element(bytes: Buffer, at: number): number | undefined {
    if (at + 4 > bytes.length) return undefined;
    if (this.#listed > 0) return this.#listElement(bytes, at);
    const tag = bytes.readUInt32LE(at);
    if (isMarker(tag) || tag === metaTag.fxDelProp) {
      this.#done = true;
      return at;
    }
    const value = isNamedTag(tag) ? endOfHead(bytes, at) : at + 4;
    return value === undefined ? undefined : this.#value({ bytes, tag, at: value });
  }

  #value({ bytes, tag, at }: { bytes: Buffer; tag: number; at: number }): number | undefined {
    const type = tag & 0xffff;
    const isList = isMultiValue(type);
    const size = fixedSize(isList ? elementType(type) : type);
    if (!isList && size > 0) return this.#take({ bytes, tag, at, length: size });
    if (at + 4 > bytes.length) return undefined;
    const count = bytes.readUInt32LE(at);
    if (isList) this.#beginList(size, count);
    else if (isVariable(type)) return this.#take({ bytes, tag, at: at + 4, length: count });
    // What is no type known has no length: the rest cannot be read, and the client has refused it before.
    else this.#done = true;
    return at + 4;
  }

  #beginList(size: number, count: number): void {
    if (size > 0) this.#skip = size * count;
    else this.#listed = count;
  }

  #listElement(bytes: Buffer, at: number): number {
    this.#listed--;
    this.#skip = bytes.readUInt32LE(at);
    return at + 4;
  }

  #take({ bytes, tag, at, length }: { bytes: Buffer; tag: number; at: number; length: number }): number | undefined {
    const id = tag >>> 16;
    if (wantedIds.has(id)) {
      const end = at + Math.min(length, limits.summaryBytes);
      if (end > bytes.length) return undefined;
      this.#values.set(id, { type: tag & 0xffff, bytes: Buffer.from(bytes.subarray(at, end)) });
    }
    this.#skip = length;
    return at;
  }
}

/** Where the value after a named property's head begins. */
function endOfHead(bytes: Buffer, at: number): number | undefined {
  const kind = bytes[at + kindOffset];
  if (kind === undefined) return undefined;
  if (kind === 0) return at + numberedHead + 4 <= bytes.length ? at + numberedHead : undefined;
  for (let end = at + kindOffset + 1; end + 1 < bytes.length; end += 2) {
    if (bytes[end] === 0 && bytes[end + 1] === 0) return end + 2;
  }
  return undefined;
}
