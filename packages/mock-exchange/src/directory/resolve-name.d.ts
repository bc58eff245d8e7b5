import { resolution } from '@cutover/wire/nspi';
import type { Recipient } from '../organisation/recipient.ts';
import type { AddressBook, AddressBookObject, Container } from './address-book.ts';
/** What a name was resolved to: `ambiguous` and `unresolved` are positions, anything else is an object. */
export type Resolution = {
    readonly outcome: typeof resolution.unresolved | typeof resolution.ambiguous;
} | {
    readonly outcome: typeof resolution.resolved;
    readonly object: AddressBookObject;
};
/** Whether ambiguous name resolution would take the recipient for `name`. `=name` asks for the whole name. */
export declare function matchesName(recipient: Recipient, name: string): boolean;
/** Resolves a typed name, an address or a DN within a container. [MS-OXNSPI] 3.1.4.7 */
export declare function resolveName(book: AddressBook, container: Container, name: string | null): Resolution;
