import { connect } from 'node:net';
import { MockExchange } from '@cutover/mock-exchange';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allChanges, type Source, sourceOf, startSource } from './source.ts';

let source: Source;
beforeAll(async () => {
  source = await startSource({ journal: true });
  await using session = await source.connect();
  await Array.fromAsync(session.directory());
  await using mailbox = await session.openMailbox({ legacyExchangeDN: source.dnOf('annb') });
  await allChanges(mailbox.syncContents(mailbox.wellKnownFolders.inbox));
});
afterAll(() => source[Symbol.asyncDispose]());

test('the journal has calls and ROPs decoded, in order', () => {
  const journal = source.mock.journal!;
  journal.assertOrder(
    { operation: 'NspiBind', account: 'administrator' },
    { operation: 'NspiQueryRows' },
    { operation: 'EcDoConnectEx' },
    { rop: 'Logon', mailbox: 'annb' },
    { rop: 'SynchronizationConfigure', mailbox: 'annb@contoso.com' },
    { rop: 'FastTransferSourceGetBuffer' },
  );
  expect(journal.filter({ operation: 'EcDoConnectEx' })).toMatchObject([
    { kind: 'call', interface: 'emsmdb', request: { userDN: source.dnOf('administrator') }, fault: undefined },
  ]);
  expect(journal.filter({ rop: 'RopLogon' })).toMatchObject([
    { request: { essdn: source.dnOf('annb') }, returnValue: 0 },
  ]);
  expect(journal.coverage().get('RopSynchronizationConfigure')).toBeGreaterThan(0);
  expect(journal.unexpected).toEqual([]);
});

test('the journal tells what the suite reached, and what it did not', () => {
  const journal = source.mock.journal!;
  expect(journal.coverage().get('RopLogon')).toBeGreaterThan(0);
  expect(journal.uncovered()).toEqual(expect.arrayContaining(['NspiResortRestriction', 'RopSetReadFlags']));
  expect(journal.uncovered()).not.toContain('RopLogon');
});

test('an order that is not there is told with what came nearest', () => {
  const assert = (): void =>
    source.mock.journal.assertOrder({ operation: 'NspiBind' }, { rop: 'Logon', mailbox: 'davidp' });
  expect(assert).toThrow(/number 2 of the expected order.*Nearest:\n#\d+ administrator RopLogon .*: mailbox differs/s);
});

test('what is still to come can be waited for', async () => {
  const next = source.mock.journal.next({ rop: 'OpenFolder' }, { signal: AbortSignal.timeout(5000) });
  await using session = await source.connect();
  await using mailbox = await session.openMailbox({ legacyExchangeDN: source.dnOf('annb') });
  await mailbox.syncHierarchy();
  await expect(next).resolves.toMatchObject({ kind: 'rop', rop: 'RopOpenFolder' });
});

test('a strict server tells when it is closed what it did not expect', async () => {
  const mock = await MockExchange.start({ httpPort: 0, strict: true });
  await using session = await sourceOf(mock).connect();
  await Array.fromAsync(session.directory());
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(mock.httpUrl!).port) });
  socket.write('GET /exchange/annb HTTP/1.1\r\nHost: x\r\n\r\n');
  await new Promise((resolve) => socket.once('data', resolve));
  socket.destroy();
  await expect(mock.close()).rejects.toThrow('GET /exchange/annb → 404');
});
