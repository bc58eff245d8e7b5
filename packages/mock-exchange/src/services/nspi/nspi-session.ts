import type { AddressBook } from '../../directory/address-book.ts';
import { contextMismatch } from '../../rpc-server/rpc-fault.ts';
import type { RpcConnection } from '../../rpc-server/rpc-interface.ts';
import { stableGuid } from '../../seeds/stable.ts';
import { limits } from '../../limits.ts';

/** A context handle as it is on the wire. */
export interface ContextHandle {
  attributes: number;
  uuid: string;
}

/** Sessions that NspiBind has opened, by connection: a handle is good on its own connection only. */
export class NspiSessions {
  readonly #byConnection = new WeakMap<RpcConnection, Map<string, AddressBook>>();
  #opened = 0;

  /** Opens a session on a view of the directory; undefined when the connection has too many. */
  open(connection: RpcConnection, book: AddressBook): ContextHandle | undefined {
    const sessions = this.#sessionsOf(connection);
    if (sessions.size >= limits.nspiSessions) return undefined;
    const uuid = stableGuid('NSPI session', ++this.#opened);
    sessions.set(uuid, book);
    return { attributes: 0, uuid };
  }

  /** The directory as the session sees it; a fault when the handle is none of this connection. */
  find(connection: RpcConnection, { uuid }: ContextHandle): AddressBook {
    const book = this.#sessionsOf(connection).get(uuid);
    if (book === undefined) throw contextMismatch();
    return book;
  }

  /** Shows the session the directory as it has become by its own change. */
  renew(connection: RpcConnection, handle: ContextHandle, book: AddressBook): void {
    this.#sessionsOf(connection).set(handle.uuid, book);
  }

  close(connection: RpcConnection, handle: ContextHandle): void {
    this.find(connection, handle);
    this.#sessionsOf(connection).delete(handle.uuid);
  }

  #sessionsOf(connection: RpcConnection): Map<string, AddressBook> {
    let sessions = this.#byConnection.get(connection);
    if (sessions === undefined) {
      sessions = new Map();
      this.#byConnection.set(connection, sessions);
    }
    return sessions;
  }
}
