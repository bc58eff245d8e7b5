import { httpRefusal } from './http-refusal.ts';

/** Request line and headers of one request. Header names are lower case; a repeated header is joined by commas. */
export interface RequestHead {
  readonly method: string;
  /** Decoded path without query, e.g. /rpc/rpcproxy.dll. */
  readonly path: string;
  /** What follows the question mark, undecoded; empty without one. */
  readonly query: string;
  readonly version: '1.0' | '1.1';
  readonly headers: ReadonlyMap<string, string>;
  /** What Content-Length says; 0 without one, and the most there is for a body in chunks, whose length nobody knows. */
  readonly contentLength: number;
  /** Whether the body comes in chunks. */
  readonly isChunked: boolean;
}

const requestLine = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+) (\S+) HTTP\/1\.([01])$/;
const headerLine = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*$/;
const absoluteForm = /^https?:\/\/[^/?#]*/i;

/** Parses a head up to its empty line; a malformed one is refused by an HTTP status. [RFC 9112] 2.1 – 5 */
export function parseRequestHead(text: string): RequestHead {
  const [first = '', ...lines] = text.split(/\r?\n/);
  const match = requestLine.exec(first);
  if (!match) throw httpRefusal(400);
  const [, method = '', target = '', minor] = match;
  const headers = parseHeaders(lines);
  // A client may name the whole URI although it does not speak to a forward proxy. [RFC 9112] 3.2.2
  const local = target.replace(absoluteForm, '') || '/';
  const mark = local.indexOf('?');
  const version = minor === '0' ? '1.0' : '1.1';
  return {
    method,
    path: decodePath(mark < 0 ? local : local.slice(0, mark)),
    query: mark < 0 ? '' : local.slice(mark + 1),
    version,
    headers,
    ...framing(headers, version),
  };
}

/** How the body is delimited; what two readers could understand in two ways is refused. [RFC 9112] 6.1, 6.3 */
function framing(
  headers: ReadonlyMap<string, string>,
  version: RequestHead['version'],
): Pick<RequestHead, 'contentLength' | 'isChunked'> {
  const encoding = headers.get('transfer-encoding')?.toLowerCase();
  if (encoding === undefined) return { contentLength: parseLength(headers.get('content-length')), isChunked: false };
  if (version === '1.0' || headers.has('content-length')) throw httpRefusal(400);
  if (encoding !== 'chunked') throw httpRefusal(501);
  return { contentLength: Number.MAX_SAFE_INTEGER, isChunked: true };
}

function parseHeaders(lines: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of lines) {
    if (line === '') continue;
    const match = headerLine.exec(line);
    if (!match) throw httpRefusal(400);
    const name = match[1]!.toLowerCase();
    const before = headers.get(name);
    headers.set(name, before === undefined ? match[2]! : `${before}, ${match[2]}`);
  }
  return headers;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw httpRefusal(400);
  }
}

function parseLength(text: string | undefined): number {
  if (text === undefined) return 0;
  // Two lengths that differ are an attack on whoever reads the other one. [RFC 9112] 6.3
  if (!/^\d{1,15}$/.test(text)) throw httpRefusal(400);
  return Number(text);
}
