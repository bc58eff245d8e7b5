import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as it arrived. */
export interface SeenRequest {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON unless it is text or bytes; `cut` breaks the connection off instead. */
  readonly body?: unknown;
  readonly cut?: true;
}

export interface ScriptedServer extends AsyncDisposable {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
}

type Script = readonly (ScriptedAnswer | ((url: string) => ScriptedAnswer))[];

/** An HTTP server on loopback that gives the answers of its script in turn; a request beyond them is answered 500. */
export async function scriptedServer(script: Script): Promise<ScriptedServer> {
  const seen: SeenRequest[] = [];
  let url = '';
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const step = script[seen.length] ?? { status: 500, body: 'beyond the script' };
    seen.push({ method: request.method, url: request.url, headers: request.headers, body: await text(request) });
    const { status = 200, headers = {}, body = {}, cut } = typeof step === 'function' ? step(url) : step;
    if (cut) return void request.socket.destroy();
    const raw = typeof body === 'string' || Buffer.isBuffer(body);
    response.writeHead(status, headers).end(raw ? body : JSON.stringify(body));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    seen,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
