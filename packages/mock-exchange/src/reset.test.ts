import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MockExchange, steppedClock } from './index.ts';

const clock = steppedClock(new Date('2013-02-01'));
let exchange: MockExchange;
let beginning: string;
const stateOf = (): string => [...exchange.export()].join('');

beforeAll(async () => {
  const doors = ['rpc', 'http', 'webdav', 'imap', 'smtp', 'management'] as const;
  exchange = await MockExchange.start({ doors, journal: true, tap: true, clock });
  beginning = stateOf();
});
beforeEach(() => exchange.reset());
afterAll(() => exchange.close());

/** A request of somebody's by plain HTTP. */
async function ask(
  path: string,
  options: { method?: string; body?: string; headers?: Record<string, string> } = {},
): Promise<{ status: number; body: string }> {
  const { userName, password } = exchange.account('administrator');
  const authorization = `Basic ${Buffer.from(`CONTOSO\\${userName}:${password}`).toString('base64')}`;
  const headers = { ...options.headers, authorization };
  const response = await fetch(exchange.httpUrl! + path, { ...options, headers });
  return { status: response.status, body: await response.text() };
}

async function connectTo(door: 'imap' | 'smtp'): Promise<Socket> {
  const { hostname: host, port } = new URL(exchange.urls[door]!);
  const socket = connect({ host, port: Number(port) });
  await once(socket, 'readable');
  return socket;
}

const inbox = '/exchange/administrator/Inbox';
const lock = '<lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope><locktype><write/></locktype></lockinfo>';

describe('a reset takes back', () => {
  test('what the mailboxes became, by whichever door', async () => {
    exchange.mailbox('annb').add('inbox', { type: 'note', text: 'New', createdAt: new Date(0) });
    const { mailbox } = exchange.mailbox('davidp');
    mailbox.emptyFolder(mailbox.wellKnown('inbox'), { subfolders: true });
    expect(await ask(`${inbox}/New`, { method: 'MKCOL' })).toMatchObject({ status: 201 });
    const smtp = await connectTo('smtp');
    smtp.write('HELO x\r\nMAIL FROM:<a@b.c>\r\nRCPT TO:<davidp@contoso.com>\r\nDATA\r\n');
    smtp.write('Subject: New\r\n\r\nHello\r\n.\r\nQUIT\r\n');
    expect(await text(smtp)).toContain('message queued');
    expect(stateOf()).not.toBe(beginning);
    exchange.reset();
    expect(stateOf()).toBe(beginning);
  });

  test('locks, and what was watched', async () => {
    const headers = { depth: '0', timeout: 'Second-600' };
    const locked = await ask(inbox, { method: 'LOCK', headers, body: lock });
    expect(locked).toMatchObject({ status: 200 });
    expect(await ask(inbox, { method: 'LOCK', headers, body: lock })).toMatchObject({ status: 423 });
    const watching = { 'notification-type': 'update/newmember', depth: '1' };
    expect(await ask(inbox, { method: 'SUBSCRIBE', headers: watching })).toMatchObject({ status: 200 });
    exchange.reset();
    expect(await ask(inbox, { method: 'LOCK', headers, body: lock })).toMatchObject({ status: 200 });
    const poll = await ask(inbox, { method: 'POLL', headers: { 'subscription-id': '1' } });
    expect(poll.body).not.toContain('200 OK');
  });

  test('sessions of mail clients', async () => {
    const imap = await connectTo('imap');
    const ended = once(imap, 'close');
    imap.on('error', () => undefined).resume();
    exchange.reset();
    await ended;
  });

  test('faults, and the entries and bytes of what was said', async () => {
    exchange.faults.on({ http: 'OPTIONS' }).httpStatus(503);
    expect(await ask(inbox, { method: 'OPTIONS' })).toMatchObject({ status: 503 });
    exchange.reset();
    expect([exchange.faults.faults, exchange.faults.struck]).toEqual([[], []]);
    expect([exchange.journal.entries, exchange.tap.pdus]).toEqual([[], []]);
    expect(await ask(inbox, { method: 'OPTIONS' })).toMatchObject({ status: 200 });
    expect(exchange.journal.entries).toMatchObject([{ number: 1, account: 'administrator' }]);
  });

  test('delays that were still running', async () => {
    exchange.faults.on({ http: 'OPTIONS' }).delay(60_000);
    const asked = ask(inbox, { method: 'OPTIONS' });
    await expect.poll(() => exchange.faults.struck).toHaveLength(1);
    exchange.reset();
    await expect(asked).rejects.toThrow();
    await clock.advance(60_000);
    expect(exchange.journal.entries).toEqual([]);
  });
});

test('but not the faults that the server began with', async () => {
  const { faults } = exchange;
  faults.on({ http: 'GET' }).delay(1);
  await using fork = await exchange.fork();
  fork.faults.on({ http: 'PUT' }).delay(1);
  fork.reset();
  expect(fork.faults.faults).toEqual(faults.faults);
});

test('nor does it fail when an import has taken away whom a fault names', async () => {
  exchange.faults.on({ rop: 'Logon', mailbox: 'annb' }).delay(1);
  await using fork = await exchange.fork();
  const { recipients } = fork.organisation;
  fork.import({
    organisation: { ...fork.organisation, recipients: recipients.filter(({ alias }) => alias !== 'annb') },
    fill: () => undefined,
  });
  expect(() => fork.reset()).not.toThrow();
});
