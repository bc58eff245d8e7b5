import { describe, expect, test } from 'vitest';
import {
  company,
  contoso,
  FaultPlan,
  loadSeed,
  MockExchange,
  type MockExchangeOptions,
  nextMail,
  OrganisationBuilder,
} from './index.ts';

/** What JavaScript lets through, as its authors write it. */
const odd = (value: unknown): never => value as never;

test.each<[unknown, string]>([
  [{ sead: {} }, "There is no 'sead' in the options of a server. Did you mean seed?"],
  [{ seed: 'contoso' }, "seed of the options of a server is 'contoso'. Give a seed: contoso(), "],
  [{ port: 70_000 }, 'port of the options of a server is 70000. Give a whole number from 0 to 65535.'],
  [{ maximumTls: 'TLSv9' }, "Give 'TLSv1' or 'TLSv1.1' or 'TLSv1.2' or 'TLSv1.3'."],
  [{ clock: {} }, 'Give a clock: systemClock, or steppedClock('],
  [{ doors: ['pop3'] }, "doors is 'pop3', which is not known."],
])('options %j', async (options, message) => {
  await expect(MockExchange.start(options as MockExchangeOptions)).rejects.toThrow(message);
});

test.each<[unknown, string]>([
  [{ rop: 'FastTransferGetBuffer' }, 'Did you mean RopFastTransferSourceGetBuffer?'],
  [{ rop: 'logn' }, 'Did you mean RopLogon?'],
  [{ operation: 'NspiQueryRow' }, 'Did you mean NspiQueryRows'],
  [{ rop: 'Logon', mailbx: 'annb' }, "There is no 'mailbx' in a fault. Did you mean mailbox?"],
  [{ rop: 'Logon', nth: 0 }, 'nth of a fault is 0. Give a whole number from 1.'],
  [{ rop: 'Logon', probability: 2 }, 'probability of a fault is 2. Give a number from 0 to 1.'],
  [{ http: 'GET', account: 'annb' }, "A fault of 'http' cannot be told by account, but by mailbox"],
  [{ rop: 'Logon', nth: 2, from: 3 }, "Leave out 'nth', or those."],
  [{ http: 'RPC_OUT' }, 'Did you mean RPC_OUT_DATA?'],
  [{ imap: 'FROB' }, "There is no imap 'FROB'. There are CAPABILITY, NOOP, "],
])('a fault of %j', (target, message) => {
  expect(() => new FaultPlan().on(odd(target))).toThrow(message);
});

test('faults name whom the server has', async () => {
  await using exchange = await MockExchange.start();
  const at = (target: unknown) => () => exchange.faults.on(odd(target));
  expect(at({ rop: 'Logon', mailbox: 'anb' })).toThrow(
    "Nobody with the alias or address 'anb' has a mailbox here. Did you mean annb?",
  );
  expect(at({ rop: 'Logon', mailbox: 'sales' })).toThrow("'sales' is a group, which has no mailbox.");
  expect(at({ rop: 'Logon', account: 'anb' })).toThrow("There is no account 'anb'. Did you mean annb?");
  expect(at({ rop: 'Logon', account: 'annb@contoso.com' })).toThrow('Did you mean annb?');
  expect(at({ rop: 'Logon', mailbox: 'annb@contoso.com', account: 'AnnB' })).not.toThrow();
  const faults = new FaultPlan();
  faults.on({ rop: 'Logon', mailbox: 'nobody' }).resetConnection();
  await expect(MockExchange.start({ faults })).rejects.toThrow("address 'nobody' has a mailbox");
  faults.clear();
  await using again = await MockExchange.start({ faults });
  expect(again.faults).toBe(faults);
});

test('effects', () => {
  const at = (target: unknown) => new FaultPlan().on(odd(target));
  expect(() => at({ http: 'GET' }).delay(odd('1s'))).toThrow("milliseconds of delay is '1s'. Give a number from 0.");
  expect(() => at({ http: 'GET' }).httpStatus(9)).toThrow('status of httpStatus is 9. Give a whole number from 100');
  expect(() => at({ http: 'RPC_OUT_DATA' }).cutAfter(9)).toThrow("Name the 'operation' or the 'rop'");
  expect(() => at({ smtp: 'DATA' }).refuse('No', { code: 250 })).toThrow('Give a whole number from 400 to 599.');
  expect(() => at({ imap: 'NOOP' }).refuse('No', { code: 450 })).toThrow(
    "There is no 'code' in refuse. There are text.",
  );
  expect(() => at({ rop: 'Logon' }).backOff(100)).toThrow('The answer of Logon has no room for a time to wait');
});

test.each<[unknown, string]>([
  [{ type: 'letter', subject: 'x' }, "The type of the item is 'letter'. Give one of mail, appointment"],
  [{ subject: 'x' }, "The type of the item is 'undefined'."],
  [{ type: 'mail', subject: 'x' }, 'the mail has no sentAt. Give a date'],
  [{ type: 'mail', subject: 'x', sentAt: '2012-01-01' }, "sentAt of the mail is '2012-01-01'. Give a date"],
  [{ type: 'mial', subject: 'x' }, "The type of the item is 'mial'. Did you mean mail?"],
  [
    { type: 'mail', subject: 'x', sentAt: new Date(), from: 'davdp' },
    "'x' names 'davdp', which is no alias of the directory. Did you mean davidp?",
  ],
  [{ type: 'mail', subject: 'x', sentAt: new Date(), attachment: [] }, 'Did you mean attachments?'],
  [{ type: 'mail', subject: 'x', sentAt: new Date(), importance: 'hihg' }, "Give 'low' or 'normal' or 'high'."],
  [
    { type: 'mail', subject: 'x', sentAt: new Date(), attachments: [{ name: 'a.txt', data: 'text' }] },
    "data of an attachment of the mail is 'text'. Give bytes, e.g. Buffer.from('…')",
  ],
  [
    { type: 'mail', subject: 'x', sentAt: new Date(), attachments: [{ item: { type: 'note' } }] },
    'the note has no text',
  ],
  [{ type: 'appointment', subject: 'x', start: new Date(1), end: new Date(0) }, "'x' ends before it starts"],
])('an item %j', async (item, message) => {
  await using exchange = await MockExchange.start();
  expect(() => exchange.mailbox('annb').add('inbox', odd(item))).toThrow(message);
});

test('folders, seeds and companies', async () => {
  await using exchange = await MockExchange.start();
  const item = { type: 'note', text: 'x', createdAt: new Date() } as const;
  expect(() => exchange.mailbox('annb').add(odd('Projects'), item)).toThrow("from the top, e.g. ['Projects']");
  expect(() => exchange.mailbox('annb').add(odd('inbx'), item)).toThrow('Did you mean inbox?');
  expect(() => exchange.import(odd({}))).toThrow('What was given is no seed.');
  expect(() => company(odd({ mailbox: 3 }))).toThrow('There are mailboxes, messages');
  expect(() => company({ mailboxes: 1e9 })).toThrow('Give a whole number from 0 to 100000.');
});

test('a journal refuses names that nothing has, and tells what came where nothing did', async () => {
  await using exchange = await MockExchange.start({ journal: true, httpPort: 0 });
  const { journal } = exchange;
  expect(() => journal.filter({ rop: 'Logn' })).toThrow('Did you mean RopLogon?');
  expect(() => journal.filter(odd({ ropp: 'Logon' }))).toThrow('Did you mean rop');
  expect(() => journal.filter({ mailbox: 'nobody' })).toThrow("Nobody with the alias or address 'nobody'");
  expect(() => journal.filter({ smtp: 'DATA', mailbox: 'annb' })).toThrow("An entry of 'smtp' tells no mailbox");
  const waiting = new AbortController();
  const next = journal.next({ http: 'POST' }, { signal: waiting.signal });
  await fetch(`${exchange.httpUrl}/nothing`);
  waiting.abort();
  await expect(next).rejects.toThrow(
    'Nothing that matches {"http":"POST"} has come since it was waited for, but 1 other entries. Nearest:\n#1 - GET /nothing → 404: name differs',
  );
  const late = journal.next({ http: 'GET' }, { signal: AbortSignal.timeout(1) });
  await expect(late).rejects.toThrow('nor anything else. It was there before:\n#1 - GET /nothing → 404');
  expect(() => journal.assertOrder({ http: 'GET' }, { http: 'GET' })).toThrow(
    'number 2 of the expected order, in the 0 entries that were left. It was there before:\n#1 - GET /nothing → 404',
  );
});

test('whoever waits for mail in vain is told what is there', async () => {
  await using exchange = await MockExchange.start();
  await expect(nextMail(exchange, 'annb', { signal: AbortSignal.timeout(1) })).rejects.toThrow(
    /^No new mail has come to 'annb', whose Inbox holds \d+ messages\./,
  );
});

test.each<[unknown, string]>([
  ['{"faults":[]}', `a plan of faults is '{"faults":[]}'. Give an object.`],
  [{ fault: [] }, "There is no 'fault' in a plan of faults. Did you mean faults?"],
  [{ seed: 'x' }, "seed of a plan of faults is 'x'."],
  [{ faults: [{ target: { rop: 'Logon' } }] }, 'a fault of the plan has no effect. Give an object.'],
])('a plan %j', (plan, message) => {
  expect(() => new FaultPlan(odd(plan))).toThrow(message);
});

test('faults where the server has no door', async () => {
  await using exchange = await MockExchange.start({ doors: ['imap'] });
  exchange.faults.on({ imap: 'LOGIN' }).delay(1);
  expect(() => exchange.faults.on({ smtp: 'DATA' })).toThrow("Start it with 'smtp' among its doors.");
  expect(() => exchange.faults.on({ rop: 'Logon' })).toThrow("Start it with 'rpc' among its doors.");
  const faults = new FaultPlan(exchange.faults.toJSON());
  await expect(MockExchange.start({ faults })).rejects.toThrow("This server has no door for 'imap'");
});

test('one plan for two servers at once', async () => {
  const faults = new FaultPlan();
  const exchange = await MockExchange.start({ faults });
  await expect(MockExchange.start({ faults })).rejects.toThrow('belongs to a server that is still running');
  await exchange.close();
  const port = Number(new URL(exchange.url).port);
  await using other = await MockExchange.start({ port });
  await expect(MockExchange.start({ faults, port })).rejects.toThrow(
    `Cannot listen on 127.0.0.1:${port}: somebody listens there already. Give another host or port; port 0 takes any free one.`,
  );
  await using later = await MockExchange.start({ faults });
  expect([later.faults, other.faults === faults]).toEqual([faults, false]);
});

test('whom a server does not have', async () => {
  await using exchange = await MockExchange.start({ journal: true });
  expect(() => exchange.account('anb')).toThrow("There is no account 'anb'. Did you mean annb?");
  expect(exchange.account('CONTOSO\\annb').userName).toBe('annb');
  expect(() => exchange.mailbox('anb@contoso.com')).toThrow('Did you mean annb@contoso.com?');
  expect(() => nextMail(exchange, 'sales')).toThrow("'sales' is a group, which has no mailbox.");
  expect(() => exchange.journal.filter({ rop: 'Logon', account: 'anb' })).toThrow('Did you mean annb?');
});

test('a server that was closed', async () => {
  const exchange = await MockExchange.start({ journal: true });
  const waiting = exchange.journal.next({ rop: 'Logon' });
  await exchange.close();
  await expect(waiting).rejects.toMatchObject({ cause: { message: 'The server was closed.' } });
  expect(() => exchange.reset()).toThrow('The server was closed: reset needs one that runs.');
  expect(() => exchange.import(company())).toThrow('import needs one that runs.');
  await expect(exchange.fork()).rejects.toThrow('fork needs one that runs.');
  expect(exchange.journal.entries).toEqual([]);
  await exchange.close();
});

describe('an organisation', () => {
  const builder = (): OrganisationBuilder => new OrganisationBuilder({ name: 'F', domain: 'f.com' });
  const ann = { alias: 'ann', displayName: 'Ann' };

  test.each<[string, () => unknown, string]>([
    ['of no domain', () => new OrganisationBuilder(odd({ name: 'F' })), 'an organisation has no domain. Give a text.'],
    ['misspelt', () => new OrganisationBuilder(odd({ name: 'F', domian: 'x' })), 'Did you mean domain?'],
    ['with a user misspelt', () => builder().user(odd({ alias: 'x', displayname: 'X' })), 'Did you mean displayName?'],
    ['with a user of no alias', () => builder().user(odd({ displayName: 'X' })), 'a user has no alias. Give a text.'],
    ['with a group of one name', () => builder().group(odd({ ...ann, members: 'ann' })), "is 'ann'. Give a list."],
    [
      'with a mailbox of nobody',
      () =>
        builder()
          .user(ann)
          .mailbox('an', () => undefined),
      'Did you mean ann?',
    ],
    ['with a right of nobody', () => builder().user(ann).grantReceiveAs('anm').build(), 'Did you mean ann?'],
    ['of another option', () => contoso(odd({ seed: 3 })), "There is no 'seed' in the options of contoso()."],
  ])('%s', (_what, make, message) => {
    expect(make).toThrow(message);
  });

  test('of a name that is misspelt', async () => {
    await expect(loadSeed('contosso')).rejects.toThrow('Did you mean contoso?');
    await expect(loadSeed('company:mailbox=3')).rejects.toThrow('Give any of mailboxes=NUMBER, messages=NUMBER');
  });
});
