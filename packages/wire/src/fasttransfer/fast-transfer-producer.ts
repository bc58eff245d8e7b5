import { wireErrors } from '../errors.ts';
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
import type { Marker } from './marker.ts';
import { encodePropertyHead } from './property-head.ts';
import { streamElements } from './stream-value.ts';

/** A value that is read piece by piece while it is sent, so that a huge attachment is never whole in memory. */
export interface LazyValue {
  /** Bytes that `read` gives in all. */
  readonly length: number;
  read(): Iterable<Uint8Array>;
}

/** A property ready to be sent: the bytes of its value as `encodeStreamValue` makes them. */
export interface EncodedProperty {
  readonly tag: PropertyTag;
  readonly name?: PropertyName;
  readonly value: Uint8Array | LazyValue;
}

/** What a stream is made of: markers and properties, in the order of the grammar. */
export type FastTransferPart = Marker | EncodedProperty;

/** Bytes that must stay together, or, if `divisible`, may be cut anywhere. */
interface Atom {
  readonly bytes: Uint8Array;
  readonly divisible: boolean;
}

const fast = (value: Uint8Array | LazyValue): value is Uint8Array => value instanceof Uint8Array;
const whole = (bytes: Uint8Array): Atom => ({ bytes, divisible: false });
const divisible = (bytes: Uint8Array): Atom => ({ bytes, divisible: true });

function u32(value: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const hasLength = (tag: PropertyTag): boolean => tag === idsetGivenTag || isVariable(tag & 0xffff);

function* markerAtom(tag: Marker): Generator<Atom> {
  yield whole(u32(tag));
}

function* listAtoms(type: number, value: Uint8Array): Generator<Atom> {
  const size = fixedSize(elementType(type));
  yield whole(value.subarray(0, 4));
  for (const element of streamElements(type, value)) {
    if (size === 0) yield whole(u32(element.length));
    yield { bytes: element, divisible: size === 0 };
  }
}

function* lazyAtoms(tag: PropertyTag, value: LazyValue): Generator<Atom> {
  let left = value.length;
  yield whole(u32(left));
  for (const bytes of value.read()) {
    left -= bytes.length;
    yield divisible(bytes);
  }
  if (left === 0) return;
  const actual = `${value.length - left} bytes`;
  throw wireErrors.unexpected({ path: tag.toString(16), offset: 0, expected: `${value.length} bytes`, actual });
}

function* atomsOf(head: Uint8Array, { tag, value }: EncodedProperty): Generator<Atom> {
  yield whole(head);
  if (!fast(value)) yield* lazyAtoms(tag, value);
  else if (hasLength(tag)) yield* [whole(u32(value.length)), divisible(value)];
  else if (isMultiValue(tag & 0xffff)) yield* listAtoms(tag & 0xffff, value);
  else yield whole(value);
}

/**
 * Writes a FastTransfer stream into buffers of any size, cutting only between atoms and inside variable values. It asks
 * for the next part when there is room for it, so the parts may come from a generator. Within a stream an id stands for one
 * name. [MS-OXCFXICS] 2.2.4.1
 */
export class FastTransferProducer {
  readonly #parts: Iterator<FastTransferPart>;
  /** Heads of named properties by tag, made once. */
  readonly #heads = new Map<PropertyTag, Uint8Array>();
  #part: FastTransferPart | undefined;
  #atoms: Iterator<Atom, void> | undefined;
  #atom: Atom | undefined;
  #target: Buffer = Buffer.alloc(0);
  #position = 0;

  constructor(parts: Iterable<FastTransferPart>) {
    this.#parts = parts[Symbol.iterator]();
    this.#advance();
  }

  /** True when the last byte has been written. */
  get done(): boolean {
    return this.#part === undefined;
  }

  /**
   * Writes as much as fits into `target` and answers how many bytes; 0 before the end means it is too small. The next
   * part is asked for when the one before has been written to its end.
   */
  fill(target: Uint8Array): number {
    this.#target = Buffer.from(target.buffer, target.byteOffset, target.byteLength);
    this.#position = 0;
    while (this.#part !== undefined && this.#write(this.#part)) this.#advance();
    return this.#position;
  }

  /** Ends the generator that the parts come from. */
  close(): void {
    this.#part = undefined;
    this.#atoms?.return?.();
    this.#atoms = undefined;
    this.#parts.return?.();
  }

  #advance(): void {
    const step = this.#parts.next();
    this.#part = step.done === true ? undefined : step.value;
  }

  #head(property: EncodedProperty): Uint8Array {
    const known = this.#heads.get(property.tag);
    if (known !== undefined) return known;
    const head = encodePropertyHead(property.tag, property.name);
    this.#heads.set(property.tag, head);
    return head;
  }

  #atomsOf(part: FastTransferPart): Iterator<Atom, void> {
    return typeof part === 'number' ? markerAtom(part) : atomsOf(this.#head(part), part);
  }

  /** The usual case at once: the part fits, and its value is there. */
  #writeWhole(part: FastTransferPart): boolean {
    if (typeof part === 'number') return this.#writeMarker(part);
    const { tag, value } = part;
    if (!fast(value)) return false;
    const head = isNamedTag(tag) ? this.#head(part) : undefined;
    const prefix = hasLength(tag) ? 4 : 0;
    const size = (head?.length ?? 4) + prefix + value.length;
    if (this.#position + size > this.#target.length) return false;
    if (head === undefined) this.#u32(tag);
    else this.#copy(head);
    if (prefix > 0) this.#u32(value.length);
    this.#copy(value);
    return true;
  }

  #writeMarker(tag: Marker): boolean {
    if (this.#position + 4 > this.#target.length) return false;
    this.#u32(tag);
    return true;
  }

  #u32(value: number): void {
    this.#position = this.#target.writeUInt32LE(value, this.#position);
  }

  #copy(bytes: Uint8Array): void {
    this.#target.set(bytes, this.#position);
    this.#position += bytes.length;
  }

  /** False when the target is full before the part's end; the next call goes on there. */
  #write(part: FastTransferPart): boolean {
    if (this.#atoms === undefined) {
      if (this.#writeWhole(part)) return true;
      this.#atoms = this.#atomsOf(part);
    }
    for (;;) {
      this.#atom ??= this.#nextAtom(this.#atoms);
      if (this.#atom === undefined) break;
      if (!this.#writeAtom(this.#atom)) return false;
    }
    this.#atoms = undefined;
    return true;
  }

  #nextAtom(atoms: Iterator<Atom, void>): Atom | undefined {
    const step = atoms.next();
    return step.done === true ? undefined : step.value;
  }

  #writeAtom({ bytes, divisible: cuttable }: Atom): boolean {
    const room = this.#target.length - this.#position;
    if (bytes.length <= room) {
      this.#copy(bytes);
      this.#atom = undefined;
      return true;
    }
    if (!cuttable) return false;
    this.#copy(bytes.subarray(0, room));
    this.#atom = divisible(bytes.subarray(room));
    return false;
  }
}
