import type { CallOptions } from '../options.ts';
import type { AddressBook } from './address-book.ts';
import type { DirectoryEntry } from './entry.ts';
/** Reads the whole address list, with the members of every group; then what only groups name. */
export declare function readDirectory(book: AddressBook, options?: CallOptions): AsyncGenerator<DirectoryEntry>;
