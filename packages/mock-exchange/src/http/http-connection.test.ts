import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mockEvents } from '../events.ts';
import { MockExchange } from '../mock-exchange.ts';
import { answerChallenge, negotiation } from '../testing/ntlm-login.ts';
import { basic } from '../testing/raw-client.ts';
import { RawConnection } from '../testing/raw-connection.ts';
import { administrator, ann, twoAccounts } from '../testing/two-accounts.ts';
import { listen } from './front-end.ts';
import type { HttpAuthentication } from './http-authentication.ts';
import { HttpConnection } from './http-connection.ts';

let mock: MockExchange;
beforeAll(async () => {
  mock = await MockExchange.start({ organisation: twoAccounts, httpPort: 0 });
});
afterAll(() => mock.close());

const open = (): Promise<RawConnection> => RawConnection.open(Number(new URL(mock.httpUrl!).port));
const echoTarget = '/rpc/rpcproxy.dll?EXCH-MSG-1:6001';

function request(target: string, headers: readonly string[] = [], method = 'RPC_OUT_DATA'): string {
  return `${[`${method} ${target} HTTP/1.1`, 'Host: mail.contoso.com', ...headers].join('\r\n')}\r\n\r\n`;
}

/** Sends one request and gives the status line of its answer. */
async function statusOf(text: string): Promise<string> {
  const connection = await open();
  connection.write(text);
  const head = await connection.head();
  connection.close();
  return head.split('\r\n')[0]!;
}

const authorization = `Authorization: ${basic(administrator)}`;

describe('authentication', () => {
  test('without credentials both schemes are offered, each in a line of its own', async () => {
    const connection = await open();
    connection.write(request(echoTarget, ['Content-Length: 0']));
    const lines = (await connection.head()).split('\r\n');
    expect(lines[0]).toBe('HTTP/1.1 401 Unauthorized');
    expect(lines).toContain('WWW-Authenticate: NTLM');
    expect(lines).toContain('WWW-Authenticate: Basic realm="mail.contoso.com"');
    connection.close();
  });

  const text = (value: string): string => Buffer.from(value).toString('base64');
  test.each([
    ['NetBIOS domain', `CONTOSO\\administrator:${administrator.password}`, 200],
    ['DNS domain, other case', `Contoso.COM\\ADMINISTRATOR:${administrator.password}`, 200],
    ['user principal name', `annb@contoso.com:${ann.password}`, 200],
    ['bare user name, password with a colon in it refused', `annb:${ann.password}:`, 401],
    ['bare user name', `annb:${ann.password}`, 200],
    ['another domain', `OTHER\\annb:${ann.password}`, 401],
    ['a wrong password', 'annb:wrong', 401],
    ['an unknown user', 'nobody:nothing', 401],
    ['no colon', 'annb', 401],
  ])('Basic, %s', async (_name, credentials, status) => {
    const header = `Authorization: Basic ${text(credentials)}`;
    expect(await statusOf(request(echoTarget, [header, 'Content-Length: 0']))).toContain(` ${status} `);
  });

  test.each(['NTLM !!!', 'NTLM TlRMTVNTUAADAAAA', 'Negotiate YII=', 'Basic', ''])(
    'an Authorization of %j is refused',
    async (value) => {
      expect(await statusOf(request(echoTarget, [`Authorization: ${value}`]))).toContain(' 401 ');
    },
  );

  test('after a refusal the connection goes on, whether the body was sent or kept back', async () => {
    const connection = await open();
    const refused = request(echoTarget, ['Content-Length: 76']);
    const body = Buffer.alloc(76, 5);
    for (const sent of [Buffer.alloc(0), body]) {
      connection.write(Buffer.concat([Buffer.from(refused), sent]));
      const head = await connection.head();
      await connection.bytes(Number(/Content-Length: (\d+)/.exec(head)![1]));
    }
    connection.write(request(echoTarget, [authorization, 'Content-Length: 0']));
    expect(await connection.head()).toContain('200 OK');
    connection.close();
  });
});

describe('NTLM', () => {
  const ask = (connection: RawConnection, headers: readonly string[]): Promise<string> => {
    connection.write(request(echoTarget, ['Content-Length: 0', ...headers]));
    return connection.head();
  };
  const ntlm = (message: Uint8Array): string => `Authorization: NTLM ${Buffer.from(message).toString('base64')}`;

  async function challenged(connection: RawConnection): Promise<Uint8Array> {
    const head = await ask(connection, [ntlm(negotiation)]);
    expect(head).toContain('401 Unauthorized');
    expect(head).toContain('Content-Length: 0');
    return Buffer.from(/WWW-Authenticate: NTLM (\S+)/.exec(head)![1]!, 'base64');
  }

  test('a proof authenticates the connection, further requests need none', async () => {
    const connection = await open();
    const { message } = answerChallenge(await challenged(connection), ann);
    expect(await ask(connection, [ntlm(message)])).toContain('200 OK');
    await connection.bytes(20);
    expect(await ask(connection, [])).toContain('200 OK');
    connection.close();
  });

  test('a wrong password is refused, and the next attempt begins anew', async () => {
    const connection = await open();
    const wrong = answerChallenge(await challenged(connection), { ...ann, password: 'wrong' });
    const head = await ask(connection, [ntlm(wrong.message)]);
    expect(head).toContain('WWW-Authenticate: Basic');
    await connection.bytes(Number(/Content-Length: (\d+)/.exec(head)![1]));
    const { message } = answerChallenge(await challenged(connection), ann);
    expect(await ask(connection, [ntlm(message)])).toContain('200 OK');
    connection.close();
  });

  test('a proof for one connection is worth nothing on another', async () => {
    const [one, other] = [await open(), await open()];
    const { message } = answerChallenge(await challenged(one), ann);
    expect(await ask(other, [ntlm(message)])).toContain('401 Unauthorized');
    one.close();
    other.close();
  });
});

test('a connection on which nothing comes is closed', async () => {
  const listener = await listen({ host: '127.0.0.1', port: 0 }, (socket) => {
    const authentication = {} as HttpAuthentication;
    return new HttpConnection(socket, { route: () => undefined, authentication, idleMs: 20 });
  });
  const silent = await RawConnection.open(listener.port);
  silent.write('GET / HT');
  expect(await silent.rest()).toHaveLength(0);
  await listener.close();
});

test('a defect of a handler costs its connection and is told', async () => {
  const seen: unknown[] = [];
  const hear = (message: unknown): void => void seen.push(message);
  mockEvents.requestFailed.channel.subscribe(hear);
  const listener = await listen({ host: '127.0.0.1', port: 0 }, (socket) => {
    const route = () => {
      throw new TypeError('bug');
    };
    return new HttpConnection(socket, { route, authentication: {} as HttpAuthentication });
  });
  const connection = await RawConnection.open(listener.port);
  connection.write(request('/'));
  expect(await connection.rest()).toHaveLength(0);
  mockEvents.requestFailed.channel.unsubscribe(hear);
  expect(seen).toMatchObject([{ error: { message: 'bug' } }]);
  await listener.close();
});

describe('requests', () => {
  test.each([
    ['the virtual directory', '/rpc/', 403],
    ['the DLL by another case', '/RPC/RpcProxy.dll?x:1', 200],
    ['the directory for certificates', '/rpcwithcert/rpcproxy.dll?x:1', 200],
    ['an absolute URI', `http://mail.contoso.com${echoTarget}`, 200],
    ['no Autodiscover', '/autodiscover/autodiscover.xml', 404],
    ['anything else', '/', 404],
  ])('%s: %s is %i', async (_name, target, status) => {
    expect(await statusOf(request(target, [authorization, 'Content-Length: 0']))).toContain(` ${status} `);
  });

  test.each([
    ['garbage', 'garbage\n\n', 400],
    ['what speaks TLS', '\x16\x03\x01\x02\x00', 400],
    ['two lengths', request(echoTarget, ['Transfer-Encoding: chunked', 'Content-Length: 1']), 400],
    ['chunks of HTTP/1.0', request(echoTarget, ['Transfer-Encoding: chunked']).replace('/1.1', '/1.0'), 400],
    ['another coding', request(echoTarget, ['Transfer-Encoding: gzip, chunked']), 501],
    ['another expectation', request(echoTarget, ['Expect: 200-ok', 'Content-Length: 0']), 417],
    ['a head without end', `GET / HTTP/1.1\r\n${'A: b\r\n'.repeat(3000)}`, 431],
  ])('%s is refused by %i, and the connection ends', async (_name, text, status) => {
    const connection = await open();
    connection.write(text);
    const answer = (await connection.rest()).toString();
    expect(answer).toContain(` ${status} `);
    expect(answer).toContain('Connection: close');
  });

  test('several requests in one piece are answered in order', async () => {
    const connection = await open();
    const echo = request(echoTarget, [authorization, 'Content-Length: 0']);
    connection.write(echo + request('/missing') + echo);
    expect(await connection.head()).toContain('200 OK');
    await connection.bytes(20);
    expect(await connection.head()).toContain('404 Not Found');
    expect(await connection.head()).toContain('200 OK');
    connection.close();
  });

  test.each([
    ['HTTP/1.0', 'HTTP/1.0', []],
    ['Connection: close', 'HTTP/1.1', ['Connection: close']],
  ])('%s ends the connection after the answer', async (_name, version, headers) => {
    const connection = await open();
    connection.write(request(echoTarget, [authorization, ...headers]).replace('HTTP/1.1', version));
    expect((await connection.rest()).toString('latin1')).toContain('200 OK');
  });

  test('whoever expects it is told to continue at once, before the body', async () => {
    const connection = await open();
    connection.write(request(echoTarget, [authorization, 'Expect: 100-continue', 'Content-Length: 76']));
    expect(await connection.head()).toBe('HTTP/1.1 100 Continue');
    expect(connection.waiting).toBe(0);
    connection.close();
  });
});
