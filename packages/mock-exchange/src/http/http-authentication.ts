import { isWireError } from '@cutover/wire';
import type { Account } from '../organisation/account.ts';
import { signIn } from '../organisation/sign-in.ts';
import { NtlmAcceptor, type NtlmAuthority } from '../ntlm/ntlm-acceptor.ts';
import type { RequestHead } from './request-head.ts';
import type { HttpResponse } from './response.ts';

/** How a client may say who it is. */
export type HttpScheme = 'NTLM' | 'Basic';
export const httpSchemes: readonly HttpScheme[] = ['NTLM', 'Basic'];

/** Either who sends the request, or the response that asks for (better) credentials. */
export type AuthenticationOutcome = { readonly account: Account } | { readonly response: HttpResponse };

/** Basic and NTLM on one TCP connection. NTLM authenticates the connection, Basic each request. [MS-NTHT] 2.1 */
export class HttpAuthentication {
  readonly #authority: NtlmAuthority;
  readonly #realm: string;
  readonly #schemesFor: (head: RequestHead) => readonly HttpScheme[];
  #acceptor: NtlmAcceptor | undefined;
  #account: Account | undefined;

  constructor(
    authority: NtlmAuthority,
    options: { realm: string; schemesFor?: (head: RequestHead) => readonly HttpScheme[] },
  ) {
    this.#authority = authority;
    this.#realm = options.realm;
    this.#schemesFor = options.schemesFor ?? (() => httpSchemes);
  }

  /** Judges the Authorization header of a request, if it has one. */
  authenticate(head: RequestHead): AuthenticationOutcome {
    return this.#judge(head) ?? this.#refusal(head);
  }

  #judge(head: RequestHead): AuthenticationOutcome | undefined {
    const authorization = head.headers.get('authorization');
    if (authorization === undefined) return this.#account && { account: this.#account };
    const [name = '', value = ''] = authorization.split(/\s+/, 2);
    const scheme = this.#schemesFor(head).find((one) => one.toLowerCase() === name.toLowerCase());
    if (scheme === 'Basic') return this.#basic(value);
    return scheme === 'NTLM' ? this.#ntlm(Buffer.from(value, 'base64')) : undefined;
  }

  #basic(value: string): AuthenticationOutcome | undefined {
    const text = Buffer.from(value, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    if (colon < 0) return undefined;
    const account = signIn(this.#authority.accounts, text.slice(0, colon), text.slice(colon + 1));
    return account && { account };
  }

  #ntlm(message: Buffer): AuthenticationOutcome | undefined {
    const acceptor = this.#acceptor;
    if (acceptor === undefined) return this.#challenge(message);
    this.#acceptor = undefined;
    const identity = acceptor.authenticate(message);
    if (identity === undefined) return undefined;
    this.#account = identity.account;
    return { account: identity.account };
  }

  #challenge(negotiate: Buffer): AuthenticationOutcome | undefined {
    this.#account = undefined;
    const acceptor = new NtlmAcceptor(this.#authority);
    try {
      const challenge = Buffer.from(acceptor.challenge(negotiate)).toString('base64');
      this.#acceptor = acceptor;
      return { response: { status: 401, headers: [['WWW-Authenticate', `NTLM ${challenge}`]] } };
    } catch (error) {
      if (isWireError(error)) return undefined;
      throw error;
    }
  }

  #refusal(head: RequestHead): AuthenticationOutcome {
    const body = 'You are not authorized to view this page.\r\n';
    return {
      response: {
        status: 401,
        // A line for each, not one list: some clients look for their scheme at the beginning of a line.
        headers: [
          ...this.#schemesFor(head).map((scheme) => ['WWW-Authenticate', this.#challengeOf(scheme)] as const),
          ['Content-Type', 'text/plain'],
        ],
        body,
      },
    };
  }

  #challengeOf(scheme: HttpScheme): string {
    return scheme === 'Basic' ? `Basic realm="${this.#realm}"` : scheme;
  }
}
