import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { isSdkError } from '@cutover/base';
import { FaultPlan, MockExchange, shrinkFaults, steppedClock } from '@cutover/mock-exchange';
import { afterAll, beforeEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { allChanges, type Source, sourceOf, startSource } from './source.ts';

let source: Source;
let mock: MockExchange;
beforeAll(async () => {
  source = await startSource();
  ({ mock } = source);
});
beforeEach(() => mock.reset());
afterAll(() => source[Symbol.asyncDispose]());

/** Reads the inbox of a mailbox whole; gives the number of items and of those that could not be read. */
async function readInbox(alias = 'annb', of: Source = source): Promise<{ items: number; failed: number }> {
  await using session = await of.connect();
  await using mailbox = await session.openMailbox({ legacyExchangeDN: of.dnOf(alias) });
  const changes = await allChanges(mailbox.syncContents(mailbox.wellKnownFolders.inbox));
  const count = (kind: string): number => changes.filter((change) => change.kind === kind).length;
  return { items: count('item'), failed: count('failed') };
}

const lost = { code: 'outlookAnywhere.connectionLost', retry: true };

describe('a fault strikes what it names', () => {
  test('a ROP of one mailbox, the third time', async () => {
    mock.faults.on({ rop: 'FastTransferSourceGetBuffer', mailbox: 'annb', nth: 1 }).resetConnection();
    await readInbox('administrator');
    await expect(readInbox('annb')).rejects.toMatchObject(lost);
    await readInbox('annb');
    expect(mock.faults.struck).toMatchObject([{ name: 'RopFastTransferSourceGetBuffer', match: 1 }]);
  });

  test('an RPC call, by its own error', async () => {
    mock.faults.on({ operation: 'EcDoConnectEx', times: 1 }).serverBusy();
    await expect(readInbox()).rejects.toSatisfy((error) => isSdkError(error));
    await readInbox();
  });

  test('an HTTP request, by a status', async () => {
    mock.faults.on({ http: 'RPC_OUT_DATA', times: 1 }).httpStatus(503);
    await expect(readInbox()).rejects.toSatisfy((error) => isSdkError(error));
    await readInbox();
  });

  test('an item, which is told as unreadable and comes through afterwards', async () => {
    const { items } = await readInbox();
    mock.faults.on({ item: '*', nth: 2 }).unreadable();
    expect(await readInbox()).toEqual({ items: items - 1, failed: 1 });
    expect(await readInbox()).toEqual({ items, failed: 0 });
  });
});

describe('an effect is what it says', () => {
  const failure = async (): Promise<unknown> =>
    readInbox().then(
      () => undefined,
      (error: unknown) => error,
    );

  test('returnValue answers the ROP by this code, and does not execute it', async () => {
    mock.faults.on({ rop: 'SynchronizationConfigure' }).returnValue(0x80040102);
    expect(await failure()).toMatchObject({ context: { code: 0x80040102, operation: 'RopSynchronizationConfigure' } });
  });

  test('rpcFault answers the call by this status', async () => {
    mock.faults.on({ operation: 'EcDoRpcExt2', times: 1 }).rpcFault(0x000006be);
    expect(await failure()).toMatchObject({ code: expect.stringMatching(/^(wire|outlookAnywhere)\./) });
  });

  test.each([401, 403, 503])('httpStatus %i answers the request by it', async (status) => {
    mock.faults.on({ http: 'RPC_OUT_DATA', times: 1 }).httpStatus(status);
    expect(await failure()).toSatisfy((error) => isSdkError(error));
  });

  test('chance is the same for the same seed', async () => {
    mock.faults.on({ rop: 'FastTransferSourceGetBuffer', probability: 0.5 }).delay(0);
    const struck = async (): Promise<number[]> => {
      mock.faults.restart();
      await readInbox();
      return mock.faults.struck.map(({ match }) => match);
    };
    expect(await struck()).toEqual(await struck());
  });
});

test('a delay lasts by the clock of the server, which a test may step', async () => {
  const clock = steppedClock(new Date('2013-02-01'));
  await using stepped = await startSource({ clock });
  stepped.mock.faults.on({ operation: 'EcDoConnectEx' }).delay(60_000);
  let isRead = false;
  const reading = readInbox('annb', stepped).then(() => (isRead = true));
  await vi.waitFor(() => expect(stepped.mock.faults.struck).toHaveLength(1));
  expect(isRead).toBe(false);
  await clock.advance(60_000);
  expect(await reading).toBe(true);
});

test('a busy server is waited for, and a slow answer comes', async () => {
  const { items } = await readInbox();
  mock.faults.on({ rop: 'FastTransferSourceGetBuffer', nth: 1 }).backOff(20);
  mock.faults.on({ rop: 'Logon' }).delay(30);
  mock.faults.on({ operation: 'EcDoRpcExt2', nth: 2 }).throttle(100_000);
  const began = performance.now();
  expect(await readInbox()).toEqual({ items, failed: 0 });
  expect(performance.now() - began).toBeGreaterThanOrEqual(50);
  expect(mock.faults.struck).toHaveLength(3);
});

test.each([0, 1, 20, 200, 1000])('an answer that is cut after %i bytes breaks the connection', async (bytes) => {
  mock.faults.on({ rop: 'FastTransferSourceGetBuffer', nth: 1 }).cutAfter(bytes);
  await expect(readInbox()).rejects.toMatchObject(lost);
});

test('an answer shorter than its counts is told as damaged', async () => {
  mock.faults.on({ operation: 'NspiQueryRows' }).wrongLength();
  await using session = await source.connect();
  await expect(Array.fromAsync(session.directory())).rejects.toSatisfy((error) => isSdkError(error));
});

describe('a plan', () => {
  test('refuses what it does not know, with a way out', () => {
    const plan = new FaultPlan();
    expect(() => plan.on({ rop: 'FastTransferGetBuffer' })).toThrow('RopFastTransferSourceGetBuffer');
    expect(() => plan.on({})).toThrow('Name one of http, operation, rop, item, imap and smtp');
    expect(() => plan.on({ http: 'GET', rop: 'Logon' })).toThrow('http and rop');
    expect(() => plan.on({ item: '*' }).delay(1)).toThrow('Possible are unreadable');
  });

  test('chooses the same by chance for the same seed, and can be run again without chance', () => {
    const strikes = (plan: FaultPlan): number[] => {
      const point = { place: 'rop', name: 'RopLogon', account: undefined, isMailbox: () => false } as const;
      return Array.from({ length: 50 }, () => plan.strike(point).length);
    };
    const chance = {
      seed: 7,
      faults: [{ target: { rop: '*', probability: 0.3 }, effect: { kind: 'wrongLength' } }],
    } as const;
    const first = new FaultPlan(chance);
    const struck = strikes(first);
    expect(struck.filter(Boolean).length).toBeGreaterThan(5);
    expect(strikes(new FaultPlan(JSON.parse(JSON.stringify(first)) as typeof chance))).toEqual(struck);
    expect(strikes(first.asStruck())).toEqual(struck);
  });

  test('prints itself with what it did', async () => {
    mock.faults.on({ operation: 'NspiBind', nth: 2 }).delay(5);
    await using session = await source.connect();
    await Array.fromAsync(session.directory());
    expect(String(mock.faults)).toBe(
      'fault plan, seed 1\n  on({"operation":"NspiBind","nth":2}).delay(5) struck 1 of 2',
    );
  });

  test('shrinks to what makes the failure', async () => {
    const plan = new FaultPlan();
    for (let nth = 1; nth <= 5; nth++) plan.on({ rop: 'Logon', nth }).delay(nth);
    plan.on({ rop: 'OpenFolder' }).returnValue(0x8004010f);
    const needs = async (tried: FaultPlan): Promise<boolean> =>
      [2, 4].every((nth) => tried.faults.some(({ target }) => target.rop === 'Logon' && target.nth === nth));
    expect((await shrinkFaults(plan, needs)).faults.map(({ target }) => target.nth)).toEqual([2, 4]);
  });
});

describe('between tests', () => {
  const deliver = (of: MockExchange, subject: string): void =>
    void of.mailbox('annb').add('inbox', { type: 'mail', subject, from: 'administrator', sentAt: new Date(0) });

  test('reset puts every mailbox back and drops the connections', async () => {
    const before = await readInbox();
    await using session = await source.connect();
    await using mailbox = await session.openMailbox({ legacyExchangeDN: source.dnOf('annb') });
    deliver(mock, 'new');
    expect(await readInbox()).toEqual({ ...before, items: before.items + 1 });
    mock.reset();
    expect(await readInbox()).toEqual(before);
    await expect(mailbox.syncHierarchy()).rejects.toMatchObject(lost);
  });

  test('a fork goes on from the mailboxes as they are, neither sees the other', async () => {
    deliver(mock, 'before');
    const before = await readInbox();
    const fork = await mock.fork();
    await using forked = sourceOf(fork);
    deliver(fork, 'only there');
    deliver(mock, 'only here');
    deliver(mock, 'only here, too');
    expect(await readInbox('annb', forked)).toEqual({ ...before, items: before.items + 1 });
    expect(await readInbox()).toEqual({ ...before, items: before.items + 2 });
    fork.reset();
    expect(await readInbox('annb', forked)).toEqual({ ...before, items: before.items - 1 });
  });
});

describe('what a fault does is no mistake of the client', () => {
  const strict = async (plan: (faults: FaultPlan) => unknown, act: (of: MockExchange) => Promise<unknown>) => {
    await using fork = await mock.fork({ strict: true });
    plan(fork.faults);
    await act(fork).catch(() => undefined);
    expect(fork.faults.struck).not.toEqual([]);
  };
  const readAll = async (of: MockExchange): Promise<unknown> => readInbox('annb', sourceOf(of));

  test.for<[string, (faults: FaultPlan) => unknown]>([
    ['a reset in a ROP', (faults) => faults.on({ rop: 'FastTransferSourceGetBuffer' }).resetConnection()],
    ['a reset in a call', (faults) => faults.on({ operation: 'EcDoRpcExt2', nth: 2 }).resetConnection()],
    ['a cut answer', (faults) => faults.on({ rop: 'Logon' }).cutAfter(20)],
    ['an answer too short', (faults) => faults.on({ rop: 'Logon' }).wrongLength()],
    ['an RPC error', (faults) => faults.on({ operation: 'EcDoConnectEx' }).rpcFault(0x1c01_0002)],
    ['a return value', (faults) => faults.on({ rop: 'Logon' }).returnValue(0x8004_0102)],
    ['an HTTP status', (faults) => faults.on({ http: 'RPC_IN_DATA' }).httpStatus(404)],
    ['an item', (faults) => faults.on({ item: '*' }).unreadable()],
  ])('%s', ([, plan]) => strict(plan, readAll));

  test('a refusal of SMTP', async () => {
    await using server = await MockExchange.start({ doors: ['smtp'], strict: true });
    server.faults.on({ smtp: 'MAIL' }).refuse('5.5.1 Not now', { code: 503 });
    const socket = connect(Number(new URL(server.urls.smtp!).port));
    await once(socket, 'readable');
    socket.end('HELO x\r\nMAIL FROM:<a@b.c>\r\nQUIT\r\n');
    expect(await text(socket)).toContain('503 5.5.1 Not now');
    expect(server.journal.unexpected).toEqual([]);
  });
});
