import { type Environment } from '../environment.ts';
import type { CallOptions } from '../options.ts';
import { type Row } from './row.ts';
/** Rows together with their keys, which hold for this session of the address book. */
export interface LinkedRows {
    readonly ids: readonly number[];
    readonly rows: readonly Row[];
}
/** An open session of the address book. One call at a time. */
export interface AddressBook extends AsyncDisposable {
    /** Every row of the global address list, a page at a time. */
    pages(columns: readonly number[], options?: CallOptions): AsyncGenerator<readonly Row[]>;
    /** The rows of these keys, in their order. */
    rowsOf(ids: readonly number[], columns: readonly number[], options?: CallOptions): Promise<readonly Row[]>;
    /** What a property of the object, as the members of a group, names. */
    linked(object: {
        dn: string;
        tag: number;
    }, columns: readonly number[], options?: CallOptions): Promise<LinkedRows>;
    /** The one entry that a person's name, alias or address means; undefined if there is none or more than one. */
    resolve(name: string, columns: readonly number[], options?: CallOptions): Promise<Row | undefined>;
    close(): Promise<void>;
}
/** Connects to the directory's port of the server and opens a session. [MS-OXNSPI] 3.1.4.1.1 */
export declare function openAddressBook(environment: Environment, options?: CallOptions): Promise<AddressBook>;
