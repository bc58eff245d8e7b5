import { type Marker } from '@cutover/wire/fasttransfer';
/** Gives the next chunk of a stream, undefined after the last. The chunk before must not be looked at any more. */
export type ChunkSource = () => Promise<Uint8Array | undefined>;
/** Values of properties by tag, in bytes of their own. */
export type RawValues = ReadonlyMap<number, Uint8Array>;
/**
 * A FastTransfer stream of a synchronization, read at its top level: markers and short lists of values one by one, the content between
 * them as views of the chunks. Holds one chunk and what a cut has parted, never a value. [MS-OXCFXICS] 2.2.4.2
 */
export declare class SyncStream {
    #private;
    constructor(source: ChunkSource);
    /** The next marker, which must come at once. */
    marker(): Promise<Marker>;
    /** Puts a marker back, so that it comes again. */
    unread(tag: Marker): void;
    /** The properties up to the next marker, which `marker` then gives. */
    values(): Promise<RawValues>;
    /** The next piece of the content, a view of the chunk; undefined when a top-level marker comes, which `marker` then gives. */
    content(): Promise<Uint8Array | undefined>;
    /** Reads on to the end of the stream, where nothing may follow. */
    finish(): Promise<void>;
    invalid(reason: string): Error;
}
