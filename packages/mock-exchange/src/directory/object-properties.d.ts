import { type NspiValue } from '@cutover/wire/nspi';
import type { Recipient } from '../organisation/recipient.ts';
import type { AddressBook, AddressBookObject } from './address-book.ts';
/** PidTagDisplayType of an object. */
export declare const displayTypeOf: (recipient: Recipient) => number;
/** Ids and kept types of every property that the directory knows; entry ids are made for each call. */
export declare const knownProperties: readonly {
    readonly id: number;
    readonly type: number;
}[];
/** A property's value in the type it is kept in; undefined when the object does not have it. Links give DNs. */
export declare function propertyOf(target: AddressBookObject, id: number, book: AddressBook): {
    readonly type: number;
    readonly value: NspiValue;
} | undefined;
