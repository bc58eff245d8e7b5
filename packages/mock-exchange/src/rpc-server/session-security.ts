import { isWireError } from '@cutover/wire';
import { createSecurityContext } from '@cutover/wire/ntlm';
import { AuthLevel, type AuthTrailer, AuthType, type FragmentSecurity } from '@cutover/wire/rpc';
import { NtlmAcceptor, type NtlmAuthority } from '../ntlm/ntlm-acceptor.ts';
import type { Account } from '../organisation/account.ts';

/** Where a connection's authentication at RPC level is. */
type State =
  /** The client has asked for none: it is whom HTTP knows. */
  | { readonly kind: 'none' }
  | { readonly kind: 'challenged'; readonly acceptor: NtlmAcceptor; readonly trailer: AuthTrailer }
  | { readonly kind: 'proved'; readonly account: Account; readonly security: FragmentSecurity }
  | { readonly kind: 'failed' };

/** Authentication of one connection by NTLM in bind, bind_ack and auth3. [MS-RPCE] 3.3.1.5.2 */
export class SessionSecurity {
  readonly #authority: NtlmAuthority;
  #state: State = { kind: 'none' };

  constructor(authority: NtlmAuthority) {
    this.#authority = authority;
  }

  /** Whether a bind with this trailer can be answered: NTLM alone, not SPNEGO and not Kerberos. */
  supports(trailer: AuthTrailer): boolean {
    return trailer.type === AuthType.ntlm && trailer.level >= AuthLevel.none && trailer.level <= AuthLevel.privacy;
  }

  /** Answers the trailer of a bind or alter_context by that of its acknowledgment. */
  negotiate(trailer: AuthTrailer): AuthTrailer | undefined {
    if (this.#state.kind === 'challenged') {
      this.complete(trailer);
      return undefined;
    }
    const acceptor = new NtlmAcceptor(this.#authority);
    try {
      const value = acceptor.challenge(trailer.value);
      this.#state = { kind: 'challenged', acceptor, trailer };
      return { ...trailer, value };
    } catch (error) {
      if (!isWireError(error)) throw error;
      this.#state = { kind: 'failed' };
      return undefined;
    }
  }

  /** Takes the client's proof. A bad one shows with the first request only. */
  complete(trailer: AuthTrailer): void {
    const state = this.#state;
    if (state.kind !== 'challenged') return;
    const identity = state.acceptor.authenticate(trailer.value);
    if (identity === undefined) {
      this.#state = { kind: 'failed' };
      return;
    }
    const { sessionKey, flags, account } = identity;
    const ntlm = createSecurityContext({ role: 'server', sessionKey, flags });
    const { level, contextId } = state.trailer;
    this.#state = { kind: 'proved', account, security: { level, authContextId: contextId, ntlm } };
  }

  /** Whether calls may be made: authentication was either not asked for or has succeeded. */
  get allowsCalls(): boolean {
    return this.#state.kind === 'none' || this.#state.kind === 'proved';
  }

  /** Whom the client has proved to be at this level. */
  get account(): Account | undefined {
    return this.#state.kind === 'proved' ? this.#state.account : undefined;
  }

  /** How fragments are protected. */
  get fragments(): FragmentSecurity | undefined {
    return this.#state.kind === 'proved' ? this.#state.security : undefined;
  }

  get level(): number {
    return this.#state.kind === 'proved' ? this.#state.security.level : AuthLevel.none;
  }
}
