import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { steppedClock } from '@cutover/base';
import { filetimeFromDate } from '@cutover/wire';
import { describe, expect, test } from 'vitest';
import { MockExchange } from './mock-exchange.ts';
import type { MailboxBuilder } from './seeds/mailbox-builder.ts';
import { twoAccounts } from './testing/two-accounts.ts';

test('listens on free ports, by a certificate that its authority has signed', async () => {
  await using mock = await MockExchange.start({ organisation: twoAccounts, httpPort: 0 });
  const { hostname, port } = new URL(mock.url);
  const socket = connectTls({
    host: hostname,
    port: Number(port),
    ca: mock.certificateAuthority,
    servername: 'mail.contoso.com',
  });
  await new Promise((resolve, reject) => socket.once('secureConnect', resolve).once('error', reject));
  expect(socket.authorized).toBe(true);
  socket.destroy();
  expect(mock.httpUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test('without httpPort there is no plain HTTP', async () => {
  await using mock = await MockExchange.start({ organisation: twoAccounts });
  expect(mock.httpUrl).toBeUndefined();
});

test('when it is closed, its connections are too', async () => {
  const mock = await MockExchange.start({ organisation: twoAccounts, httpPort: 0 });
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(mock.httpUrl!).port) });
  await new Promise((resolve) => socket.once('connect', resolve));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.on('error', () => undefined);
  await mock.close();
  await closed;
});

test('a port that is taken is told with a way out', async () => {
  await using mock = await MockExchange.start({ organisation: twoAccounts });
  const port = Number(new URL(mock.url).port);
  await expect(MockExchange.start({ organisation: twoAccounts, port })).rejects.toThrow(
    expect.objectContaining({ code: 'mockExchange.cannotListen', message: expect.stringContaining('port 0') }),
  );
});

test('servers of one process that run at once do not see each other', async () => {
  await using shared = await MockExchange.start();
  const unread = ({ mailbox }: MailboxBuilder): number => mailbox.counts(mailbox.wellKnown('inbox')).unread;
  const before = unread(shared.mailbox('annb'));
  const run = async (count: number): Promise<number> => {
    await using own = count % 2 === 0 ? await shared.fork() : await MockExchange.start();
    const mail = { type: 'mail', subject: 'Mine', from: 'annb', sentAt: new Date(0) } as const;
    for (let index = 0; index < count; index++) {
      own.mailbox('annb').add('inbox', mail);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return unread(own.mailbox('annb')) - before;
  };
  expect(await Promise.all([0, 1, 2, 3, 4, 5].map(run))).toEqual([0, 1, 2, 3, 4, 5]);
  expect(unread(shared.mailbox('annb'))).toBe(before);
});

test('an account is found by its name or its address, or refused by name', async () => {
  await using exchange = await MockExchange.start();
  expect(exchange.account('annb')).toBe(exchange.account('AnnB@contoso.com'));
  expect(() => exchange.account('nobody')).toThrow("There is no account 'nobody'.");
});

describe('a fork with options of its own', () => {
  const mail = { type: 'mail', subject: 'Mine', from: 'annb', sentAt: new Date(0) } as const;
  const lastChange = ({ mailbox }: MailboxBuilder): bigint => mailbox.counts(mailbox.wellKnown('inbox')).changedAt;

  test('has a clock by which its mailboxes change, those that were open already and those that were not', async () => {
    await using shared = await MockExchange.start({ httpPort: 0 });
    const before = lastChange(shared.mailbox('annb'));
    const clock = steppedClock(new Date('2030-02-01'));
    await using fork = await shared.fork({ clock });
    await clock.advance('24h');
    for (const who of ['annb', 'davidp']) {
      fork.mailbox(who).add('inbox', mail);
      expect(lastChange(fork.mailbox(who))).toBe(filetimeFromDate(new Date('2030-02-02')));
    }
    await using grandchild = await fork.fork();
    grandchild.mailbox('annb').add('inbox', mail);
    expect(lastChange(grandchild.mailbox('annb'))).toBe(filetimeFromDate(new Date('2030-02-02')));
    expect(lastChange(shared.mailbox('annb'))).toBe(before);
  });

  test('waits by its clock, and keeps what it is told to keep', async () => {
    await using shared = await MockExchange.start({ httpPort: 0 });
    const clock = steppedClock(0);
    await using fork = await shared.fork({ clock, journal: true, tap: true });
    fork.faults.on({ http: 'GET' }).delay(3_600_000);
    const asked = fetch(fork.httpUrl!);
    await expect.poll(() => fork.faults.struck).toHaveLength(1);
    await clock.advance('1h');
    await asked;
    expect(fork.journal.entries).toMatchObject([{ at: 3_600_000 }]);
    expect(fork.tap.pdus.length).toBeGreaterThan(0);
    expect(() => shared.journal).toThrow('keeps no journal');
  });

  test('takes no other options: its certificates and ways in are those that were there', async () => {
    await using shared = await MockExchange.start();
    await expect(shared.fork({ certificate: 'expired' } as never)).rejects.toThrow(
      "There is no 'certificate' in the options of a fork. There are clock, faults, journal, strict, tap.",
    );
  });
});
