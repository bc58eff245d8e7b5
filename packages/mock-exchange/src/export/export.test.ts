import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { generatedBytes } from '../seeds/generated-bytes.ts';
import { steppedClock } from '@cutover/base';
import { afterAll, describe, expect, test } from 'vitest';
import { MockExchange } from '../mock-exchange.ts';
import { company } from '../seeds/company/company.ts';
import { contoso } from '../seeds/contoso/contoso.ts';
import { loadSeed } from '../seeds/load-seed.ts';
import { openSeed, type Seed } from '../seeds/seed.ts';
import { pidTag } from '@cutover/wire/properties';
import { hashMailbox } from '../store/hash-mailbox.ts';
import type { InformationStore } from '../store/information-store.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { stateOf } from '../store/mailbox-state.ts';
import { exportJsonSchema } from './export-schema.ts';
import { exportText } from './export-text.ts';
import { propertyFromJson, propertyToJson } from './property-json.ts';

const folder = mkdtempSync(join(tmpdir(), 'mock-export-'));
afterAll(() => rmSync(folder, { recursive: true }));

const hashes = (store: InformationStore): Record<string, string> =>
  Object.fromEntries(store.owners.map((owner) => [owner, hashMailbox(store.mailbox(owner)!).hash]));
const withoutContent = (message: object): object =>
  Object.fromEntries(Object.entries(message).filter(([, value]) => typeof value !== 'function'));
/** Ids, change numbers and times of everything. */
const statesOf = (store: InformationStore): unknown =>
  store.owners.map((owner) => {
    const { messages, ...state } = stateOf(store.mailbox(owner)!);
    return { ...state, messages: [...messages].map(withoutContent) };
  });

const mail = (subject: string) =>
  ({ type: 'mail', subject, from: 'davidp', to: ['annb'], sentAt: new Date(0) }) as const;

const parsed = (exchange: MockExchange): unknown => JSON.parse([...exchange.export()].join(''));

/** What clients say of folders besides their properties, and of changes that they uploaded. */
function decide(mailbox: Mailbox): void {
  const inbox = mailbox.wellKnown('inbox');
  const lineage = { changeKey: Uint8Array.of(1, 2), predecessors: Uint8Array.of(3) };
  const set = '00062008-0000-0000-c000-000000000046';
  mailbox.editFolder(inbox, {
    permissions: [{ memberId: 1n, entryId: Uint8Array.of(5), name: 'David', rights: 0x401 }],
    rules: [{ names: [{ set, lid: 0x8506 }], properties: [{ tag: pidTag.ruleActions, value: Uint8Array.of(0, 0) }] }],
    receives: [{ messageClass: 'IPM.Note.Fax', changedAt: 127n }],
    lineage,
  });
  const folder = { replicaGuid: set, counter: 9 };
  mailbox.editFolder(mailbox.wellKnown('root'), {
    perUser: [{ databaseGuid: set, folder, data: Uint8Array.of(7) }],
  });
  const { id } = mailbox.createFolder(mailbox.wellKnown('finder'), { name: 'Found', type: 2 });
  const search = { restriction: Uint8Array.of(8), names: [{ set, name: 'Keywords' }], folderIds: [inbox] };
  mailbox.editFolder(id, { search: { ...search, recursive: true, found: [inbox] } });
  const content = { properties: [], recipients: [], attachments: [] };
  mailbox.deliver(inbox, { content, id: mailbox.reserveIds(3), lineage });
}

/** A running server that tests have changed in every way that there is. */
async function startChanged(): Promise<MockExchange> {
  const exchange = await MockExchange.start({ seed: contoso() });
  const builder = exchange.mailbox('annb');
  const { mailbox } = builder;
  const video = { name: 'video.avi', data: generatedBytes(300_000, 'video') };
  const [news] = builder.add('inbox', {
    ...mail('News – с приложением'),
    attachments: [video, { item: mail('inner') }],
  });
  mailbox.markRead(news!.id, { read: true });
  const [gone] = builder.add('inbox', mail('Gone'));
  mailbox.deleteMessage(gone!.id);
  mailbox.renameFolder(builder.folder(['Shared', 'Old name']), 'New name');
  decide(mailbox);
  mailbox.moveMessage(builder.add(['Moved'], mail('Moved'))[0]!.id, mailbox.wellKnown('deletedItems'));
  return exchange;
}

test('a server that starts with the export of a running one has all of it, ids and change numbers too', async () => {
  await using first = await startChanged();
  const path = join(folder, 'state.json');
  await first.exportTo(path);
  expect(statSync(path).mode & 0o077).toBe(0);
  await using second = await MockExchange.start({ seed: await loadSeed(path) });
  expect(second.organisation).toEqual(first.organisation);
  expect(hashes(second.store)).toEqual(hashes(first.store));
  expect(statesOf(second.store)).toEqual(statesOf(first.store));
  expect(isDeepStrictEqual(parsed(second), parsed(first))).toBe(true);
});

test('what a client got from the first is what has not changed at the second', async () => {
  await using first = await startChanged();
  const before = first.mailbox('annb').mailbox;
  const path = join(folder, 'state.json');
  await first.exportTo(path);
  await using second = await MockExchange.start({ seed: await loadSeed(path) });
  const after = second.mailbox('annb');
  expect(after.mailbox.replicaGuid).toBe(before.replicaGuid);
  const [later] = after.add('inbox', mail('Later'));
  expect(later!.id).toBeGreaterThan(before.lastChangeNumber);
});

describe('a running server', () => {
  test('takes an export in the place of what it has, and leads back to it', async () => {
    await using source = await startChanged();
    const path = join(folder, 'running.json');
    await source.exportTo(path);
    await using running = await MockExchange.start({ seed: contoso({ number: 5 }) });
    running.import(await loadSeed(path));
    expect(hashes(running.store)).toEqual(hashes(source.store));
    expect(running.accounts).toEqual(source.accounts);
    running.mailbox('annb').add('inbox', mail('more'));
    running.reset();
    expect(hashes(running.store)).toEqual(hashes(source.store));
  });

  test('refuses one of a server with another name', async () => {
    await using running = await MockExchange.start();
    expect(() => running.import(company({ mailboxes: 1 }))).toThrow('Start another server with it.');
  });
});

test('an export is made a message at a time', () => {
  const seed: Seed = company({ mailboxes: 3, messages: 40 });
  const store = openSeed(seed, { clock: steppedClock() });
  let longest = 0;
  let whole = '';
  for (const piece of exportText({ organisation: seed.organisation, store, profile: '2003' })) {
    longest = Math.max(longest, piece.length);
    whole += piece;
  }
  expect(longest).toBeLessThan(whole.length / 2);
  expect(JSON.parse(whole)).toMatchObject({ export: 1, mailboxes: [{}, {}, {}] });
});

describe('what is wrong with an export', () => {
  const load = async (change: (value: { mailboxes: { messages: Record<string, unknown>[] }[] }) => void) => {
    const seed = company({ mailboxes: 1, messages: 3, spread: 0 });
    const store = openSeed(seed, { clock: steppedClock() });
    const pieces = exportText({ organisation: seed.organisation, store, profile: '2003' });
    const value = JSON.parse([...pieces].join('')) as Parameters<typeof change>[0];
    change(value);
    const path = join(folder, 'wrong.json');
    await writeFile(path, JSON.stringify(value));
    return loadSeed(path);
  };

  test('is told with its place', async () => {
    const damaged = load(({ mailboxes }) => (mailboxes[0]!.messages[1]!['deliveredAt'] = 'yesterday'));
    await expect(damaged).rejects.toThrow('mailboxes[0].messages[1].deliveredAt: write a FILETIME in decimal');
    const unknown = load(({ mailboxes }) => (mailboxes[0]!.messages[0]!['colour'] = 'red'));
    await expect(unknown).rejects.toThrow('mailboxes[0].messages[0].colour: nothing is known by this name');
  });

  test('a file that cannot be written is told by name', async () => {
    await using exchange = await MockExchange.start();
    await expect(exchange.exportTo(join(folder, 'missing/x.json'))).rejects.toThrow(
      'cannot be written: there is no such file or folder.',
    );
  });
});

test.each([
  { tag: 0x0037001f, value: 'Größe' },
  { tag: 0x00170003, value: -1 },
  { tag: 0x0e080014, value: 2n ** 60n },
  { tag: 0x30070040, value: 129_000_000_000_000_000n },
  { tag: 0x30050005, value: Number.NEGATIVE_INFINITY },
  { tag: 0x000b000b, value: false },
  { tag: 0x10130102, value: Uint8Array.of(0, 255, 128) },
  { tag: 0x8000101f, name: { set: '00020329-0000-0000-c000-000000000046', name: 'Keywords' }, value: ['a', 'b'] },
  { tag: 0x80001102, name: { set: '00062008-0000-0000-c000-000000000046', lid: 0x8580 }, value: [Uint8Array.of(1)] },
  { tag: 0x66701040, value: [1n, 2n] },
])('a property is the same behind JSON: $tag', (property) => {
  const json = JSON.parse(JSON.stringify(propertyToJson(property))) as ReturnType<typeof propertyToJson>;
  expect(propertyFromJson(json)).toEqual(property);
});

test('the JSON schema for editors is that of the program', async () => {
  const schema = `${JSON.stringify(exportJsonSchema(), null, 2)}\n`;
  await expect(schema).toMatchFileSnapshot('../../../../docs/export.schema.json');
});
