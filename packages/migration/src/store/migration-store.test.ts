import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { MailboxLedger, MigrationStore } from '../ports/migration-store.ts';
import { createMigrationStore } from './migration-store.ts';
import { applySchema } from './schema-steps.ts';

let database: DatabaseSync;
let store: MigrationStore;
beforeEach(() => {
  database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  store = createMigrationStore(database);
});

const idOf = (number: number): string => number.toString(16).padStart(44, '0');
const range = (first: number, last: number) => ({ first: idOf(first), last: idOf(last) });

describe('the ledger', () => {
  let ledger: MailboxLedger;
  let folder: number;
  beforeEach(() => {
    ledger = store.ledger.open('mailbox');
    folder = ledger.saveFolder({ id: idOf(1), name: 'Inbox', itemCount: 3 });
  });

  test('finds what was recorded, by ranges too, whatever the ids', () => {
    const ids = fc.uniqueArray(fc.nat({ max: 2000 }), { maxLength: 60 });
    fc.assert(
      fc.property(ids, fc.nat({ max: 2000 }), fc.nat({ max: 2000 }), (numbers, one, other) => {
        const [first, last] = [Math.min(one, other), Math.max(one, other)];
        for (const number of numbers) {
          ledger.record(folder, { id: idOf(number), changeKey: Uint8Array.of(1), targetItem: number });
        }
        const inside = numbers.filter((number) => first <= number && number <= last).toSorted((a, b) => a - b);
        expect(ledger.targetItems(folder, range(first, last)).toSorted((a, b) => a - b)).toEqual(inside);
        expect(ledger.take(folder, range(first, last)).toSorted((a, b) => a - b)).toEqual(inside);
        expect(ledger.targetItems(folder, range(first, last))).toEqual([]);
        ledger.take(folder, range(0, 2000));
      }),
    );
  });

  test('keeps an item once, with its latest change', () => {
    for (const version of [1, 2]) {
      ledger.record(folder, { id: idOf(5), changeKey: Uint8Array.of(version), targetItem: version });
    }
    expect(ledger.find(folder, idOf(5))).toMatchObject({ targetItem: 2 });
    expect(Buffer.from(ledger.find(folder, idOf(5))!.changeKey)).toEqual(Buffer.of(2));
    expect(ledger.removeFolder(folder)).toBe(1);
    expect(ledger.folders()).toEqual([]);
  });

  test('keeps states and counts until others come, and each mailbox by itself', () => {
    ledger.saveHierarchyState(Buffer.from('tree'));
    ledger.saveContentsState(folder, Buffer.from('folder'));
    ledger.saveFolder({ id: idOf(1), name: 'Renamed' });
    const again = store.ledger.open('mailbox');
    expect(Buffer.from(again.hierarchyState()!).toString()).toBe('tree');
    expect(again.folders()).toMatchObject([{ number: folder, name: 'Renamed', itemCount: 3 }]);
    expect(Buffer.from(again.folders()[0]!.contentsState!).toString()).toBe('folder');
    expect(store.ledger.open('other').folders()).toEqual([]);
    expect(store.ledger.open('other').hierarchyState()).toBeUndefined();
  });
});

describe('records', () => {
  const endpoint = {
    guid: 'e',
    name: 'Exchange',
    endpointType: 'ExchangeOutlookAnywhere',
    exchangeServer: 'a',
    rpcProxyServer: 'b',
    nspiServer: undefined,
    authentication: 'Basic',
    mailboxPermission: 'Admin',
    username: 'u',
    emailAddress: undefined,
    acceptUntrustedCertificates: true,
    maxConcurrentMigrations: 3,
    maxConcurrentIncrementalSyncs: 3,
    autodiscovered: false,
    testMailbox: undefined,
    sourceMailboxLegacyDN: undefined,
    sealedPassword: Buffer.from('sealed'),
    createdAt: 1,
    modifiedAt: 2,
  } as const;

  test('come back as they were written, changed where they were changed', () => {
    store.endpoints.insert(endpoint);
    store.endpoints.update('e', { modifiedAt: 3, nspiServer: 'n' });
    const { sealedPassword, ...rest } = store.endpoints.get('e')!;
    const { sealedPassword: _sealed, ...written } = endpoint;
    expect(rest).toEqual({ ...written, modifiedAt: 3, nspiServer: 'n' });
    expect(Buffer.from(sealedPassword)).toEqual(endpoint.sealedPassword);
    store.endpoints.update('e', {});
    store.endpoints.remove('e');
    expect(store.endpoints.list()).toEqual([]);
  });

  test('two of one name are refused, in any case', () => {
    store.endpoints.insert(endpoint);
    expect(() => store.endpoints.insert({ ...endpoint, guid: 'f', name: 'EXCHANGE' })).toThrow(/UNIQUE/);
  });

  test('names of columns cannot be smuggled in by the names of changes', () => {
    store.endpoints.insert(endpoint);
    store.endpoints.update('e', { ['name = "x" --']: 1 } as never);
    expect(store.endpoints.get('e')?.name).toBe('Exchange');
  });
});

test('a schema step that fails leaves nothing of itself', () => {
  const schema = { owner: 'test', steps: ['CREATE TABLE one (a)', 'CREATE TABLE two (a); CREATE TABLE one (a)'] };
  expect(() => applySchema(database, schema)).toThrow(/already exists/);
  expect(database.prepare(`SELECT name FROM sqlite_schema WHERE name = 'two'`).all()).toEqual([]);
  applySchema(database, { ...schema, steps: [schema.steps[0]!, 'CREATE TABLE two (a)'] });
  expect(database.prepare(`SELECT version FROM schema_version WHERE owner = 'test'`).get()).toEqual({ version: 2 });
});
