import { isWireError } from '@cutover/wire';
import { FastTransferParser, type Marker, marker, markerName } from '@cutover/wire/fasttransfer';
import { errors } from '../errors.ts';
import { limits } from '../limits.ts';

/** Gives the next chunk of a stream, undefined after the last. The chunk before must not be looked at any more. */
export type ChunkSource = () => Promise<Uint8Array | undefined>;

/** Values of properties by tag, in bytes of their own. */
export type RawValues = ReadonlyMap<number, Uint8Array>;

// What ends the content of an item or folder: the top level of the grammar. [MS-OXCFXICS] 2.2.4.2
const boundaries: ReadonlySet<Marker> = new Set([
  marker.incrSyncChg,
  marker.incrSyncChgPartial,
  marker.incrSyncDel,
  marker.incrSyncEnd,
  marker.incrSyncRead,
  marker.incrSyncStateBegin,
  marker.incrSyncProgressPerMsg,
  marker.fxErrorInfo,
]);

const opening: ReadonlyMap<Marker, Marker> = new Map([
  [marker.startRecip, marker.endToRecip],
  [marker.newAttach, marker.endAttach],
  [marker.startEmbed, marker.endEmbed],
]);
const closing: ReadonlySet<Marker> = new Set(opening.values());

// Short values are put together when a chunk parts them; longer ones pass as they come.
const wholeUpTo = 1024;

/**
 * A FastTransfer stream of a synchronization, read at its top level: markers and short lists of values one by one, the content between
 * them as views of the chunks. Holds one chunk and what a cut has parted, never a value. [MS-OXCFXICS] 2.2.4.2
 */
export class SyncStream {
  readonly #source: ChunkSource;
  readonly #parser = new FastTransferParser({ wholeUpTo });
  /** End markers that the content owes, innermost last. */
  readonly #open: Marker[] = [];
  #next: Marker | undefined;

  constructor(source: ChunkSource) {
    this.#source = source;
  }

  /** The next marker, which must come at once. */
  async marker(): Promise<Marker> {
    const known = this.#next;
    this.#next = undefined;
    if (known !== undefined) return known;
    const element = await this.#element();
    if (element.kind !== 'marker') throw this.invalid('a property where an object should begin');
    return element.tag;
  }

  /** Puts a marker back, so that it comes again. */
  unread(tag: Marker): void {
    this.#next = tag;
  }

  /** The properties up to the next marker, which `marker` then gives. */
  async values(): Promise<RawValues> {
    const values = new Map<number, Uint8Array>();
    for (;;) {
      const element = await this.#element();
      if (element.kind === 'property') values.set(element.tag, Uint8Array.from(element.value));
      else if (element.kind === 'start') values.set(element.tag, await this.#long(element.length));
      else if (element.kind === 'marker') {
        this.#next = element.tag;
        return values;
      }
    }
  }

  /** The next piece of the content, a view of the chunk; undefined when a top-level marker comes, which `marker` then gives. */
  async content(): Promise<Uint8Array | undefined> {
    while (this.#next === undefined) {
      const view = this.#scan();
      if (view.length > 0) return view;
      if (this.#next === undefined) await this.#fill();
    }
    return undefined;
  }

  /** Reads on to the end of the stream, where nothing may follow. */
  async finish(): Promise<void> {
    for (let chunk = await this.#source(); chunk !== undefined; chunk = await this.#source()) {
      if (chunk.length > 0) throw this.invalid('bytes after the end');
    }
    this.#parsed(() => this.#parser.finish());
  }

  /** Does something with what the stream brought; what cannot be decoded is the stream's fault. */
  async decode<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.#told(error);
    }
  }

  invalid(reason: string): Error {
    return errors.streamInvalid({ reason, offset: this.#parser.offset });
  }

  /** Goes on to the next top-level marker or to the end of the chunk; returns what it passed. */
  #scan(): Uint8Array {
    return this.#parsed(() => this.#scanned());
  }

  #scanned(): Uint8Array {
    const parser = this.#parser;
    const start = parser.position;
    for (;;) {
      const element = parser.next();
      if (element === undefined) return parser.buffer.subarray(start, parser.position);
      if (element.kind !== 'marker') continue;
      if (boundaries.has(element.tag)) {
        this.#endContent(element.tag);
        return parser.buffer.subarray(start, parser.elementStart);
      }
      this.#nest(element.tag);
    }
  }

  #endContent(tag: Marker): void {
    // An error may come anywhere: everything that is open ends with it.
    if (this.#open.length > 0 && tag !== marker.fxErrorInfo) {
      throw this.invalid(`${markerName(tag)} before ${markerName(this.#open.at(-1)!)}`);
    }
    this.#open.length = 0;
    this.#next = tag;
  }

  #nest(tag: Marker): void {
    const end = opening.get(tag);
    if (end !== undefined) this.#open.push(end);
    else if (!closing.has(tag) || this.#open.pop() !== tag) throw this.invalid(`${markerName(tag)} out of place`);
  }

  async #long(length: number): Promise<Uint8Array> {
    if (length > limits.syncValue) throw this.invalid(`a value of ${length} bytes outside an item`);
    const bytes = new Uint8Array(length);
    let filled = 0;
    for (;;) {
      const element = await this.#element();
      if (element.kind !== 'piece') return bytes;
      bytes.set(element.bytes, filled);
      filled += element.bytes.length;
    }
  }

  async #element() {
    for (;;) {
      const element = this.#parsed(() => this.#parser.next());
      if (element !== undefined) return element;
      await this.#fill();
    }
  }

  async #fill(): Promise<void> {
    const chunk = await this.#source();
    if (chunk === undefined) throw errors.streamBroken({ reason: `it ends at byte ${this.#parser.offset}` });
    this.#parser.push(chunk);
  }

  #parsed<T>(read: () => T): T {
    try {
      return read();
    } catch (error) {
      throw this.#told(error);
    }
  }

  #told(error: unknown): unknown {
    if (!isWireError(error)) return error;
    return errors.streamInvalid({ reason: error.message, offset: this.#parser.offset }, { cause: error });
  }
}
