import type { Account } from '../organisation/account.ts';

/** The connections of one client that share its context handles. [C706] 9.3.2 */
export interface RpcAssociation {
  /** The association group that bind and bind_ack name. */
  readonly id: number;
  /** Aborted when the last of its connections is gone; the handles go with it. */
  readonly signal: AbortSignal;
}

interface Entry {
  /** Who signed in at the proxy. */
  readonly account: Account;
  readonly association: RpcAssociation;
  readonly end: AbortController;
  connections: number;
}

/** Every association of a server. */
export class Associations {
  readonly #open = new Map<number, Entry>();
  #lastId = 0x1000;

  /**
   * The association of this group, or for group 0 a new one; the connection belongs to it until its signal is aborted.
   * Undefined for a group that does not live, or that somebody else began: Windows refuses such a bind.
   */
  join(
    group: number,
    { account, signal: connection }: { account: Account; signal: AbortSignal },
  ): RpcAssociation | undefined {
    const entry = group === 0 ? this.#begin(account) : this.#open.get(group);
    if (entry?.account !== account) return undefined;
    entry.connections++;
    connection.addEventListener('abort', () => this.#leave(entry), { once: true });
    return entry.association;
  }

  #begin(account: Account): Entry {
    const end = new AbortController();
    const id = ++this.#lastId;
    const entry = { account, association: { id, signal: end.signal }, end, connections: 0 };
    this.#open.set(id, entry);
    return entry;
  }

  #leave(entry: Entry): void {
    if (--entry.connections > 0) return;
    this.#open.delete(entry.association.id);
    entry.end.abort();
  }
}
