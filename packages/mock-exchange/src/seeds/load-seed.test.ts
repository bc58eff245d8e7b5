import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { steppedClock } from '@cutover/base';
import { decodeAppointmentRecurrence } from '@cutover/content';
import { pidLid, pidTag, type NamedProperty } from '@cutover/wire/properties';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { MockExchange } from '../mock-exchange.ts';
import { canOpenMailbox } from '../organisation/organisation.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { loadSeed } from './load-seed.ts';
import { parseSeedFile } from './parse-seed-file.ts';
import { seedJsonSchema } from './seed-schema.ts';
import { openSeed } from './seed.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seed-'));
});
afterAll(() => rm(folder, { recursive: true }));

const organisation = { name: 'Fabrikam', domain: 'fabrikam.com' };
const ann = { alias: 'ann', displayName: 'Ann', password: 'Secret-1' };

async function load(seed: unknown) {
  const path = join(folder, 'seed.json');
  await writeFile(path, JSON.stringify(seed));
  const loaded = await loadSeed(path);
  return { ...loaded, store: openSeed(loaded, { clock: steppedClock() }) };
}

const subjectsIn = (mailbox: Mailbox, path: readonly string[]): unknown[] => {
  let at = mailbox.wellKnown('ipmSubtree');
  for (const name of path) at = mailbox.children(at).find((child) => child.name === name)!.id;
  return mailbox.messages(at).map((message) => valueOf(message.content().properties, pidTag.subject));
};
const valueOf = (properties: readonly { tag: number; value?: unknown }[], tag: number) =>
  properties.find((one) => one.tag === tag)?.value;
const namedValue = (properties: readonly { name?: unknown; value?: unknown }[], { name }: NamedProperty) =>
  properties.find((one) => JSON.stringify(one.name) === JSON.stringify(name))?.value;

describe('a seed from a file', () => {
  test('makes the organisation with its rights', async () => {
    const { organisation: made } = await load({
      organisation: { ...organisation, serverName: 'MAIL-1', databases: ['One', 'Two'] },
      users: [ann, { alias: 'bob', displayName: 'Bob', database: 'Two', manager: 'ann' }],
      groups: [{ alias: 'all', displayName: 'All', members: ['ann', 'bob', 'guest'] }],
      contacts: [{ alias: 'guest', displayName: 'Guest', targetAddress: 'guest@example.org', hidden: true }],
      accounts: [{ userName: 'admin', password: 'Secret-2' }],
      permissions: [
        { account: 'admin', receiveAs: 'Two' },
        { account: 'admin', fullAccess: 'ann' },
      ],
    });
    expect(made.server.name).toBe('MAIL-1.fabrikam.com');
    const admin = made.accounts.find(({ userName }) => userName === 'admin')!;
    const users = made.recipients.filter((recipient) => recipient.kind === 'mailbox');
    expect(users.map((user) => canOpenMailbox(made, admin, user))).toEqual([true, true]);
    expect(made.recipients.map(({ kind }) => kind)).toEqual(['mailbox', 'mailbox', 'group', 'contact']);
  });

  test('fills mailboxes with items of every type', async () => {
    const createdAt = '2012-11-06T09:00:00-08:00';
    const mail = { type: 'mail', subject: 'inner', from: 'ann', sentAt: createdAt };
    const { store } = await load({
      organisation,
      users: [ann],
      mailboxes: {
        ann: {
          folders: [
            {
              path: ['Inbox', 'A/B'],
              items: [
                {
                  type: 'mail',
                  subject: 'hello',
                  from: 'Guest <g@example.org>',
                  to: ['ann'],
                  sentAt: createdAt,
                  text: 'Hi',
                  read: true,
                },
                {
                  ...mail,
                  subject: 'outer',
                  attachments: [{ name: 'a.txt', text: 'file' }, { item: mail }, { name: 'big', size: 5e6 }],
                },
              ],
            },
            {
              path: 'calendar',
              items: [
                {
                  type: 'appointment',
                  subject: 'weekly',
                  start: '2012-11-06T09:00:00-08:00',
                  end: '2012-11-06T10:00:00-08:00',
                  recurrence: { every: 'week', weekdays: ['TU', 'TH'], count: 4, timeZone: 'America/Los_Angeles' },
                },
              ],
            },
            {
              path: 'contacts',
              items: [{ type: 'contact', displayName: 'Zoë', emails: ['z@example.org'], createdAt }],
            },
            { path: 'tasks', items: [{ type: 'task', subject: 'do', status: 'waiting', createdAt }] },
            { path: 'notes', items: [{ type: 'note', text: 'note', createdAt }] },
          ],
        },
      },
    });
    const mailbox = store.mailbox('/o=Fabrikam/ou=First Administrative Group/cn=Recipients/cn=ANN')!;
    expect(subjectsIn(mailbox, ['Inbox', 'A/B'])).toEqual(['hello', 'outer']);
    const [, outer] = mailbox.messages(mailbox.descendants(mailbox.wellKnown('inbox'))[0]!.id);
    const { attachments } = outer!.content();
    expect(attachments.map(({ embedded }) => embedded !== undefined)).toEqual([false, true, false]);
    const [series] = mailbox.messages(mailbox.wellKnown('calendar'));
    const blob = namedValue(series!.content().properties, pidLid.appointmentRecur) as Uint8Array;
    expect(decodeAppointmentRecurrence(blob).pattern).toMatchObject({ day: 0b0010100, occurrenceCount: 4 });
    for (const key of ['contacts', 'tasks', 'notes'] as const)
      expect(mailbox.counts(mailbox.wellKnown(key)).normal).toBe(1);
  });

  test('takes in files that lie beside it', async () => {
    await mkdir(join(folder, 'mail', 'deep'), { recursive: true });
    await writeFile(join(folder, 'mail', 'a.eml'), 'Subject: a\r\n\r\n');
    await writeFile(join(folder, 'mail', 'deep', 'b.eml'), 'Subject: b\r\n\r\n');
    await writeFile(join(folder, 'mail', 'deep', 'c.eml'), 'no header\r\n');
    const people = 'dn: CN=Eve\nobjectClass: user\nmailNickname: eve\n\ndn: CN=Printer\nobjectClass: printQueue\n';
    await writeFile(join(folder, 'people.ldif'), people);
    const { store, problems } = await load({
      organisation,
      directory: ['people.ldif'],
      mailboxes: { eve: { import: [{ path: 'mail', folder: ['Old mail'] }] } },
    });
    const mailbox = store.mailbox(store.owners[0]!)!;
    expect(subjectsIn(mailbox, ['Old mail'])).toEqual(['a']);
    expect(subjectsIn(mailbox, ['Old mail', 'deep'])).toEqual(['b', '']);
    expect(problems?.map(({ reason }) => reason)).toEqual([
      "'CN=Printer' is neither user, group nor contact with mail",
      'it does not begin with header fields',
    ]);
  });
});

describe('what is wrong with a file is told with its place and how to mend it', () => {
  const problems = (source: unknown): string => {
    try {
      parseSeedFile(typeof source === 'string' ? source : JSON.stringify(source), 'x.json');
    } catch (error) {
      return String((error as Error).message);
    }
    return '';
  };

  test('all at once', () => {
    const items = [
      { type: 'mail', subject: 'x', sentAt: 'yesterday' },
      { type: 'fax', subject: 'x' },
      { type: 'task', subject: 1, createdAt: '2012-11-06T09:00:00Z', status: 'maybe' },
      { type: 'mail', subject: 'x', sentAt: '2012-11-06T09:00:00Z', attachments: [{ name: 'a', sise: 3 }] },
    ];
    const seed = {
      organisation: { domain: 'fabrikam.com', colour: 'red' },
      users: [{ alias: '', displayName: 'Ann' }],
      mailboxes: { ann: { folders: [{ path: 'inbox', items }] } },
    };
    expect(problems(seed)).toMatchInlineSnapshot(`
      "The file 'x.json' is not valid:
        organisation.name: is missing; give a string
        organisation.colour: nothing is known by this name; known are name, domain, number, netBiosDomain, acceptedDomains, serverName, proxyServer, administrativeGroup, databases, createdAt
        users[0].alias: write at least one character
        mailboxes.ann.folders[0].items[0].sentAt: write a date and time with offset, e.g. 2012-11-06T09:00:00-08:00
        mailboxes.ann.folders[0].items[1].type: the 'type' is none that is known; known are mail, appointment, contact, task, note
        mailboxes.ann.folders[0].items[2].subject: give a string
        mailboxes.ann.folders[0].items[2].status: give one of "notStarted", "inProgress", "complete", "waiting", "deferred"
        mailboxes.ann.folders[0].items[3].attachments[0].sise: nothing is known by this name; did you mean size?"
    `);
  });

  test('also if it is no JSON, or no object', () => {
    expect(problems('{"organisation": ')).toContain("The file 'x.json' is not valid:\n  it is no JSON: ");
    expect(problems('[]')).toContain('the whole: give an object');
  });

  const wrong: [name: string, seed: unknown, message: string][] = [
    [
      'a member nobody is',
      { organisation, groups: [{ alias: 'g', displayName: 'G', members: ['nobody'] }] },
      "'g' names 'nobody'",
    ],
    ['an alias twice', { organisation, users: [ann, ann] }, "Two recipients have the alias 'ann'"],
    [
      'a database that is not there',
      { organisation, users: [{ ...ann, database: 'X' }] },
      "The user 'ann' names the database 'X'",
    ],
    ['a mailbox of nobody', { organisation, mailboxes: { x: {} } }, "A mailbox names 'x'"],
    [
      'an attachment that is not there',
      {
        organisation,
        users: [ann],
        mailboxes: {
          ann: {
            folders: [
              {
                path: 'inbox',
                items: [
                  {
                    type: 'mail',
                    subject: 'x',
                    sentAt: '2012-11-06T09:00:00Z',
                    attachments: [{ name: 'a', file: 'none.bin' }],
                  },
                ],
              },
            ],
          },
        },
      },
      "none.bin' cannot be read",
    ],
    ['a file that is not there', { organisation, directory: ['none.csv'] }, "none.csv' cannot be read"],
  ];
  test.each(wrong)('%s', async (_name, seed, message) => {
    await expect(load(seed)).rejects.toThrow(message);
  });

  test('a series without days', async () => {
    const item = {
      type: 'appointment',
      subject: 'never',
      start: '2012-11-06T09:00:00Z',
      end: '2012-11-06T09:00:00Z',
      recurrence: { every: 'month', timeZone: 'Europe/Berlin' },
    };
    const seed = { organisation, users: [ann], mailboxes: { ann: { folders: [{ path: 'calendar', items: [item] }] } } };
    await expect(load(seed)).rejects.toThrow(
      `The series 'never' has no day. Add "dayOfMonth", or "weekdays" with "nth".`,
    );
  });
});

describe('seeds by name', () => {
  test('are those built in', async () => {
    expect((await loadSeed('contoso')).organisation.name).toBe('Contoso');
    expect((await loadSeed('workload')).organisation.recipients).toHaveLength(10);
  });

  test('may be told how large they shall be', async () => {
    const { organisation } = await loadSeed('company:mailboxes=7,messages=3,seed=2');
    expect(organisation.recipients.filter(({ kind }) => kind === 'mailbox')).toHaveLength(7);
    await expect(loadSeed('company:size=7')).rejects.toThrow(
      "'size=7' is nothing that the seed company takes. Give any of mailboxes=NUMBER, messages=NUMBER, spread=NUMBER, seed=NUMBER",
    );
    await expect(loadSeed('company:mailboxes=-1')).rejects.toThrow("'mailboxes=-1' is nothing");
  });

  test('or are refused by name', async () => {
    await expect(loadSeed('nonsuch')).rejects.toThrow("There is neither a seed 'nonsuch' nor a file of that name.");
    await expect(loadSeed('nonsuch.json')).rejects.toThrow("The file 'nonsuch.json' cannot be read");
  });
});

test('the JSON schema for editors is that of the program', async () => {
  const schema = `${JSON.stringify(seedJsonSchema(), null, 2)}\n`;
  await expect(schema).toMatchFileSnapshot('../../../../docs/seed.schema.json');
});

test('the seed of the guide is one, and an editor that goes by the schema says so', async () => {
  const page = await readFile(join(import.meta.dirname, '../../docs/seeds.md'), 'utf8');
  const [, source = ''] = /^```json\n(.*?)^```$/ms.exec(page)!;
  const path = join(folder, 'guide.json');
  await writeFile(path, source);
  await using exchange = await MockExchange.start({ seed: await loadSeed(path) });
  expect(exchange.account('ann').password).toBe('Heron-4711');
  const { mailbox } = exchange.mailbox('ann');
  expect(mailbox.counts(mailbox.wellKnown('inbox'))).toMatchObject({ normal: 1, unread: 1 });
  expect(mailbox.counts(mailbox.wellKnown('calendar')).normal).toBe(1);
  expect(
    z.fromJSONSchema(seedJsonSchema() as z.core.JSONSchema.BaseSchema).safeParse(JSON.parse(source)).error,
  ).toBeUndefined();
});
