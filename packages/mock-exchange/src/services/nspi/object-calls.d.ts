import { type Stat } from '@cutover/wire/nspi';
import type { AddressBook } from '../../directory/address-book.ts';
/** MIds of DNs; 0 where there is none. [MS-OXNSPI] 3.1.4.1.13 */
export declare function dnToMinimalId(book: AddressBook, { names }: {
    names: readonly (string | null)[];
}): {
    ids: number[];
    result: number;
};
/** The properties that an object has, text as 8-bit. [MS-OXNSPI] 3.1.4.1.6 */
export declare function getPropList(book: AddressBook, request: {
    flags: number;
    id: number;
    codePage: number;
}): {
    tags: number[];
    result: number;
};
/** Properties of the object under the cursor. [MS-OXNSPI] 3.1.4.1.7 */
export declare function getProps(book: AddressBook, request: {
    flags: number;
    stat: Stat;
    tags: readonly number[] | null;
}): {
    row: import("@cutover/wire/nspi").NspiRow;
    result: number;
};
/** All columns that the server knows. [MS-OXNSPI] 3.1.4.1.5 */
export declare function queryColumns(_book: AddressBook, request: {
    reserved: number;
    flags: number;
}): {
    tags: number[];
    result: number;
};
