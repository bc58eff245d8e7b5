import { type NspiRow } from '@cutover/wire/nspi';
import type { AddressBook } from '../../directory/address-book.ts';
/**
 * The hierarchy of containers, or the creation templates, of which this server has none for any language. The STAT is
 * not looked at beyond its code page: impacket sends it shifted by four bytes.
 */
export declare function getSpecialTable(book: AddressBook, request: {
    flags: number;
    stat: {
        codePage: number;
    };
    version: number;
}): {
    version: number;
    rows: NspiRow[];
    result: number;
};
