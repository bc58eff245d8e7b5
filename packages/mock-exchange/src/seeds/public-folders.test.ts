import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { pidTag } from '@cutover/wire/properties';
import { afterAll, expect, test } from 'vitest';
import { MockExchange } from '../mock-exchange.ts';
import { asReadBy } from '../store/as-read-by.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { loadSeed } from './load-seed.ts';
import { OrganisationBuilder } from './organisation-builder.ts';

const folder = mkdtempSync(join(tmpdir(), 'public-folders-'));
afterAll(() => rmSync(folder, { recursive: true }));

const mail = (subject: string) =>
  ({ type: 'mail', subject, from: 'ann', to: ['ann'], sentAt: new Date(Date.UTC(2004, 1, 1)) }) as const;

const seed = () =>
  new OrganisationBuilder({ name: 'Fabrikam', domain: 'fabrikam.com' })
    .user({ alias: 'ann', displayName: 'Ann', password: 'Secret-1' })
    .publicFolders((folders) => {
      folders.folder(['Calendars', 'Holidays'], { containerClass: 'IPF.Appointment' });
      folders.add(['News'], mail('one'), mail('two'));
    })
    .build();

const reader = (legacyExchangeDN: string) => ({ legacyExchangeDN, userPrincipalName: '' });

const subjectsIn = (store: Mailbox, name: string): unknown[] => {
  const at = store.children(store.wellKnown('ipmSubtree')).find((child) => child.name === name)!;
  return store.messages(at.id).map((message) => {
    const subject = message.content().properties.find(({ tag }) => tag === pidTag.subject);
    return [subject !== undefined && 'value' in subject ? subject.value : undefined, message.read];
  });
};

test('the builder gives a server public folders, which a test goes on to fill, and a reset puts back', async () => {
  await using exchange = await MockExchange.start({ seed: seed() });
  exchange.publicFolders.add(['News'], mail('three'));
  const news = (): unknown[] => subjectsIn(exchange.publicFolders.mailbox, 'News').map((row) => (row as unknown[])[0]);
  expect(news()).toEqual(['one', 'two', 'three']);
  await using fork = await exchange.fork();
  fork.publicFolders.add(['News'], mail('four'));
  expect(news()).toHaveLength(3);
  exchange.reset();
  expect(news()).toEqual(['one', 'two']);
  expect(fork.publicFolders.mailbox.messages(fork.publicFolders.folder(['News']))).toHaveLength(4);
});

test('an export has them, and who read what', async () => {
  await using exchange = await MockExchange.start({ seed: seed() });
  const { mailbox } = exchange.publicFolders;
  const [first] = mailbox.messages(exchange.publicFolders.folder(['News']));
  asReadBy(mailbox, reader('/o=Fabrikam/cn=ANN')).markRead(first!.id, { read: true });
  const path = join(folder, 'state.json');
  await exchange.exportTo(path);
  await using again = await MockExchange.start({ seed: await loadSeed(path) });
  const store = again.publicFolders.mailbox;
  expect(subjectsIn(asReadBy(store, reader('/o=fabrikam/cn=ann')), 'News')).toEqual([
    ['one', true],
    ['two', false],
  ]);
  expect(subjectsIn(asReadBy(store, reader('/o=fabrikam/cn=bob')), 'News')).toEqual([
    ['one', false],
    ['two', false],
  ]);
  const exported = (one: MockExchange): unknown => JSON.parse([...one.export()].join(''));
  expect(isDeepStrictEqual(exported(again), exported(exchange))).toBe(true);
});

test('a JSON seed may have them', async () => {
  const path = join(folder, 'seed.json');
  const organisation = { name: 'Fabrikam', domain: 'fabrikam.com' };
  const items = [{ ...mail('json'), sentAt: '2004-02-01T00:00:00Z' }];
  const users = [{ alias: 'ann', displayName: 'Ann' }];
  await writeFile(
    path,
    JSON.stringify({ organisation, users, publicFolders: { folders: [{ path: ['News'], items }] } }),
  );
  await using exchange = await MockExchange.start({ seed: await loadSeed(path) });
  expect(subjectsIn(exchange.publicFolders.mailbox, 'News')).toEqual([['json', false]]);
});

test('a later Exchange has their database in its own administrative group', async () => {
  await using exchange = await MockExchange.start({ seed: seed(), profile: '2010' });
  expect(exchange.organisation.publicDatabase!.legacyExchangeDN).toBe(
    '/o=Fabrikam/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Configuration/cn=Servers/cn=EXCH-MSG-1/cn=Microsoft Public MDB',
  );
  expect(exchange.publicFolders.mailbox.isPublic).toBe(true);
});

test('of a server that has none a test is told so', async () => {
  const without = new OrganisationBuilder({ name: 'Fabrikam', domain: 'fabrikam.com' }).build();
  await using exchange = await MockExchange.start({ seed: without });
  expect(() => exchange.publicFolders).toThrow('publicFolders() of the builder');
});
