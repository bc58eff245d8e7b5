import { steppedClock } from '@cutover/base';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MockExchange } from '../mock-exchange.ts';
import { OrganisationBuilder } from '../seeds/organisation-builder.ts';
import type { Account } from '../organisation/account.ts';
import { canOpenMailbox, findRecipient } from '../organisation/organisation.ts';
import { basic } from '../testing/raw-client.ts';

const seed = new OrganisationBuilder({ name: 'Tailspin', domain: 'tailspin.example' })
  .user({ alias: 'administrator', displayName: 'Administrator' })
  .user({ alias: 'ann', displayName: 'Ann', unifiedMessaging: 'Default Policy' })
  .user({ alias: 'ghost', displayName: 'Ghost', hidden: true })
  .build();
const [administrator, ann] = seed.organisation.accounts;
const annsName = '/o=Tailspin/ou=First Administrative Group/cn=Recipients/cn=ann';

let exchange: MockExchange;
beforeEach(async () => {
  exchange = await MockExchange.start({ seed, httpPort: 0, managementPort: 0 });
});
afterEach(() => exchange.close());

interface Asked {
  readonly method?: string;
  readonly body?: unknown;
  readonly account?: Account;
}

async function ask(path: string, { account = administrator!, body, method = 'GET' }: Asked = {}) {
  const { password, userPrincipalName } = account;
  const response = await fetch(`${exchange.urls['management']}${path}`, {
    method,
    headers: { authorization: `Basic ${Buffer.from(`${userPrincipalName}:${password}`).toString('base64')}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}

test('only the administrator is let in', async () => {
  expect(await ask('/organisation', { account: ann! })).toMatchObject({ status: 401 });
  const wrong = { ...administrator!, password: 'wrong' };
  expect(await ask('/organisation', { account: wrong })).toMatchObject({ status: 401 });
  expect(await fetch(`${exchange.urls['management']}/organisation`)).toMatchObject({ status: 401 });
});

test('the organisation is told with its databases and how Outlook gets in', async () => {
  expect(await ask('/organisation')).toMatchObject({
    status: 200,
    body: {
      domain: 'tailspin.example',
      version: '2003',
      server: { netBiosName: 'EXCH-MSG-1' },
      databases: [{ name: 'Mailbox Store' }],
      outlookAnywhere: { externalHostname: 'mail.tailspin.example', clientAuthenticationMethod: 'Basic' },
    },
  });
});

test('hidden objects are listed too, and no password', async () => {
  const { body } = await ask('/recipients');
  expect(body).toMatchObject([
    { alias: 'administrator', account: 'administrator@tailspin.example' },
    { alias: 'ann', unifiedMessaging: { policy: 'Default Policy' } },
    { alias: 'ghost', hidden: true },
  ]);
  expect(JSON.stringify(body)).not.toContain(ann!.password);
});

test('a right that is granted holds at once, and until it is revoked', async () => {
  const right = { right: 'FullAccess', account: administrator!.userPrincipalName, mailbox: annsName };
  const mayOpen = (): boolean => {
    const user = findRecipient(exchange.organisation, annsName);
    return user?.kind === 'mailbox' && canOpenMailbox(exchange.organisation, administrator!, user);
  };
  expect(mayOpen()).toBe(false);
  expect(await ask('/permissions', { method: 'PUT', body: right })).toMatchObject({ status: 204 });
  expect(await ask('/permissions', { method: 'PUT', body: right })).toMatchObject({ status: 204 });
  expect(mayOpen()).toBe(true);
  expect(await ask('/permissions')).toMatchObject({ body: [right] });
  expect(await ask('/permissions', { method: 'DELETE', body: right })).toMatchObject({ status: 204 });
  expect(await ask('/permissions', { method: 'DELETE', body: right })).toMatchObject({ status: 404 });
  expect(mayOpen()).toBe(false);
});

test('what has no object is not found, and what has no sense is refused', async () => {
  const nobody = { right: 'FullAccess', account: 'nobody@tailspin.example', mailbox: annsName };
  expect(await ask('/permissions', { method: 'PUT', body: nobody })).toMatchObject({ status: 404 });
  expect(await ask('/permissions', { method: 'PUT', body: { right: 'Everything' } })).toMatchObject({ status: 400 });
  expect(await ask('/mailboxes/none/statistics')).toMatchObject({ status: 404 });
  expect(await ask('/nothing')).toMatchObject({ status: 404 });
  expect(await ask('/recipients', { method: 'DELETE' })).toMatchObject({ status: 405 });
});

test('a mailbox is counted', async () => {
  exchange.mailbox('ann').add('inbox', { type: 'mail', subject: 'Hello', text: 'How are you?', sentAt: new Date(0) });
  const { mailboxGuid } = findRecipient(exchange.organisation, annsName) as { mailboxGuid: string };
  const { body } = await ask(`/mailboxes/${mailboxGuid}/statistics`);
  expect(body).toMatchObject({ itemCount: 1, deletedItemCount: 0 });
  const { folders, totalItemSize } = body as { folders: { path: string; size: number }[]; totalItemSize: number };
  expect(folders.find(({ path }) => path === '/Inbox')?.size).toBe(totalItemSize);
});

test('Unified Messaging is turned off and on again', async () => {
  const { mailboxGuid } = findRecipient(exchange.organisation, annsName) as { mailboxGuid: string };
  const path = `/mailboxes/${mailboxGuid}/unified-messaging`;
  expect(await ask(path, { method: 'DELETE' })).toMatchObject({ status: 204 });
  expect(findRecipient(exchange.organisation, annsName)).not.toHaveProperty('unifiedMessaging');
  await ask(path, { method: 'PUT', body: { policy: 'Other', extensions: ['100'] } });
  expect(findRecipient(exchange.organisation, annsName)).toMatchObject({ unifiedMessaging: { policy: 'Other' } });
});

describe('Outlook Anywhere', () => {
  /** Asks whether the RPC proxy is there, as administrators do. */
  const proxyStatus = async (): Promise<number> => {
    const headers = { authorization: basic(administrator!) };
    return (await fetch(`${exchange.httpUrl}/rpc/rpcproxy.dll`, { headers })).status;
  };

  test('is gone while it is turned off, and comes back', async () => {
    const { body } = await ask('/organisation');
    const { outlookAnywhere } = body as { outlookAnywhere: object };
    expect(await proxyStatus()).toBe(200);
    await ask('/outlook-anywhere', { method: 'DELETE' });
    expect(await proxyStatus()).toBe(404);
    await ask('/outlook-anywhere', { method: 'PUT', body: outlookAnywhere });
    expect(await proxyStatus()).toBe(200);
  });
});

test('a reset takes every change back', async () => {
  await ask('/outlook-anywhere', { method: 'DELETE' });
  exchange.reset();
  expect(exchange.organisation).toBe(seed.organisation);
});

describe('tests in other languages', () => {
  const inbox = (): number => {
    const { mailbox } = exchange.mailbox('ann');
    return mailbox.counts(mailbox.wellKnown('inbox')).normal;
  };
  const deliver = (): unknown =>
    exchange.mailbox('ann').add('inbox', { type: 'mail', subject: 'New', from: 'ann', sentAt: new Date(0) });

  test('put the server back to what it began with', async () => {
    deliver();
    expect(await ask('/reset', { method: 'PUT' })).toMatchObject({ status: 204 });
    expect(inbox()).toBe(0);
  });

  test('take the state along, and put it back', async () => {
    deliver();
    const { status, body } = await ask('/state');
    expect(status).toBe(200);
    await ask('/reset', { method: 'PUT' });
    expect(await ask('/state', { method: 'PUT', body })).toMatchObject({ status: 204 });
    expect(inbox()).toBe(1);
    expect(await ask('/state', { method: 'PUT', body: {} })).toMatchObject({ status: 400 });
  });

  test('say what goes wrong, and see what did', async () => {
    const plan = { seed: 7, faults: [{ target: { http: 'GET' }, effect: { kind: 'httpStatus', status: 503 } }] };
    expect(await ask('/faults', { method: 'PUT', body: plan })).toMatchObject({ status: 204 });
    expect(await fetch(`${exchange.httpUrl}/rpc/`)).toMatchObject({ status: 503 });
    expect(await ask('/faults')).toMatchObject({ body: { ...plan, struck: [{ match: 1 }] } });
    await ask('/faults', { method: 'DELETE' });
    expect(await fetch(`${exchange.httpUrl}/rpc/`)).toMatchObject({ status: 401 });
  });

  test('are told which fault there is not', async () => {
    const body = { faults: [{ target: { rop: 'Logoff' }, effect: { kind: 'delay', milliseconds: 1 } }] };
    expect(await ask('/faults', { method: 'PUT', body })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining("There is no rop 'Logoff'") },
    });
    const odd = { faults: [{ target: { rop: 'Logon' }, effect: { kind: 'explode' } }] };
    expect(await ask('/faults', { method: 'PUT', body: odd })).toMatchObject({
      status: 400,
      body: {
        error: expect.stringContaining("faults[0].effect.kind: the 'kind' is none that is known; known are reset"),
      },
    });
    const unsaid = { faults: [{ target: { rop: 'Logon' }, effect: { kind: 'delay' } }] };
    expect(await ask('/faults', { method: 'PUT', body: unsaid })).toMatchObject({
      body: { error: 'faults[0].effect.milliseconds: is missing; give a number' },
    });
    expect(await ask('/faults', { method: 'PUT' })).toMatchObject({
      status: 400,
      body: { error: 'The body is no JSON, or too long.' },
    });
    const fault = { target: { http: 'GET' }, effect: { kind: 'delay', milliseconds: 1 } };
    const stranger = { target: { rop: 'Logon', mailbox: 'nobody' }, effect: { kind: 'resetConnection' } };
    expect(await ask('/faults', { method: 'PUT', body: { faults: [fault, stranger] } })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining("address 'nobody' has a mailbox") },
    });
    expect(exchange.faults.faults).toEqual([]);
  });

  test('read the journal, where there is one', async () => {
    expect(await ask('/journal')).toMatchObject({ status: 404 });
    await exchange.close();
    exchange = await MockExchange.start({ seed, httpPort: 0, managementPort: 0, journal: true });
    await fetch(`${exchange.httpUrl}/nothing`);
    expect(await ask('/journal')).toMatchObject({
      body: { entries: ['#1 - GET /nothing → 404'], unexpected: [expect.stringContaining('/nothing')] },
    });
    expect(await ask('/journal?rop=Logon&mailbox=ann')).toMatchObject({ status: 200, body: { entries: [] } });
    expect(await ask('/journal?rop=Logn')).toMatchObject({
      status: 400,
      body: { error: "There is no rop 'Logn'. Did you mean RopLogon?" },
    });
  });

  test('move a clock that stands still, and no other', async () => {
    expect(await ask('/clock')).toMatchObject({ body: { isStepped: false } });
    const move = (body: object) => ask('/clock', { method: 'PUT', body });
    expect(await move({ advance: '24h' })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('--clock MOMENT') },
    });
    await exchange.close();
    const clock = steppedClock(new Date('2013-02-01T00:00Z'));
    exchange = await MockExchange.start({ seed, httpPort: 0, managementPort: 0, clock });
    expect(await move({ advance: '24h' })).toMatchObject({ status: 204 });
    expect(await move({ advanceTo: '2013-02-03T00:00:00Z' })).toMatchObject({ status: 204 });
    expect(await move({ advance: 1500 })).toMatchObject({ status: 204 });
    expect(await ask('/clock')).toMatchObject({ body: { now: '2013-02-03T00:00:01.500Z', isStepped: true } });
    expect(await move({ advance: 'a day' })).toMatchObject({ status: 400 });
    expect(await move({ advanceTo: '2012-01-01T00:00:00Z' })).toMatchObject({
      body: { error: expect.stringContaining('does not go back to 2012-01-01') },
    });
  });
});
