import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { expect, test } from 'vitest';
import { MockExchange } from './mock-exchange.ts';
import { twoAccounts } from './testing/two-accounts.ts';

test('listens on free ports, by a certificate that its authority has signed', async () => {
  await using mock = await MockExchange.start({ organisation: twoAccounts, httpPort: 0 });
  const { hostname, port } = new URL(mock.url);
  const socket = connectTls({
    host: hostname,
    port: Number(port),
    ca: mock.certificateAuthority,
    servername: 'mail.contoso.com',
  });
  await new Promise((resolve, reject) => socket.once('secureConnect', resolve).once('error', reject));
  expect(socket.authorized).toBe(true);
  socket.destroy();
  expect(mock.httpUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test('without httpPort there is no plain HTTP', async () => {
  await using mock = await MockExchange.start({ organisation: twoAccounts });
  expect(mock.httpUrl).toBeUndefined();
});

test('when it is closed, its connections are too', async () => {
  const mock = await MockExchange.start({ organisation: twoAccounts, httpPort: 0 });
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(mock.httpUrl!).port) });
  await new Promise((resolve) => socket.once('connect', resolve));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.on('error', () => undefined);
  await mock.close();
  await closed;
});

test('a port that is taken is told with a way out', async () => {
  await using mock = await MockExchange.start({ organisation: twoAccounts });
  const port = Number(new URL(mock.url).port);
  await expect(MockExchange.start({ organisation: twoAccounts, port })).rejects.toThrow(
    expect.objectContaining({ code: 'mockExchange.cannotListen', message: expect.stringContaining('port 0') }),
  );
});
