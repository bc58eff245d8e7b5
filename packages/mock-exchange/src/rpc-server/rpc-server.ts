import type { NtlmAuthority } from '../ntlm/ntlm-acceptor.ts';
import type { RpcSession, SessionStart } from '../rpc-proxy/virtual-connection.ts';
import { Associations } from './associations.ts';
import type { RpcInterface } from './rpc-interface.ts';
import { ServerSession } from './server-session.ts';

/** The RPC run-time of all ports in one: gives each virtual connection a session with the interfaces of its port. */
export class RpcServer {
  readonly #authority: NtlmAuthority;
  readonly #services: readonly RpcInterface[];
  readonly #associations = new Associations();

  constructor(options: { authority: NtlmAuthority; services: readonly RpcInterface[] }) {
    this.#authority = options.authority;
    this.#services = options.services;
  }

  startSession(start: SessionStart): RpcSession {
    const [associations, authority, services] = [this.#associations, this.#authority, this.#services];
    return new ServerSession({ start, associations, authority, services });
  }
}
