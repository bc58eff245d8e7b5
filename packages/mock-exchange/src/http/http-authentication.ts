import { isWireError } from '@cutover/wire';
import type { Account } from '../organisation/account.ts';
import { signIn } from '../organisation/sign-in.ts';
import { NtlmAcceptor, type NtlmAuthority } from '../ntlm/ntlm-acceptor.ts';
import type { HttpResponse } from './response.ts';

/** Either who sends the request, or the response that asks for (better) credentials. */
export type AuthenticationOutcome = { readonly account: Account } | { readonly response: HttpResponse };

/** Basic and NTLM on one TCP connection. NTLM authenticates the connection, Basic each request. [MS-NTHT] 2.1 */
export class HttpAuthentication {
  readonly #authority: NtlmAuthority;
  readonly #realm: string;
  #acceptor: NtlmAcceptor | undefined;
  #account: Account | undefined;

  constructor(authority: NtlmAuthority, options: { realm: string }) {
    this.#authority = authority;
    this.#realm = options.realm;
  }

  /** Judges the Authorization header of a request; undefined if there is none. */
  authenticate(authorization: string | undefined): AuthenticationOutcome {
    if (authorization === undefined) return this.#account ? { account: this.#account } : this.#refuse();
    const [scheme = '', value = ''] = authorization.split(/\s+/, 2);
    if (/^basic$/i.test(scheme)) return this.#basic(value);
    if (/^ntlm$/i.test(scheme)) return this.#ntlm(Buffer.from(value, 'base64'));
    return this.#refuse();
  }

  #basic(value: string): AuthenticationOutcome {
    const text = Buffer.from(value, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    if (colon < 0) return this.#refuse();
    const account = signIn(this.#authority.accounts, text.slice(0, colon), text.slice(colon + 1));
    return account ? { account } : this.#refuse();
  }

  #ntlm(message: Buffer): AuthenticationOutcome {
    const acceptor = this.#acceptor;
    if (acceptor === undefined) return this.#challenge(message);
    this.#acceptor = undefined;
    const identity = acceptor.authenticate(message);
    if (identity === undefined) return this.#refuse();
    this.#account = identity.account;
    return { account: identity.account };
  }

  #challenge(negotiate: Buffer): AuthenticationOutcome {
    this.#account = undefined;
    const acceptor = new NtlmAcceptor(this.#authority);
    try {
      const challenge = Buffer.from(acceptor.challenge(negotiate)).toString('base64');
      this.#acceptor = acceptor;
      return { response: { status: 401, headers: [['WWW-Authenticate', `NTLM ${challenge}`]] } };
    } catch (error) {
      if (isWireError(error)) return this.#refuse();
      throw error;
    }
  }

  #refuse(): AuthenticationOutcome {
    const body = 'You are not authorized to view this page.\r\n';
    return {
      response: {
        status: 401,
        // Two lines, not one list: some clients look for their scheme at the beginning of a line.
        headers: [
          ['WWW-Authenticate', 'NTLM'],
          ['WWW-Authenticate', `Basic realm="${this.#realm}"`],
          ['Content-Type', 'text/plain'],
        ],
        body,
      },
    };
  }
}
