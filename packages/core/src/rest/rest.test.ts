import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { seededRandom, steppedClock, type Clock } from '@cutover/base';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BackendMessage } from '../backend.ts';
import { getMigrationBatch } from '../cmdlets/get-migration-batch.ts';
import { coreEvents } from '../events.ts';
import { connect } from '../session.ts';
import { scriptedServer, type ScriptedServer } from '../testing/scripted-server.ts';
import type { RestOptions } from './rest-options.ts';
import { rest } from './rest.ts';

/** A clock that never waits, and keeps what it was asked to wait. */
function impatientClock(): Clock & { readonly waits: number[] } {
  const waits: number[] = [];
  return { now: () => 0, waits, sleep: (ms) => Promise.resolve(void waits.push(ms)) };
}

function optionsFor(server: ScriptedServer, more: Partial<RestOptions> = {}): RestOptions {
  return {
    tenant: 'contoso.onmicrosoft.com',
    identity: { user: 'admin@contoso.com' },
    token: () => 'TOKEN',
    baseUrl: server.url,
    clock: impatientClock(),
    ids: seededRandom(1),
    ...more,
  };
}

async function invoke(options: RestOptions, cmdlet: string, parameters: object = {}): Promise<BackendMessage[]> {
  const backend = rest(options);
  const messages: BackendMessage[] = [];
  try {
    for await (const message of backend.invoke(cmdlet, parameters as Record<string, unknown>)) messages.push(message);
  } finally {
    await backend.close();
  }
  return messages;
}

const found = (Identity: string) => ({ value: [{ '@odata.type': '#x', 'Status@data.type': 'y', Identity }] });

describe('a request', () => {
  test('has the path, headers and body of the contract', async () => {
    await using server = await scriptedServer([{ body: { value: [] } }]);
    await invoke(optionsFor(server), 'New-MigrationBatch', { Name: 'Cutover', AutoStart: true, StartAfter: undefined });
    const [{ method, url, headers, body }] = server.seen as [(typeof server.seen)[0]];
    expect({ method, url }).toEqual({ method: 'POST', url: '/adminapi/beta/contoso.onmicrosoft.com/InvokeCommand' });
    expect(headers).toMatchObject({
      authorization: 'Bearer TOKEN',
      'content-type': 'application/json; charset=utf-8',
      prefer: 'odata.maxpagesize=1000',
      'x-anchormailbox': 'UPN:admin@contoso.com',
      'x-cmdletname': 'New-MigrationBatch',
      'x-responseformat': 'json',
      'connection-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'client-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(JSON.parse(body)).toEqual({
      CmdletInput: { CmdletName: 'New-MigrationBatch', Parameters: { Name: 'Cutover', AutoStart: true } },
    });
  });

  test('an application is routed by the system mailbox of its tenant', async () => {
    await using server = await scriptedServer([{}]);
    const identity = { tenantGuid: '11111111-2222-3333-4444-555555555555' };
    await invoke(optionsFor(server, { identity }), 'Get-MigrationBatch');
    expect(server.seen[0]?.headers['x-anchormailbox']).toBe(
      'APP:SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}@11111111-2222-3333-4444-555555555555',
    );
  });

  test('values take the forms of the contract', async () => {
    await using server = await scriptedServer([{}]);
    await invoke(optionsFor(server), 'Set-Something', {
      When: new Date('2026-11-21T01:02:03Z'),
      Data: Buffer.from('a,b'),
      Names: ['a', 'b'],
      Change: { Add: ['a'], Remove: { Deep: true } },
    });
    expect(JSON.parse(server.seen[0]!.body).CmdletInput.Parameters).toEqual({
      When: '2026-11-21T01:02:03.000Z',
      Data: { '@odata.type': '#Exchange.ByteArrayType', Data: 'YSxi' },
      Names: ['a', 'b'],
      Change: {
        '@odata.type': '#Exchange.GenericHashTable',
        Add: ['a'],
        Remove: { '@odata.type': '#Exchange.GenericHashTable', Deep: true },
      },
    });
  });

  test('a password goes out encrypted for the service, or not at all', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const parameters = { Name: 'E', Credentials: { userName: 'admin', password: 'Pä$$w0rd' } };
    await using server = await scriptedServer([{}]);
    const [refusal] = await invoke(optionsFor(server), 'New-MigrationEndpoint', parameters);
    expect(refusal).toMatchObject({ kind: 'error', error: { code: 'rest.secretKeyMissing' }, terminating: true });
    expect(server.seen).toHaveLength(0);
    await invoke(optionsFor(server, { secretKey: publicKey }), 'New-MigrationEndpoint', parameters);
    const { Credentials } = JSON.parse(server.seen[0]!.body).CmdletInput.Parameters;
    const sealed = Buffer.from(Credentials.Password, 'base64');
    const plain = privateDecrypt({ key: privateKey, padding: constants.RSA_PKCS1_PADDING }, sealed);
    expect([Credentials.UserName, plain.toString('utf8')]).toEqual(['admin', 'Pä$$w0rd']);
  });
});

describe('an answer', () => {
  test('becomes typed records without OData marks', async () => {
    const value = {
      '@odata.id': 'x',
      'Identity@data.type': '#y',
      Identity: { Name: 'Cutover', Id: 'Cutover' },
      Status: { Value: 'SyncedWithErrors' },
      TotalCount: '20',
      CreationDateTime: '2026-11-21T01:02:03Z',
      InitialSyncDuration: 'PT1H2M3.5S',
      LastSyncedDateTime: null,
      NotificationEmails: 'a@contoso.com',
      Unheard: 'of',
    };
    await using server = await scriptedServer([{ body: { value: [value] } }]);
    const session = connect(rest(optionsFor(server)));
    const [batch] = await getMigrationBatch(session);
    await session.close();
    expect(batch).toMatchObject({
      Identity: 'Cutover',
      Status: 'SyncedWithErrors',
      TotalCount: 20,
      CreationDateTime: new Date('2026-11-21T01:02:03Z'),
      InitialSyncDuration: 3_723_500,
      LastSyncedDateTime: null,
      NotificationEmails: ['a@contoso.com'],
      Reports: [],
      Message: null,
      Unheard: 'of',
    });
    expect(Object.keys(batch!).filter((name) => name.includes('@'))).toEqual([]);
  });

  test('sizes and durations are read from their texts', async () => {
    const value = {
      BytesTransferred: '1.5 KB (1,536 bytes)',
      TotalQueuedDuration: '1.02:03:04',
      PercentageComplete: 95,
    };
    await using server = await scriptedServer([{ body: { value: [value] } }]);
    const messages = await invoke(optionsFor(server), 'Get-MigrationUserStatistics', { Identity: 'a@contoso.com' });
    expect(messages).toMatchObject([
      { record: { BytesTransferred: 1536, TotalQueuedDuration: 93_784_000, PercentageComplete: 95 } },
    ]);
  });

  test('pages are asked for with the same body and a new token each, until there is none', async () => {
    let tokens = 0;
    const next = (url: string) => ({ body: { ...found('b1'), '@odata.nextLink': `${url}/page2?skip=1` } });
    await using server = await scriptedServer([next, { body: found('b2') }]);
    const options = optionsFor(server, { token: () => `T${++tokens}` });
    const messages = await invoke(options, 'Get-MigrationBatch');
    expect(messages.map((message) => message.kind === 'record' && message.record['Identity'])).toEqual(['b1', 'b2']);
    expect(server.seen.map(({ url }) => url)).toEqual([expect.stringContaining('InvokeCommand'), '/page2?skip=1']);
    expect(server.seen[1]?.body).toBe(server.seen[0]?.body);
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer T1', 'Bearer T2']);
    const ids = server.seen.map(({ headers }) => headers['client-request-id']);
    expect(new Set(ids).size).toBe(2);
  });

  test('may be compressed, and may be empty', async () => {
    const zipped = gzipSync(JSON.stringify(found('b1')));
    await using server = await scriptedServer([
      { headers: { 'content-encoding': 'gzip' }, body: zipped },
      { status: 204, body: '' },
    ]);
    expect(await invoke(optionsFor(server), 'Get-MigrationBatch')).toMatchObject([{ record: { Identity: 'b1' } }]);
    expect(await invoke(optionsFor(server), 'Start-MigrationBatch')).toEqual([]);
  });

  test('warnings, errors beside the records, and the text of -WhatIf', async () => {
    const body = {
      value: [],
      '@adminapi.warnings': ['careful'],
      '@adminapi.errors': ['Ex1A2B3C|Some.FooException|no'],
      '@adminapi.confirmationmessage': 'Removing the batch',
    };
    await using server = await scriptedServer([{ body }]);
    expect(await invoke(optionsFor(server), 'Remove-MigrationBatch', { WhatIf: true })).toMatchObject([
      { kind: 'warning', message: 'careful' },
      { kind: 'error', error: { message: 'no', exception: 'Some.FooException' } },
      { kind: 'verbose', message: 'What if: Removing the batch' },
    ]);
  });
});

describe('a refusal', () => {
  const refusal = (status: number, body: unknown, headers: Record<string, string> = {}) => ({ status, body, headers });
  const detail =
    'ExBDDC58|Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException|The migration batch "x" can\'t be found.';

  test('carries the text, exception and id of the cmdlet', async () => {
    const body = { error: { code: 'NotFound', message: 'Error executing cmdlet', details: [{ message: detail }] } };
    const headers = { 'request-id': 'r1', 'x-calculatedbetarget': 'SERVER1', date: 'Sat, 21 Nov 2026 00:00:00 GMT' };
    await using server = await scriptedServer([refusal(404, body, headers)]);
    const [message] = await invoke(optionsFor(server), 'Get-MigrationBatch', { Identity: 'x' });
    expect(message).toEqual({
      kind: 'error',
      terminating: false,
      error: {
        message: 'The migration batch "x" can\'t be found.',
        code: 'rest.cmdletFailed',
        exception: 'Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException',
        category: 'ObjectNotFound',
        fullyQualifiedErrorId:
          '[Server=SERVER1,RequestId=r1,TimeStamp=Sat, 21 Nov 2026 00:00:00 GMT],Write-ErrorMessage',
        cmdlet: 'Get-MigrationBatch',
        target: null,
        retry: false,
        context: { status: 404, errorId: 'ExBDDC58', exceptionName: 'ManagementObjectNotFoundException' },
        causes: [],
      },
    });
  });

  test('rejects the typed function', async () => {
    const body = { error: { details: [{ message: detail }] } };
    await using server = await scriptedServer([refusal(404, body)]);
    const session = connect(rest(optionsFor(server)));
    await expect(getMigrationBatch(session, { Identity: 'x' })).rejects.toMatchObject({
      code: 'rest.cmdletFailed',
      category: 'ObjectNotFound',
      message: 'The migration batch "x" can\'t be found.',
    });
    await session.close();
  });

  test.each<[string, unknown, string]>([
    ['an empty id', { error: { details: [{ message: '|Some.Exception|text' }] } }, 'text'],
    ['no id and no type', { error: { details: [{ message: '||text' }] } }, 'text'],
    ['a bar in the text', { error: { details: [{ message: 'Ex1|T|a|b' }] } }, 'a|b'],
    ['no parts at all', { error: { details: [{ message: 'text' }] } }, 'text'],
    [
      'an inner error',
      { error: { message: 'outer', innererror: { internalexception: { message: 'inner' } } } },
      'inner',
    ],
    ['an outer text alone', { error: { message: 'outer' } }, 'outer'],
    ['details that are none', { error: { message: 'outer', details: { a: 1 } } }, 'outer'],
    ['a detail that is none', { error: { message: 'outer', details: [null, { message: 7 }] } }, 'outer'],
    ['an error that is none', { error: 'no' }, '{"error":"no"}'],
    ['plain text', 'User is not allowed to call Get-Mailbox', 'User is not allowed to call Get-Mailbox'],
    ['nothing', '', 'The service answered status 403.'],
  ])('with %s is read', async (_title, body, message) => {
    await using server = await scriptedServer([refusal(403, body)]);
    const messages = await invoke(optionsFor(server), 'Get-MigrationBatch');
    expect(messages).toMatchObject([{ error: { message, category: 'PermissionDenied' } }]);
  });
});

describe('trouble on the way', () => {
  const throttled = 'You have reached the maximum number of concurrent requests per tenant. Please wait and try again';

  test('a throttled call waits as long as it is told, or longer each time', async () => {
    const clock = impatientClock();
    await using server = await scriptedServer([
      { status: 429, headers: { 'retry-after': '7' } },
      { status: 429 },
      { status: 400, body: throttled },
      { body: found('b1') },
    ]);
    const messages = await invoke(optionsFor(server, { clock }), 'New-MigrationBatch', { Name: 'b1' });
    expect(messages).toMatchObject([{ record: { Identity: 'b1' } }]);
    expect(clock.waits).toEqual([7000, 6000, 9000]);
  });

  test('whoever listens hears of each answer, and of no token', async () => {
    const heard: unknown[] = [];
    const listen = (event: unknown): void => void heard.push(event);
    coreEvents.answered.channel.subscribe(listen);
    await using server = await scriptedServer([
      { status: 429 },
      { headers: { 'request-id': 'r1' }, body: found('b1') },
    ]);
    await invoke(optionsFor(server), 'Get-MigrationBatch');
    coreEvents.answered.channel.unsubscribe(listen);
    expect(heard).toMatchObject([
      { status: 429, attempt: 1 },
      { status: 200, attempt: 2, requestId: 'r1', url: expect.stringContaining('InvokeCommand') },
    ]);
    expect(JSON.stringify(heard)).not.toContain('TOKEN');
  });

  test('a call is not made for ever', async () => {
    await using server = await scriptedServer(Array.from({ length: 9 }, () => ({ status: 429 })));
    const messages = await invoke(optionsFor(server), 'Get-MigrationBatch');
    expect(server.seen).toHaveLength(6);
    expect(messages).toMatchObject([{ error: { category: 'LimitsExceeded', retry: true } }]);
  });

  test.each([503, 504, 408])('%d: what only reads is repeated, what changes is not', async (status) => {
    await using server = await scriptedServer([{ status }, { body: found('b1') }, { status }]);
    expect(await invoke(optionsFor(server), 'Get-MigrationBatch')).toMatchObject([{ kind: 'record' }]);
    const changed = await invoke(optionsFor(server), 'New-MigrationBatch', { Name: 'b1' });
    expect(changed).toMatchObject([{ kind: 'error', error: { retry: true } }]);
    expect(server.seen).toHaveLength(3);
  });

  test('a broken connection: likewise', async () => {
    await using server = await scriptedServer([{ cut: true }, { body: found('b1') }, { cut: true }]);
    expect(await invoke(optionsFor(server), 'Get-MigrationBatch')).toMatchObject([{ kind: 'record' }]);
    const changed = await invoke(optionsFor(server), 'Start-MigrationBatch', { Identity: 'b1' });
    expect(changed).toMatchObject([{ error: { code: 'rest.unreachable', retry: true }, terminating: true }]);
  });

  test('the token goes to hosts of the service alone', async () => {
    const elsewhere = { status: 302, headers: { location: 'http://evil.example/' } };
    const next = { body: { value: [], '@odata.nextLink': 'http://evil.example/page2' } };
    await using server = await scriptedServer([elsewhere, next]);
    for (const _script of [elsewhere, next]) {
      const messages = await invoke(optionsFor(server), 'Get-MigrationBatch');
      expect(messages.at(-1)).toMatchObject({ error: { code: 'rest.foreignHost' }, terminating: true });
    }
  });

  test('a redirect within the service is followed, a ring of them is not', async () => {
    const again = (url: string) => ({ status: 307, headers: { location: `${url}/region/InvokeCommand` } });
    await using once = await scriptedServer([again, { body: found('b1') }]);
    expect(await invoke(optionsFor(once), 'Get-MigrationBatch')).toMatchObject([{ kind: 'record' }]);
    expect(once.seen[1]).toMatchObject({ method: 'POST', url: '/region/InvokeCommand', body: once.seen[0]?.body });
    await using ring = await scriptedServer(Array.from({ length: 9 }, () => again));
    expect(await invoke(optionsFor(ring), 'Get-MigrationBatch')).toMatchObject([
      { error: { code: 'rest.tooManyRedirects' } },
    ]);
  });

  test('a claims challenge is answered once, by a token with the claims', async () => {
    const claims = '{"access_token":{"nbf":{"essential":true}}}';
    const challenge = `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`;
    const asked: (string | undefined)[] = [];
    await using server = await scriptedServer([
      { status: 401, headers: { 'www-authenticate': challenge } },
      { body: found('b1') },
    ]);
    const token = (request: { claims?: string }) => `T${asked.push(request.claims)}`;
    expect(await invoke(optionsFor(server, { token }), 'Get-MigrationBatch')).toMatchObject([{ kind: 'record' }]);
    expect(asked).toEqual([undefined, claims]);
  });

  test('a refusal can hold any JSON', async () => {
    const bodies = fc.sample(fc.json(), { numRuns: 60, seed: 1 });
    await using server = await scriptedServer(bodies.map((body) => ({ status: 400, body })));
    for (const _body of bodies) {
      const [message] = await invoke(optionsFor(server), 'Get-MigrationBatch');
      expect(message).toMatchObject({ kind: 'error', error: { message: expect.any(String) } });
    }
  });

  test('an answer that is no JSON is told as such', async () => {
    await using server = await scriptedServer([{ body: '<html>' }]);
    expect(await invoke(optionsFor(server), 'Get-MigrationBatch')).toMatchObject([
      { error: { code: 'rest.answerNotJson' }, terminating: true },
    ]);
  });

  test.each([null, 7, 'text', [], { value: 'x' }, { value: [null] }, { '@odata.nextLink': 7 }])(
    'an answer of %j is told to be no page',
    async (body) => {
      await using server = await scriptedServer([{ body: JSON.stringify(body) }]);
      expect(await invoke(optionsFor(server), 'Get-MigrationBatch')).toMatchObject([
        { error: { code: 'rest.answerStrange' }, terminating: true },
      ]);
    },
  );

  test('an abort ends the wait with its reason', async () => {
    await using server = await scriptedServer([{ status: 429 }]);
    const controller = new AbortController();
    const backend = rest(optionsFor(server, { clock: steppedClock() }));
    const reading = Array.fromAsync(backend.invoke('Get-MigrationBatch', {}, { signal: controller.signal }));
    while (server.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
    await backend.close();
  });
});
