import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { MockExchange } from '../mock-exchange.ts';

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

async function ask(
  { url, certificateAuthority: ca }: MockExchange,
  { method = 'GET', path, cookie, body = '' }: { method?: string; path: string; cookie?: string; body?: string },
): Promise<Answer> {
  const headers = cookie === undefined ? {} : { cookie };
  const sent = request(new URL(path, url), { ca, method, headers, agent: false, servername: 'localhost' }).end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

const logOn = (mock: MockExchange, username: string, password: string): Promise<Answer> =>
  ask(mock, {
    method: 'POST',
    path: '/exchweb/bin/auth/owaauth.dll',
    body: String(new URLSearchParams({ destination: '/exchange', flags: '0', username, password })),
  });

test('a form and its cookies take the place of HTTP authentication', async () => {
  await using mock = await MockExchange.start({ webDav: 'forms', httpPort: 0 });
  const { password } = mock.accounts.find(({ userName }) => userName === 'annb')!;
  const led = await ask(mock, { path: '/exchange/annb/' });
  expect(led).toMatchObject({
    status: 302,
    headers: { location: expect.stringMatching(/^\/exchweb\/bin\/auth\/owalogon\.asp\?url=/) },
  });
  const page = await ask(mock, { path: led.headers.location! });
  expect(page.body).toContain('name="logonForm"');
  const refused = await ask(mock, { method: 'PROPFIND', path: '/exchange/annb/' });
  expect(refused).toMatchObject({ status: 440, body: '<HTML><BODY>440 Login Timeout</BODY></HTML>' });
  expect(refused.headers['www-authenticate']).toBeUndefined();

  expect((await logOn(mock, 'annb', 'wrong')).headers['set-cookie']).toBeUndefined();
  const cookies = (await logOn(mock, 'annb', password)).headers['set-cookie']!;
  expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['sessionid', 'cadata']);
  const cookie = cookies.map((one) => one.split(';')[0]).join('; ');
  expect(await ask(mock, { path: '/exchange', cookie })).toMatchObject({
    status: 200,
    body: expect.stringMatching(/<base href="https:\/\/127\.0\.0\.1:\d+\/exchange\/annb\/">/),
  });
  expect(await ask(mock, { method: 'PROPFIND', path: '/exchange/annb/', cookie })).toMatchObject({ status: 207 });
  expect(await ask(mock, { method: 'PROPFIND', path: '/exchange/tonyk/', cookie })).toMatchObject({ status: 403 });
  expect(await ask(mock, { method: 'PROPFIND', path: '/exchange/annb/', cookie: 'sessionid=00' })).toMatchObject({
    status: 440,
  });
});

test('in the clear there is none', async () => {
  await using mock = await MockExchange.start({ webDav: 'forms', httpPort: 0 });
  expect((await fetch(`${mock.httpUrl}/exchange/annb/`)).status).toBe(403);
});
