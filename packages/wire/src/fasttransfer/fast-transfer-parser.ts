import { wireErrors } from '../errors.ts';
import { limits } from '../limits.ts';
import {
  elementType,
  fixedSize,
  isMultiValue,
  isNamedTag,
  isVariable,
  type PropertyName,
  type PropertyTag,
} from '../properties/index.ts';
import { idsetGivenTag } from '../ics/state-tag.ts';
import { isMarker, type Marker } from './marker.ts';
import { endOfName, readName } from './property-head.ts';

/** A marker, a whole value, or the parts of a long one: `start`, as many `piece`s as it takes, `end`. */
export type FastTransferElement = MarkerElement | PropertyElement | LongPropertyStart | Piece | LongPropertyEnd;

/** A marker: something begins or ends. */
export interface MarkerElement {
  readonly kind: 'marker';
  readonly tag: Marker;
}
/** A property whose value is whole: its stream bytes without the length, a view until the next `push`. */
export interface PropertyElement {
  readonly kind: 'property';
  readonly tag: PropertyTag;
  readonly name?: PropertyName;
  readonly value: Uint8Array;
}
/** The beginning of a value longer than `wholeUpTo`. */
export interface LongPropertyStart {
  readonly kind: 'start';
  readonly tag: PropertyTag;
  readonly name?: PropertyName;
  /** Bytes of the whole value. */
  readonly length: number;
}
/** Some bytes of a long property. */
export interface Piece {
  readonly kind: 'piece';
  /** A view until the next `push`. */
  readonly bytes: Uint8Array;
}
/** The long property is whole. */
export interface LongPropertyEnd {
  readonly kind: 'end';
}

/** How values come. */
export interface FastTransferParserOptions {
  /** Values of up to so many bytes come whole, put together if they were cut; longer ones in pieces. */
  readonly wholeUpTo?: number;
}

/** What is known of a property before its value. */
interface Head {
  readonly tag: PropertyTag;
  readonly name: PropertyName | undefined;
}

/** A cut value that is being put together. */
interface Assembly {
  readonly head: Head;
  readonly bytes: Uint8Array;
  filled: number;
}

interface CachedName {
  readonly head: Buffer;
  readonly name: PropertyName;
}

const endElement: LongPropertyEnd = { kind: 'end' };
const nothing = new Uint8Array(0);

const propertyOf = ({ tag, name }: Head, value: Uint8Array): PropertyElement =>
  name === undefined ? { kind: 'property', tag, value } : { kind: 'property', tag, name, value };
const startOf = ({ tag, name }: Head, length: number): LongPropertyStart =>
  name === undefined ? { kind: 'start', tag, length } : { kind: 'start', tag, name, length };

/**
 * Takes a FastTransfer stream apart, chunk by chunk, whatever the cuts: `push` a chunk, then call `next` until it
 * answers undefined. Whole values are views, so nothing is copied but what a cut has parted, and a long value is never
 * held. Markers are not checked against the grammar. [MS-OXCFXICS] 2.2.4.1
 */
export class FastTransferParser {
  readonly #wholeUpTo: number;
  /** Names by id: within a stream an id stands for one name nearly always, and then its text is made once. */
  readonly #names = new Map<number, CachedName>();
  #buffer: Uint8Array = nothing;
  #position = 0;
  #elementStart = 0;
  /** Stream offset of the buffer's first byte. */
  #base = 0;
  /** Bytes of a long value that are still to come; undefined outside one. */
  #left: number | undefined;
  #assembly: Assembly | undefined;

  constructor({ wholeUpTo = limits.wholeValue }: FastTransferParserOptions = {}) {
    this.#wholeUpTo = wholeUpTo;
  }

  /** The bytes at work: the last chunk, with what had been left of the one before in front. */
  get buffer(): Uint8Array {
    return this.#buffer;
  }
  /** Where in `buffer` the next element begins; what stands before it has been read. */
  get position(): number {
    return this.#position;
  }
  /** Where in `buffer` the last element began. */
  get elementStart(): number {
    return this.#elementStart;
  }
  /** Stream offset of the next element. */
  get offset(): number {
    return this.#base + this.#position;
  }

  /** Adds the next chunk of the stream; every element of the one before must have been taken. */
  push(chunk: Uint8Array): void {
    this.#base += this.#position;
    const rest = this.#buffer.length - this.#position;
    this.#buffer = rest === 0 ? chunk : Buffer.concat([this.#buffer.subarray(this.#position), chunk]);
    this.#position = 0;
    this.#elementStart = 0;
  }

  /** The next element, or undefined if it takes another chunk to say. */
  next(): FastTransferElement | undefined {
    if (this.#assembly !== undefined) return this.#assemble(this.#assembly);
    if (this.#left !== undefined) return this.#piece(this.#left);
    return this.#element();
  }

  /** Says that the stream is over; one that ends inside an element is an error. */
  finish(): void {
    const inside = this.#position < this.#buffer.length || this.#left !== undefined || this.#assembly !== undefined;
    if (inside) throw wireErrors.truncated({ path: 'FastTransfer', offset: this.#base + this.#buffer.length });
  }

  #element(): FastTransferElement | undefined {
    const start = this.#position;
    const tag = this.#u32(start);
    if (tag === undefined) return undefined;
    this.#elementStart = start;
    if (isMarker(tag)) {
      this.#position = start + 4;
      return { kind: 'marker', tag };
    }
    if (!isNamedTag(tag)) return this.#value({ tag, name: undefined }, start + 4);
    const end = endOfName(this.#buffer, start, this.#base + start);
    return end === undefined ? undefined : this.#value({ tag, name: this.#name(tag, start, end) }, end);
  }

  #u32(at: number): number | undefined {
    const bytes = this.#buffer;
    if (at + 4 > bytes.length) return undefined;
    return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
  }

  #name(tag: PropertyTag, start: number, end: number): PropertyName {
    // Compared from the GUID on, as one name may come with values of several types.
    const head = this.#buffer.subarray(start + 4, end);
    const known = this.#names.get(tag >>> 16);
    if (known?.head.equals(head)) return known.name;
    const name = readName(this.#buffer, start, end);
    this.#names.set(tag >>> 16, { head: Buffer.from(head), name });
    return name;
  }

  #value(head: Head, at: number): FastTransferElement | undefined {
    const type = head.tag & 0xffff;
    const size = fixedSize(type);
    if (head.tag === idsetGivenTag || isVariable(type)) return this.#variable(head, at);
    if (size > 0) return at + size <= this.#buffer.length ? this.#whole(head, at, size) : undefined;
    if (isMultiValue(type)) return this.#list(head, at);
    throw wireErrors.unknownTag({ path: 'FastTransfer.tag', offset: this.#base + this.#position, tag: head.tag });
  }

  #whole(head: Head, at: number, length: number): PropertyElement {
    this.#position = at + length;
    return propertyOf(head, this.#buffer.subarray(at, at + length));
  }

  #variable(head: Head, at: number): FastTransferElement | undefined {
    const length = this.#u32(at);
    return length === undefined ? undefined : this.#begin(head, at + 4, length);
  }

  #begin(head: Head, at: number, length: number): FastTransferElement | undefined {
    if (length > this.#wholeUpTo) {
      this.#position = at;
      this.#left = length;
      return startOf(head, length);
    }
    if (at + length <= this.#buffer.length) return this.#whole(head, at, length);
    this.#position = at;
    this.#assembly = { head, bytes: new Uint8Array(length), filled: 0 };
    return this.#assemble(this.#assembly);
  }

  #list(head: Head, at: number): FastTransferElement | undefined {
    const count = this.#u32(at);
    if (count === undefined) return undefined;
    const size = fixedSize(elementType(head.tag & 0xffff));
    // A list of fixed values is known by its length, which counts the count itself.
    if (size > 0) return this.#begin(head, at, 4 + count * size);
    const end = this.#endOfList(at + 4, count);
    if (end === undefined) {
      this.#checkList(at, count);
      return undefined;
    }
    return this.#whole(head, at, end - at);
  }

  #endOfList(first: number, count: number): number | undefined {
    let at = first;
    for (let index = 0; index < count; index++) {
      const length = this.#u32(at);
      if (length === undefined) return undefined;
      at += 4 + length;
    }
    return at <= this.#buffer.length ? at : undefined;
  }

  /** A list of strings or binaries waits in memory for its end, so its length is bounded. */
  #checkList(at: number, count: number): void {
    const held = this.#buffer.length - at;
    if (held <= limits.listValue && count <= limits.listValue / 4) return;
    const offset = this.#base + at;
    throw wireErrors.countTooLarge({ path: 'FastTransfer.list', offset, count, remaining: limits.listValue });
  }

  #assemble(assembly: Assembly): PropertyElement | undefined {
    const { head, bytes } = assembly;
    const part = this.#take(bytes.length - assembly.filled);
    bytes.set(part, assembly.filled);
    assembly.filled += part.length;
    if (assembly.filled < bytes.length) return undefined;
    this.#assembly = undefined;
    return propertyOf(head, bytes);
  }

  #piece(left: number): FastTransferElement | undefined {
    if (left === 0) {
      this.#left = undefined;
      return endElement;
    }
    const bytes = this.#take(left);
    if (bytes.length === 0) return undefined;
    this.#left = left - bytes.length;
    return { kind: 'piece', bytes };
  }

  /** At most `length` of the bytes that are there. */
  #take(length: number): Uint8Array {
    const start = this.#position;
    const end = Math.min(this.#buffer.length, start + length);
    this.#position = end;
    this.#elementStart = start;
    return this.#buffer.subarray(start, end);
  }
}
