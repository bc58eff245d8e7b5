import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { MockExchange } from '../mock-exchange.ts';
import { OrganisationBuilder } from '../seeds/organisation-builder.ts';

const password = 'Secret-1';
const post = {
  type: 'mail',
  subject: 'News of the day',
  from: 'ann',
  to: ['ann'],
  sentAt: new Date(0),
  text: 'nothing',
} as const;

const seed = new OrganisationBuilder({ name: 'Fabrikam', domain: 'fabrikam.com' })
  .user({ alias: 'ann', displayName: 'Ann', password })
  .user({ alias: 'bob', displayName: 'Bob', password })
  .account({ userName: 'admin', password })
  .grantReceiveAs('admin')
  .publicFolders((folders) => folders.add(['News'], post))
  .build();

let exchange: MockExchange;
beforeAll(async () => {
  exchange = await MockExchange.start({ seed, webDav: true, httpPort: 0, journal: true });
});
beforeEach(() => exchange.reset());
afterAll(() => exchange.close());

interface Asked {
  readonly user?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function ask(method: string, path: string, { user = 'ann', ...init }: Asked = {}) {
  const authorization = `Basic ${Buffer.from(`FABRIKAM\\${user}:${password}`).toString('base64')}`;
  const headers = { ...init.headers, authorization };
  const response = await fetch(`${exchange.httpUrl}${path}`, { ...init, method, headers });
  return { status: response.status, body: await response.text() };
}

const list = (user: string, path: string) => {
  const body = '<propfind xmlns="DAV:" xmlns:h="urn:schemas:httpmail:"><prop><displayname/><h:read/></prop></propfind>';
  return ask('PROPFIND', path, { user, body, headers: { depth: '1' } });
};

test('public folders are listed and read below /public', async () => {
  const { status, body } = await list('ann', '/public/');
  expect([status, body.includes(`${exchange.httpUrl}/public/News/`)]).toEqual([207, true]);
  const { body: inNews } = await list('ann', '/public/News');
  const [, path] = /<[^>]*href>http:\/\/[^/]+(\/public\/News\/[^<]+\.EML)</.exec(inNews)!;
  expect(await ask('GET', path!, { headers: { translate: 'f' } })).toMatchObject({
    status: 200,
    body: expect.stringContaining('News of the day') as string,
  });
});

test('only who administers the organisation changes them', async () => {
  expect((await ask('MKCOL', '/public/New')).status).toBe(403);
  const headers = { destination: `${exchange.httpUrl}/public/Copy` };
  expect((await ask('COPY', '/exchange/ann/Inbox', { headers })).status).toBe(403);
  expect((await ask('MKCOL', '/public/New', { user: 'admin' })).status).toBe(201);
  expect((await list('ann', '/public/')).body).toContain('/public/New/');
});

test('a server without them has nothing there', async () => {
  const without = new OrganisationBuilder({ name: 'Fabrikam', domain: 'fabrikam.com' }).build();
  await using other = await MockExchange.start({ seed: without, webDav: true, httpPort: 0 });
  expect((await fetch(`${other.httpUrl}/public/`)).status).toBe(404);
});

test('faults and the journal know the mailbox that a path is about', async () => {
  exchange.faults.on({ http: 'PROPFIND', mailbox: 'bob' }).httpStatus(503);
  expect((await list('ann', '/exchange/ann/')).status).toBe(207);
  expect((await list('bob', '/exchange/bob@fabrikam.com/Inbox')).status).toBe(503);
  expect(exchange.journal.filter({ http: 'PROPFIND', mailbox: 'ann' })).toHaveLength(1);
  expect(exchange.journal.filter({ http: 'PROPFIND', mailbox: 'bob' })).toMatchObject([{ status: 503 }]);
});
