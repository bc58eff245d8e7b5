import { steppedClock } from '@cutover/base';
import { expect, test } from 'vitest';
import { limits } from '../limits.ts';
import { scriptedServer } from '../testing/scripted-server.ts';
import { testConnectivity } from './test-connectivity.ts';

test('a server that takes the connection and says nothing is told of as such', async () => {
  const asked = Promise.withResolvers<void>();
  await using server = await scriptedServer((socket) => socket.once('data', () => asked.resolve()));
  const clock = steppedClock();
  const testing = testConnectivity({
    exchangeServer: 'EXCH-MSG-1',
    rpcProxyServer: 'mail.contoso.com',
    credential: { userName: 'CONTOSO\\annb', password: 'x' },
    address: { host: '127.0.0.1', port: server.port },
    security: { scheme: 'http' },
    clock,
  });
  await asked.promise;
  await clock.advance(limits.testStep);
  const failed = (await testing).children.find(({ status }) => status === 'failed');
  expect(failed).toMatchObject({
    id: 'http.clientCertificates',
    detail: `mail.contoso.com:${server.port} didn't answer within 45000 ms.`,
    remedy: expect.stringMatching(/^Check that a web server listens there/) as string,
  });
});
