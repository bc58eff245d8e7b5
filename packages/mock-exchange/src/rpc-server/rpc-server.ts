import type { Clock } from '@cutover/base';
import type { FaultInjector } from '../faults/fault-injector.ts';
import type { Journal } from '../journal/journal.ts';
import type { NtlmAuthority } from '../ntlm/ntlm-acceptor.ts';
import type { RpcSession, SessionStart } from '../rpc-proxy/virtual-connection.ts';
import { Associations } from './associations.ts';
import type { RpcInterface } from './rpc-interface.ts';
import { ServerSession } from './server-session.ts';

export interface RpcServerOptions {
  readonly authority: NtlmAuthority;
  readonly services: readonly RpcInterface[];
  readonly faults?: FaultInjector | undefined;
  readonly journal?: Journal | undefined;
  readonly clock?: Clock;
}

/** The RPC run-time of all ports in one: gives each virtual connection a session with the interfaces of its port. */
export class RpcServer {
  readonly #options: RpcServerOptions;
  readonly #associations = new Associations();

  constructor(options: RpcServerOptions) {
    this.#options = options;
  }

  startSession(start: SessionStart): RpcSession {
    return new ServerSession({ ...this.#options, start, associations: this.#associations });
  }
}
