import { reasonOf } from './http-refusal.ts';

/** A response without or with a short body. */
export interface HttpResponse {
  readonly status: number;
  readonly version?: '1.0' | '1.1';
  /** Replaces the usual reason phrase. */
  readonly reason?: string;
  /** Header lines in order; a name may come twice. */
  readonly headers?: readonly (readonly [name: string, value: string])[];
  readonly body?: Uint8Array | string;
  /** True where a 404 is an answer like others or a fault's, and not that of a server which lacks what was asked for. */
  readonly isExpected?: boolean;
  /** False for the answer to HEAD, which has the same headers alone. */
  readonly hasBody?: boolean;
}

/** The bytes of a response; Content-Length is added, unless `headers` has one. */
export function formatResponse(response: HttpResponse): Buffer {
  const body = Buffer.from(response.body ?? '');
  const headers = response.headers ?? [];
  const hasLength = headers.some(([name]) => /^(content-length|transfer-encoding)$/i.test(name));
  const lines = hasLength ? headers : [...headers, ['Content-Length', String(body.length)] as const];
  const head = formatHead(response, lines);
  return response.hasBody === false ? head : Buffer.concat([head, body]);
}

/** Status line and headers as they are, no length added. */
export function formatHead(
  response: Pick<HttpResponse, 'status' | 'version' | 'reason'>,
  headers: readonly (readonly [string, string])[] = [],
): Buffer {
  const { status, version = '1.1', reason = reasonOf(status) } = response;
  const lines = [`HTTP/${version} ${status} ${reason}`, ...headers.map(([name, value]) => `${name}: ${value}`)];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
}
