import { steppedClock } from '@cutover/base';
import { pidTag } from '@cutover/wire/properties';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import type { MemoryInformationStore } from '../../store/memory-information-store.ts';
import { hashMailbox } from '../../store/hash-mailbox.ts';
import type { Mailbox } from '../../store/mailbox.ts';
import { messageSize } from '../../store/message-properties.ts';
import type { Message } from '../../store/message.ts';
import { openSeed } from '../seed.ts';
import { company, type CompanyOptions } from './company.ts';

const open = (options: CompanyOptions): MemoryInformationStore => openSeed(company(options), { clock: steppedClock() });
const mailboxOf = (store: MemoryInformationStore, index: number): Mailbox => store.mailbox(store.owners[index]!)!;
const everything = (mailbox: Mailbox): Message[] =>
  mailbox.descendants(mailbox.wellKnown('ipmSubtree')).flatMap(({ id }) => mailbox.messages(id));
const hashes = (store: MemoryInformationStore): string[] =>
  store.owners.map((owner) => hashMailbox(store.mailbox(owner)!).hash);
const valuesOf = (messages: readonly Message[], tag: number): unknown[] =>
  messages.flatMap((message) =>
    message.content().properties.flatMap((one) => (one.tag >>> 16 === tag >>> 16 && 'value' in one ? [one.value] : [])),
  );

describe('the same options', () => {
  const options = { mailboxes: 4, messages: 25, seed: 7 };

  test('give the same company', () => {
    const first = hashes(open(options));
    expect(hashes(open(options))).toEqual(first);
    expect(new Set(first).size).toBe(4);
    expect(hashes(open({ ...options, seed: 8 }))).not.toEqual(first);
    expect(first[0]).toMatchInlineSnapshot(`"e936a5c29a58b5212125c0d62cc15c53855fb5669843f5ca8028647c30d1c801"`);
  });

  test('with more mailboxes give the same people, and further ones', () => {
    const names = (mailboxes: number): string[] =>
      company({ ...options, mailboxes })
        .organisation.recipients.filter(({ kind }) => kind === 'mailbox')
        .map(({ alias }) => alias);
    expect(names(30).slice(0, 4)).toEqual(names(4));
  });
});

describe('a company of a thousand', () => {
  const before = process.cpuUsage();
  const seed = company({ mailboxes: 1000, messages: 500, seed: 7 });
  // Not by the clock on the wall, which goes on while others use the processor.
  const { user, system } = process.cpuUsage(before);
  const { recipients, databases, permissions } = seed.organisation;

  test('is there in less than a second', () => expect((user + system) / 1000).toBeLessThan(1000));

  test('has people of all alphabets under aliases of one', () => {
    const users = recipients.filter(({ kind }) => kind === 'mailbox');
    expect(users).toHaveLength(1000);
    expect(new Set(users.map(({ alias }) => alias)).size).toBe(1000);
    expect(users.filter(({ alias }) => !/^[a-z]+\d*$/.test(alias))).toEqual([]);
    for (const script of [/\p{Script=Han}/u, /\p{Script=Cyrillic}/u, /[ßöü]/, /[łŁ]/, /ñ/])
      expect(users.some(({ displayName }) => script.test(displayName))).toBe(true);
  });

  test('has departments, sites, customers, and an administrator who may open every mailbox', () => {
    const everybody = recipients.find(({ alias }) => alias === 'everybody');
    expect(everybody).toMatchObject({
      kind: 'group',
      members: expect.arrayContaining([expect.stringContaining('site-tokyo')]),
    });
    expect(recipients.filter(({ kind }) => kind === 'group').length).toBeGreaterThan(12);
    expect(recipients.filter(({ kind }) => kind === 'contact')).toHaveLength(125);
    expect(databases).toHaveLength(4);
    expect(permissions.map(({ right }) => right)).toEqual(Array.from({ length: 4 }, () => 'ReceiveAs'));
  });
});

describe('a mailbox', () => {
  const store = open({ mailboxes: 12, messages: 400, spread: 0, seed: 3 });
  const mailbox = mailboxOf(store, 6);
  const messages = everything(mailbox);

  test('has as many items as were asked for, in the folders of an office', () => {
    expect(messages).toHaveLength(400);
    const count = (folder: 'inbox' | 'sentItems' | 'calendar' | 'contacts'): number =>
      mailbox.counts(mailbox.wellKnown(folder)).normal;
    expect(count('inbox')).toBeGreaterThan(100);
    expect(count('sentItems')).toBeGreaterThan(60);
    expect([count('calendar'), count('contacts')]).toEqual([32, 16]);
    expect(mailbox.descendants(mailbox.wellKnown('ipmSubtree')).length).toBeGreaterThan(11);
  });

  test('has sizes as mail has them: many small ones, few large ones', () => {
    const sizes = messages.map((message) => messageSize(message.content())).toSorted((left, right) => left - right);
    expect(sizes[200]).toBeGreaterThan(2000);
    expect(sizes[200]).toBeLessThan(20_000);
    expect(sizes.at(-1)).toBeGreaterThan(300_000);
  });

  test('was written in office hours, less on Sundays than on Mondays', () => {
    const sent = messages.filter(({ folderId }) => folderId === mailbox.wellKnown('sentItems'));
    const days = valuesOf(sent, pidTag.clientSubmitTime).map((value) =>
      new Date(Number((value as bigint) / 10_000n) - 11_644_473_600_000).getUTCDay(),
    );
    const on = (day: number): number => days.filter((one) => one === day).length;
    expect(on(0) * 3).toBeLessThan(on(1));
  });

  test('keeps the header of what came from outside, readable to any parser of mail', async () => {
    const headers = valuesOf(messages, pidTag.transportMessageHeaders) as string[];
    expect(headers.length).toBeGreaterThan(20);
    for (const header of headers) {
      const { headers: lines, from, subject } = await new PostalMime().parse(header);
      expect([lines.length, from?.address, typeof subject]).toEqual([8, expect.stringContaining('@'), 'string']);
    }
  });

  test('holds conversations, which answers go on with', () => {
    const indices = valuesOf(messages, pidTag.conversationIndex) as Uint8Array[];
    const roots = indices.map((index) => Buffer.from(index.subarray(0, 22)).toString('hex'));
    expect(new Set(roots).size).toBeLessThan(roots.length * 0.8);
    expect(Math.max(...indices.map(({ length }) => length))).toBeGreaterThanOrEqual(22 + 3 * 5);
  });
});

test('mailboxes differ in size as those of an office do', () => {
  const store = open({ mailboxes: 30, messages: 100 });
  const counts = store.owners.map((owner) => everything(store.mailbox(owner)!).length).toSorted((a, b) => a - b);
  expect(counts[0]).toBeLessThan(60);
  expect(counts.at(-1)).toBeGreaterThan(200);
});
