import type { AddressBook } from '../../directory/address-book.ts';
import type { RpcConnection } from '../../rpc-server/rpc-interface.ts';
/** A context handle as it is on the wire. */
export interface ContextHandle {
    attributes: number;
    uuid: string;
}
/** Sessions that NspiBind has opened, by connection: a handle is good on its own connection only. */
export declare class NspiSessions {
    #private;
    /** Opens a session on a view of the directory; undefined when the connection has too many. */
    open(connection: RpcConnection, book: AddressBook): ContextHandle | undefined;
    /** The directory as the session sees it; a fault when the handle is none of this connection. */
    find(connection: RpcConnection, { uuid }: ContextHandle): AddressBook;
    close(connection: RpcConnection, handle: ContextHandle): void;
}
