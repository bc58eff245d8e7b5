import { connect, type Socket } from 'node:net';
import { imapCommandNames } from '@cutover/imap';
import { afterEach, describe, expect, test } from 'vitest';
import { faultNames } from '../faults/fault-names.ts';
import { renderMessage } from '../mail/render-message.ts';
import { MockExchange } from '../mock-exchange.ts';
import type { MockExchangeOptions } from '../options.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

async function start(options: MockExchangeOptions = {}): Promise<MockExchange> {
  const mock = await MockExchange.start({ doors: ['imap'], journal: true, ...options });
  open.push(mock);
  return mock;
}

/** A client that says a command and reads until it is answered, or until the connection is gone. */
class Client {
  readonly #socket: Socket;
  #received = '';

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (bytes: Buffer) => (this.#received += bytes.toString('latin1')));
    socket.on('error', () => undefined);
  }

  static async connect({ urls }: MockExchange): Promise<Client> {
    const socket = connect(Number(new URL(urls['imap']!).port), '127.0.0.1');
    const client = new Client(socket);
    open.push({ close: () => socket.destroy() });
    await client.#until(/\r\n/);
    return client;
  }

  async say(command: string): Promise<string> {
    this.#received = '';
    this.#socket.write(`a ${command}\r\n`);
    return this.#until(/^a (OK|NO|BAD) .*\r\n/m);
  }

  get received(): string {
    return this.#received;
  }

  async #until(form: RegExp): Promise<string> {
    while (!form.test(this.#received) && !this.#socket.destroyed) {
      await new Promise((resolve) => this.#socket.once('data', resolve).once('close', resolve));
    }
    return this.#received;
  }
}

const administrator = ({ accounts }: MockExchange) => accounts.find(({ userName }) => userName === 'administrator')!;

async function signedIn(mock: MockExchange): Promise<Client> {
  const client = await Client.connect(mock);
  const { domain, userName, password } = administrator(mock);
  expect(await client.say(`LOGIN ${domain}/${userName}/annb "${password}"`)).toContain('OK LOGIN completed.');
  return client;
}

describe('the IMAP door', () => {
  test('greets as Exchange 2003, and only it is open', async () => {
    const mock = await start();
    const client = await Client.connect(mock);
    expect(client.received).toBe(
      '* OK Microsoft Exchange Server 2003 IMAP4rev1 server version 6.5.7638.1 (EXCH-MSG-1.contoso.com) ready.\r\n',
    );
    expect(Object.keys(mock.urls)).toEqual(['https', 'imap']);
  });

  test('opens mailboxes by the names that Exchange takes', async () => {
    const mock = await start();
    const { password } = mock.accounts.find(({ userName }) => userName === 'annb')!;
    const { password: adminPassword } = administrator(mock);
    const attempt = async (name: string, word: string) =>
      (await (await Client.connect(mock)).say(`LOGIN "${name}" "${word}"`)).slice(2, 4);
    expect(await attempt('annb', password)).toBe('OK');
    expect(await attempt('CONTOSO/annb', password)).toBe('OK');
    expect(await attempt('CONTOSO\\\\annb', password)).toBe('OK');
    expect(await attempt('CONTOSO/annb/annb', password)).toBe('OK');
    expect(await attempt('annb@contoso.com', password)).toBe('OK');
    expect(await attempt('CONTOSO/administrator/annb@contoso.com', adminPassword)).toBe('OK');
    expect(await attempt('annb', 'wrong')).toBe('NO');
    expect(await attempt('CONTOSO/annb/tonyk', password)).toBe('NO');
    expect(await attempt('CONTOSO/administrator/nobody', adminPassword)).toBe('NO');
    expect(await attempt('FABRIKAM/annb', password)).toBe('NO');
  });

  test('tells an idle client of mail that comes, and keeps what is marked', async () => {
    const mock = await start();
    const client = await signedIn(mock);
    const builder = mock.mailbox('annb');
    await client.say('SELECT INBOX');
    const [news] = builder.add('inbox', {
      type: 'mail',
      subject: 'News',
      from: 'tonyk',
      sentAt: new Date('2004-11-01T10:00:00Z'),
    });
    const answer = await client.say('NOOP');
    expect(answer).toMatch(/^\* \d+ EXISTS\r\n\* 1 RECENT\r\n/);
    const before = await renderMessage(mock.organisation, news!);
    await client.say(`UID STORE ${news!.id} +FLAGS (\\Flagged \\Answered \\Seen)`);
    const after = builder.mailbox.message(news!.id)!;
    expect(after.read).toBe(true);
    expect(await renderMessage(mock.organisation, after)).toEqual(before);
    const fetched = await client.say(`UID FETCH ${news!.id} (FLAGS BODY[])`);
    expect(fetched).toContain('FLAGS (\\Seen \\Answered \\Flagged \\Recent)');
    expect(fetched).toContain(Buffer.from(before).toString('latin1'));
  });

  test('a reset drops who is connected', async () => {
    const mock = await start();
    const client = await signedIn(mock);
    mock.reset();
    expect(await client.say('NOOP')).toBe('');
  });
});

describe('faults of IMAP', () => {
  test('are named by every command that there is, and by no other', async () => {
    expect(faultNames.imap.toSorted()).toEqual(imapCommandNames.toSorted());
    const mock = await start();
    expect(() => mock.faults.on({ imap: 'FETHC' })).toThrow("There is no imap 'FETHC'");
    expect(() => mock.faults.on({ imap: 'FETCH' }).httpStatus(503)).toThrow('httpStatus cannot be done');
  });

  test('make an item unreadable, as for every other client', async () => {
    const mock = await start();
    mock.mailbox('annb').add('inbox', { type: 'mail', subject: 'Odd', sentAt: new Date(0) });
    mock.faults.on({ item: 'Odd', mailbox: 'annb', account: 'administrator', nth: 1 }).unreadable();
    const client = await signedIn(mock);
    const [, number] = /^\* (\d+) EXISTS/m.exec(await client.say('SELECT INBOX'))!;
    expect(await client.say(`FETCH ${number} BODY[]`)).toMatch(/^a NO The requested message could not be converted/m);
    expect(await client.say(`FETCH ${number} BODY[]`)).toContain('Subject: Odd');
  });

  test('refuse, cut and reset what they name', async () => {
    const mock = await start();
    mock.faults.on({ imap: 'SELECT', mailbox: 'annb', nth: 1 }).refuse('Mailbox is busy.');
    mock.faults.on({ imap: 'UID FETCH', nth: 2 }).cutAfter(10);
    const client = await signedIn(mock);
    expect(await client.say('SELECT INBOX')).toBe('a NO Mailbox is busy.\r\n');
    expect(await client.say('SELECT INBOX')).toContain('OK [READ-WRITE]');
    expect(await client.say('UID FETCH 1:* FLAGS')).toContain('OK FETCH completed.');
    expect(await client.say('UID FETCH 1:* FLAGS')).toHaveLength(10);
    mock.faults.on({ imap: 'CAPABILITY' }).resetConnection();
    expect(await (await Client.connect(mock)).say('CAPABILITY')).toBe('');
  });

  test('and the journal has commands decoded, without passwords', async () => {
    const mock = await start();
    const client = await signedIn(mock);
    await client.say('SELECT INBOX');
    await client.say('UID FETCH 1:3 (FLAGS)');
    await client.say('DANCE');
    mock.journal.assertOrder({ imap: 'LOGIN', account: 'administrator' }, { imap: 'UID FETCH', mailbox: 'annb' });
    expect(mock.journal.filter({ imap: 'UID FETCH' })).toMatchObject([
      { request: { set: [{ from: 1, to: 3 }], items: [{ item: 'FLAGS' }] }, answer: 'OK FETCH completed.' },
    ]);
    expect(mock.journal.unexpected).toMatchObject([{ command: 'DANCE' }]);
    expect(String(mock.journal)).not.toContain(administrator(mock).password);
    expect(mock.journal.coverage().get('UID FETCH')).toBe(1);
  });
});
