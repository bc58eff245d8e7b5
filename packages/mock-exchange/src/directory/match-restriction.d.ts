import { type Restriction } from '@cutover/wire/nspi';
import type { AddressBook, AddressBookObject } from './address-book.ts';
/** What a restriction is held against. */
export interface MatchContext {
    readonly book: AddressBook;
    /** Of the 8-bit strings in the restriction. */
    readonly codePage: number;
}
/** Kinds that `matches` can decide; a server answers TooComplex to others. */
export declare function isDecidable(restriction: Restriction | null): boolean;
/** Whether the object passes the restriction. [MS-OXNSPI] 2.2.7 */
export declare function matches(context: MatchContext, object: AddressBookObject, restriction: Restriction | null): boolean;
