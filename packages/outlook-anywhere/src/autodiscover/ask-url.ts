import type { Clock, Random } from '@cutover/base';
import { errors } from '../errors.ts';
import type { Credential } from '../options.ts';
import { withDeadline } from '../transport/deadline.ts';
import { type HttpConnection, openHttpConnection } from '../transport/http-connection.ts';
import { type HttpHead, offeredSchemes } from '../transport/http-head.ts';
import { authenticate, negotiate } from '../transport/ntlm-client.ts';
import type { SocketTarget } from '../transport/socket-target.ts';

/** A request to a web service, and who may be said to send it. */
export interface WebRequest {
  readonly url: URL;
  readonly target: SocketTarget;
  readonly method: 'GET' | 'POST';
  readonly body?: string | undefined;
  /** Whom to be if the service asks; it is told no one that did not ask. */
  readonly credential?: Credential | undefined;
}

export interface WebAnswer {
  readonly head: HttpHead;
  readonly body: Uint8Array;
}

/** What asking uses of the outside world. */
export interface WebEnvironment {
  readonly connectTimeout: number;
  readonly callTimeout: number;
  readonly clock: Clock;
  readonly random: Random;
}

/**
 * Sends a request and reads the answer. Asked for a credential, it signs in by NTLM, which keeps the password to itself, or else
 * by Basic.
 */
export async function askUrl(
  request: WebRequest,
  environment: WebEnvironment,
  signal: AbortSignal,
): Promise<WebAnswer> {
  const answer = await send(request, environment, { signal });
  if (answer.head.status !== 401 || request.credential === undefined) return answer;
  const offered = new Set([...offeredSchemes(answer.head).keys()].map((scheme) => scheme.toLowerCase()));
  if (offered.has('ntlm')) return send(request, environment, { signal, scheme: 'NTLM' });
  if (offered.has('basic')) return send(request, environment, { signal, scheme: 'Basic' });
  return answer;
}

interface Attempt {
  readonly signal: AbortSignal;
  readonly scheme?: 'NTLM' | 'Basic';
}

async function send(request: WebRequest, environment: WebEnvironment, attempt: Attempt): Promise<WebAnswer> {
  const connection = await connect(request.target, environment, attempt.signal);
  const stop = (): void => connection.close();
  attempt.signal.addEventListener('abort', stop, { once: true });
  const { proxy, port } = request.target;
  const ms = environment.callTimeout;
  const timedOut = () => errors.answerTimedOut({ proxy, port, ms });
  try {
    return await withDeadline({ clock: environment.clock, ms, signals: [attempt.signal], timedOut }, async () => {
      const authorization = await authorizationOf(connection, request, { environment, scheme: attempt.scheme });
      return exchange(connection, request, authorization);
    });
  } finally {
    attempt.signal.removeEventListener('abort', stop);
    connection.close();
  }
}

function connect(target: SocketTarget, environment: WebEnvironment, signal: AbortSignal): Promise<HttpConnection> {
  const { clock, connectTimeout: ms } = environment;
  const timedOut = () => errors.connectTimedOut({ proxy: target.proxy, port: target.port, ms });
  return withDeadline({ clock, ms, signals: [signal], timedOut }, (end) => openHttpConnection(target, end));
}

async function authorizationOf(
  connection: HttpConnection,
  request: WebRequest,
  { environment, scheme }: { environment: WebEnvironment; scheme: Attempt['scheme'] },
): Promise<string | undefined> {
  if (scheme === undefined) return undefined;
  const credential = request.credential!;
  if (scheme === 'Basic') {
    return `Basic ${Buffer.from(`${credential.userName}:${credential.password}`, 'utf8').toString('base64')}`;
  }
  const options = { ...environment, credential, protection: 'none' } as const;
  const { head } = await exchange(connection, { ...request, body: '' }, ntlm(negotiate(options)));
  const challenge = offeredSchemes(head).get('NTLM');
  if (head.status !== 401 || !challenge) return undefined;
  try {
    return ntlm(authenticate(options, Buffer.from(challenge, 'base64')).message);
  } catch (cause) {
    throw errors.notHttp({ proxy: request.target.proxy, reason: 'the NTLM challenge is damaged' }, { cause });
  }
}

const ntlm = (message: Uint8Array): string => `NTLM ${Buffer.from(message).toString('base64')}`;

async function exchange(
  connection: HttpConnection,
  request: WebRequest,
  authorization: string | undefined,
): Promise<WebAnswer> {
  connection.send(formatRequest(request, authorization));
  const head = await connection.readHead();
  return { head, body: await connection.readBody(head) };
}

function formatRequest({ url, method, body = '' }: WebRequest, authorization: string | undefined): Uint8Array {
  const bytes = Buffer.from(body, 'utf8');
  const lines = [
    `${method} ${url.pathname}${url.search} HTTP/1.1`,
    `Host: ${url.host}`,
    'User-Agent: cutover',
    'Accept: text/xml, application/xml',
    'Cache-Control: no-cache',
    ...(method === 'POST' ? ['Content-Type: text/xml; charset=utf-8', `Content-Length: ${bytes.length}`] : []),
    ...(authorization === undefined ? [] : [`Authorization: ${authorization}`]),
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), bytes]);
}
