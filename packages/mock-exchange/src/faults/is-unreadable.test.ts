import { expect, test } from 'vitest';
import { MockExchange } from '../mock-exchange.ts';

test('by WebDAV an unreadable item is answered by 500, and by its bytes when it is whole again', async () => {
  await using exchange = await MockExchange.start({ doors: ['webdav', 'http'] });
  exchange.faults.on({ item: 'Odd', mailbox: 'annb', account: 'annb', nth: 1 }).unreadable();
  const { userName, password } = exchange.account('annb');
  const authorization = `Basic ${Buffer.from(`CONTOSO\\${userName}:${password}`).toString('base64')}`;
  const ask = (request: RequestInit): Promise<Response> =>
    fetch(`${exchange.httpUrl}/exchange/annb/Inbox/one.EML`, { ...request, headers: { authorization } });
  await ask({ method: 'PUT', body: 'Subject: Odd\r\n\r\nHello\r\n' });
  expect(await ask({})).toMatchObject({ status: 500 });
  expect(await (await ask({})).text()).toContain('Subject: Odd');
  expect(exchange.faults.struck).toMatchObject([{ name: 'Odd', match: 1 }]);
});
