import { systemRandom } from '@cutover/base';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serverIdentityOf } from '../ntlm/server-identity.ts';
import { basic } from '../testing/raw-client.ts';
import { RawConnection } from '../testing/raw-connection.ts';
import { administrator, twoAccounts } from '../testing/two-accounts.ts';
import { type Listener, listen } from './front-end.ts';
import { HttpAuthentication } from './http-authentication.ts';
import { HttpConnection, type Router } from './http-connection.ts';

const limit = 1000;
const routes: Readonly<Record<string, ReturnType<Router>>> = {
  '/echo': () => ({ limit, respond: (body) => ({ status: 200, body }) }),
  '/later': () => ({
    limit,
    respond: async (body) => {
      await new Promise((resolve) => setImmediate(resolve));
      return { status: 200, body };
    },
  }),
  '/broken': () => Promise.reject(new TypeError('bug')),
  '/open': { anonymously: () => ({ status: 302, headers: [['Location', '/echo']] }) },
};

let listener: Listener;
beforeAll(async () => {
  const authority = { accounts: twoAccounts.accounts, identity: serverIdentityOf(twoAccounts), random: systemRandom };
  listener = await listen({ host: '127.0.0.1', port: 0 }, (socket) => {
    const authentication = new HttpAuthentication(authority, { realm: 'mail.contoso.com' });
    return new HttpConnection(socket, { route: ({ path }) => routes[path], authentication });
  });
});
afterAll(() => listener.close());

const open = (): Promise<RawConnection> => RawConnection.open(listener.port);

function request(line: string, headers: readonly string[] = []): string {
  const lines = [line, 'Host: mail.contoso.com', `Authorization: ${basic(administrator)}`, ...headers];
  return `${lines.join('\r\n')}\r\n\r\n`;
}

/** The next response of a connection. */
async function response(connection: RawConnection): Promise<{ head: string; body: string }> {
  const head = await connection.head();
  const length = Number(/^Content-Length: (\d+)$/m.exec(head)?.[1] ?? 0);
  return { head, body: (await connection.bytes(length)).toString() };
}

describe.each(['/echo', '/later'])('%s', (path) => {
  test('bodies of both kinds are answered in order, sent at once or byte by byte', async () => {
    const fixed = `${request(`POST ${path} HTTP/1.1`, ['Content-Length: 5'])}first`;
    const chunked = `${request(`POST ${path} HTTP/1.1`, ['Transfer-Encoding: chunked'])}6\r\nsecond\r\n0\r\n\r\n`;
    const all = fixed + chunked + request(`POST ${path} HTTP/1.1`) + fixed;
    const whole = await open();
    whole.write(all);
    const slow = await open();
    for (const byte of Buffer.from(all)) slow.write(Uint8Array.of(byte));
    for (const connection of [whole, slow]) {
      for (const body of ['first', 'second', '', 'first']) expect(await response(connection)).toMatchObject({ body });
      connection.close();
    }
  });
});

test('whoever waits for it is told to go on, once it is known who it is', async () => {
  const connection = await open();
  const headers = ['Content-Length: 2', 'Expect: 100-continue'];
  connection.write(request('POST /echo HTTP/1.1', headers).replace(/Authorization.*\r\n/, ''));
  expect((await response(connection)).head).toContain('401 Unauthorized');
  connection.write(request('POST /echo HTTP/1.1', headers));
  expect(await connection.head()).toBe('HTTP/1.1 100 Continue');
  connection.write('hi');
  expect(await response(connection)).toMatchObject({ body: 'hi' });
  connection.write(request('POST /echo HTTP/1.0', [...headers, 'Connection: keep-alive']) + 'hi');
  const { head } = await response(connection);
  expect(head).toContain('200 OK');
  expect(head).toContain('Connection: keep-alive');
  connection.close();
});

test('a body that is too long is refused, and the connection ends', async () => {
  const connection = await open();
  connection.write(request('POST /echo HTTP/1.1', ['Content-Length: 1001']));
  expect((await connection.rest()).toString()).toMatch(/^HTTP\/1\.1 413 .*Connection: close/s);
});

test('a route for everybody asks for no credentials', async () => {
  const connection = await open();
  connection.write('GET /open HTTP/1.1\r\nHost: x\r\n\r\n');
  expect((await response(connection)).head).toMatch(/^HTTP\/1\.1 302 .*Location: \/echo/s);
  connection.close();
});

test('HEAD is answered by the headers alone', async () => {
  const connection = await open();
  connection.write(request('HEAD /echo HTTP/1.1', ['Content-Length: 3']) + 'abc' + request('GET /open HTTP/1.1'));
  expect(await connection.head()).toContain('Content-Length: 3');
  expect(await connection.head()).toContain('302');
  connection.close();
});

test('a handler that fails later costs its connection', async () => {
  const connection = await open();
  connection.write(request('GET /broken HTTP/1.1'));
  expect(await connection.rest()).toHaveLength(0);
});

test('the server names itself and the time', async () => {
  const connection = await open();
  connection.write('GET /open HTTP/1.1\r\nHost: x\r\n\r\n');
  const { head } = await response(connection);
  expect(head).toContain('Server: Microsoft-IIS/6.0');
  expect(head).toMatch(/^Date: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT/m);
  connection.close();
});
