import { type NspiRow } from '@cutover/wire/nspi';
import type { AddressBook, AddressBookObject } from './address-book.ts';
/** How a call wants its rows. */
export interface RowOptions {
    readonly codePage: number;
    /** Entry ids in the form that is good for this session only. */
    readonly ephemeralIds: boolean;
    /** What a row of this container says in PidTagAddressBookContainerId. */
    readonly containerId: number;
}
/**
 * The row of an object with the columns asked for, in their order and as often as asked; what it does not have, or an
 * object that is not there, shows as error NotFound. [MS-OXNSPI] 3.1.4.1.7, constraints 10 to 12
 */
export declare function rowOf(book: AddressBook, target: AddressBookObject | undefined, tags: readonly number[], options: RowOptions): NspiRow;
/** Whether some column of the row is missing: the call then says ErrorsReturned. */
export declare const hasErrors: ({ values }: NspiRow) => boolean;
/** How the caller of `tagsOf` wants its list. */
export interface TagOptions {
    readonly skipObjects: boolean;
    /** Types of strings: Unicode, or 8-bit. */
    readonly unicode: boolean;
}
/** Tags of every property that the directory knows. [MS-OXNSPI] 3.1.4.1.5 */
export declare const knownTags: (options: TagOptions) => number[];
/** Tags of the properties that the object has. [MS-OXNSPI] 3.1.4.1.6 */
export declare function tagsOf(book: AddressBook, target: AddressBookObject, options: TagOptions): number[];
