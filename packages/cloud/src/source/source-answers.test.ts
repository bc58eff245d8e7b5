import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { overTheNetwork } from './source-answers.ts';

test('a server answers until it is gone', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const answers = overTheNetwork({ connections: { 'mail.contoso.com': { host: '127.0.0.1', port } } });
  const ask = () => answers('MAIL.contoso.com', { signal: new AbortController().signal });
  expect(await ask()).toBe(true);
  server.close();
  await once(server, 'close');
  expect(await ask()).toBe(false);
});
