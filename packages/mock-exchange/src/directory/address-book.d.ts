import type { Organisation } from '../organisation/organisation.ts';
import type { Recipient } from '../organisation/recipient.ts';
import { type ContainerDefinition } from './container.ts';
/** An object of the directory under the key that rows have. */
export interface AddressBookObject {
    readonly id: number;
    readonly recipient: Recipient;
}
/** A list of the hierarchy with its rows in their order. */
export interface Container {
    readonly id: number;
    readonly guid: string;
    readonly dn: string;
    readonly depth: number;
    readonly parent?: Container;
    readonly definition: ContainerDefinition;
    /** MIds, sorted by display name. Hidden objects are in no list. */
    readonly rows: readonly number[];
}
/** What NSPI shows of an organisation at one time. */
export interface AddressBook {
    readonly organisation: Organisation;
    /** Stands in ephemeral entry ids. */
    readonly serverGuid: string;
    readonly containers: readonly Container[];
    container(id: number): Container | undefined;
    object(id: number): AddressBookObject | undefined;
    /** MId of the object or the container that a DN names, in any of the forms of DN that clients use. */
    idOf(dn: string): number | undefined;
    /** MIds of objects by their DNs, hidden ones too, sorted by display name. */
    idsOf(dns: readonly string[]): number[];
    /** The groups that have the object as a direct member. */
    groupsOf(recipient: Recipient): readonly Recipient[];
    /** The people whom the object manages. */
    reportsOf(recipient: Recipient): readonly Recipient[];
    /** MIds of objects that a person would find, hidden ones excluded. */
    readonly visible: readonly AddressBookObject[];
}
/** DN of a container or of an object by its GUID alone. [MS-OXOABK] 2.2.1.1 */
export declare const guidDn: (guid: string) => string;
/** Builds the view of an organisation; ids follow the order of its recipients. */
export declare function createAddressBook(organisation: Organisation): AddressBook;
