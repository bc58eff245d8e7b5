import type { StoredProperty } from '@cutover/content';
import { isWireError } from '@cutover/wire';
import {
  FastTransferParser,
  type FastTransferElement,
  type LongPropertyStart,
  type Marker,
  metaTag,
  type PropertyElement,
} from '@cutover/wire/fasttransfer';
import { errorCode } from '@cutover/wire/rop';
import { limits } from '../limits.ts';
import { RopFailure } from '../rop-failure.ts';
import { uploadedProperty } from './uploaded-property.ts';

/** What an uploaded stream is written into: one object, while its part of the stream comes. */
export interface Frame {
  take(property: StoredProperty): void;
  /** All subobjects that this property stands for are to go. [MS-OXCFXICS] 3.2.5.8.2 */
  clear?(tag: number): void;
  /** The object that a marker begins within this one; undefined if none such may be here. */
  open(tag: Marker): OpenFrame | undefined;
  /** Called after each piece of the stream: what has come takes effect. */
  flush?(): void;
  /** Called when its part has come. */
  close?(): void;
}

/** A frame and the marker that ends it. */
export interface OpenFrame {
  readonly frame: Frame;
  readonly end: Marker;
}

/** A value that comes in pieces. */
interface LongValue {
  readonly head: LongPropertyStart;
  readonly pieces: Uint8Array[];
}

const metaTags: ReadonlySet<number> = new Set(Object.values(metaTag));
const invalidStream = (): RopFailure => new RopFailure(errorCode.rpcFormat);

/** Writes an uploaded FastTransfer stream, piece by piece, into what it is about. [MS-OXCFXICS] 3.2.5.9.2 */
export class Destination {
  readonly #parser = new FastTransferParser();
  readonly #codePage: number;
  readonly #root: Frame;
  readonly #inner: OpenFrame[] = [];
  #long: LongValue | undefined;

  constructor(root: Frame, { codePage }: { codePage: number }) {
    this.#root = root;
    this.#codePage = codePage;
  }

  put(piece: Uint8Array): void {
    try {
      this.#parser.push(piece);
      for (let next = this.#parser.next(); next !== undefined; next = this.#parser.next()) this.#place(next);
    } catch (error) {
      throw isWireError(error) ? invalidStream() : error;
    }
    this.#frame.flush?.();
  }

  get #frame(): Frame {
    return this.#inner.at(-1)?.frame ?? this.#root;
  }

  #place(element: FastTransferElement): void {
    if (element.kind === 'marker') this.#mark(element.tag);
    else if (element.kind === 'property') this.#take(element);
    else if (element.kind === 'start') this.#long = { head: element, pieces: [] };
    else if (element.kind === 'piece') this.#grow(element.bytes);
    else this.#take({ ...this.#long!.head, kind: 'property', value: Buffer.concat(this.#long!.pieces) });
  }

  #take(property: PropertyElement): void {
    if (!metaTags.has(property.tag)) this.#frame.take(uploadedProperty(property, this.#codePage));
    else if (property.tag === metaTag.fxDelProp) this.#frame.clear?.(Buffer.from(property.value).readUInt32LE());
  }

  #grow(bytes: Uint8Array): void {
    const { head, pieces } = this.#long!;
    if (head.length > limits.writtenStream) throw new RopFailure(errorCode.outOfMemory);
    pieces.push(Uint8Array.from(bytes));
  }

  #mark(tag: Marker): void {
    if (tag === this.#inner.at(-1)?.end) return this.#inner.pop()!.frame.close?.();
    const opened = this.#frame.open(tag);
    if (opened === undefined || this.#inner.length >= limits.uploadDepth) throw invalidStream();
    this.#inner.push(opened);
  }
}
