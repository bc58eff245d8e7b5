import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock, systemRandom } from '@cutover/base';
import { coreErrors, type Backend, type BackendMessage } from '@cutover/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { callService, openCall } from './call-service.ts';
import { encodeFrame } from './frames.ts';
import { serveBackend } from './serve-backend.ts';

let folder: string;
let address: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cutover-socket-'));
  address = join(folder, 'service.sock');
});
afterEach(() => rmSync(folder, { recursive: true }));

const token = systemRandom.bytes(32);
const options = { token, version: '1.2.3', random: systemRandom };

function serve(invoke: Backend['invoke'], onEnd = () => undefined as void) {
  const backend: Backend = { invoke, close: () => Promise.resolve() };
  return serveBackend({ ...options, backend, address, clock: systemClock, onEnd });
}

const open = async () => (await openCall(address, options))!;

async function call(parameters: Record<string, unknown>, changes: object = {}): Promise<BackendMessage[]> {
  const messages: BackendMessage[] = [];
  const request = { kind: 'invoke', cmdlet: 'Get-It', parameters } as const;
  const opened = (await openCall(address, { ...options, ...changes }))!;
  for await (const message of callService(opened, request, { signal: undefined })) messages.push(message);
  return messages;
}

test('records cross with their dates, bytes and undefined members as they are', async () => {
  await using served = await serve(async function* (cmdlet, parameters) {
    yield { kind: 'record', record: { cmdlet, ...parameters } };
    yield { kind: 'warning', message: 'Careful.' };
  });
  const parameters = { When: new Date(5), Bytes: Uint8Array.of(1, 2), None: undefined, Many: ['a', null] };
  expect(await call(parameters)).toEqual([
    { kind: 'record', record: { cmdlet: 'Get-It', ...parameters } },
    { kind: 'warning', message: 'Careful.' },
  ]);
  expect(statSync(address).mode & 0o777).toBe(0o600);
  await systemClock.sleep(20);
  expect(served.connections).toBe(0);
});

test('a call that breaks off is rejected with its error', async () => {
  await using _served = await serve(async function* () {
    yield { kind: 'warning', message: 'first' };
    throw coreErrors.sessionClosed({ cmdlet: 'Get-It' });
  });
  await expect(call({})).rejects.toMatchObject({ code: 'core.sessionClosed' });
});

test('another token and another version are refused', async () => {
  await using _served = await serve(async function* () {
    yield { kind: 'warning', message: 'must not be sent' };
  });
  await expect(call({}, { token: systemRandom.bytes(32) })).rejects.toMatchObject({ code: 'cloud.serviceLost' });
  await expect(call({}, { version: '2.0.0' })).rejects.toMatchObject({
    code: 'cloud.serviceVersionDiffers',
    context: { service: '1.2.3', client: '2.0.0' },
  });
});

test('a service that does not hold the token is not believed', async () => {
  const impostor = createServer((socket) => {
    const greeting = { cutover: { protocol: 1, version: '1.2.3', pid: 1, nonce: Buffer.alloc(24).toString('base64') } };
    socket.write(encodeFrame(Buffer.from(JSON.stringify(greeting))));
    socket.write(encodeFrame(Buffer.alloc(60)));
  });
  impostor.listen(address);
  await once(impostor, 'listening');
  await expect(call({})).rejects.toMatchObject({ code: 'cloud.serviceNotTrusted' });
  impostor.close();
});

test('leaving early, an abort and a killed client end the call in the service', async () => {
  const ends: string[] = [];
  await using _served = await serve(async function* (_cmdlet, parameters, { signal } = {}) {
    try {
      yield { kind: 'warning', message: 'begun' };
      await systemClock.sleep(60_000, { signal });
    } finally {
      ends.push(String(parameters['Name']));
    }
  });
  const controller = new AbortController();
  const request = (Name: string) => ({ kind: 'invoke', cmdlet: 'Get-It', parameters: { Name } }) as const;
  for await (const _ of callService(await open(), request('left'), { signal: undefined })) break;
  const aborted = async () => {
    const calling = callService(await open(), request('aborted'), { signal: controller.signal });
    for await (const _ of calling) controller.abort(new Error('enough'));
  };
  await expect(aborted()).rejects.toThrow('enough');
  const killed = await open();
  const calling = callService(killed, request('killed'), { signal: undefined });
  await calling.next();
  killed.socket.destroy();
  await expect(calling.next()).rejects.toMatchObject({ code: 'cloud.serviceLost' });
  await expect.poll(() => ends).toEqual(['left', 'aborted', 'killed']);
});

test('ten thousand records arrive in order at a slow reader', async () => {
  await using _served = await serve(async function* () {
    for (let number = 0; number < 10_000; number++) yield { kind: 'record', record: { number, text: 'x'.repeat(200) } };
  });
  let expected = 0;
  const request = { kind: 'invoke', cmdlet: 'Get-It', parameters: {} } as const;
  for await (const message of callService(await open(), request, { signal: undefined })) {
    expect(message).toMatchObject({ record: { number: expected++ } });
    if (expected % 2000 === 0) await systemClock.sleep(1);
  }
  expect(expected).toBe(10_000);
});

test('a client can ask the service to end', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  await using _served = await serve(async function* () {}, resolve);
  for await (const _ of callService(await open(), { kind: 'end' }, { signal: undefined }));
  await promise;
});

test('nobody there, and a service that ends before it greets, are no errors yet', async () => {
  expect(await openCall(address, options)).toBeUndefined();
  const ending = createServer((socket) => socket.destroy()).listen(address);
  await once(ending, 'listening');
  expect(await openCall(address, options)).toBeUndefined();
  ending.close();
});

test('ends only while nobody is connected, and goes on listening otherwise', async () => {
  await using served = await serve(async function* () {
    yield { kind: 'warning', message: 'served' };
  });
  const first = await open();
  expect(await served.endIfUnused()).toBe(false);
  expect(await call({})).toHaveLength(1);
  first.socket.destroy();
  await expect.poll(() => served.connections).toBe(0);
  expect(await served.endIfUnused()).toBe(true);
  expect(await openCall(address, options)).toBeUndefined();
});

test('noise is answered by nothing', async () => {
  await using _served = await serve(async function* () {});
  const socket = connect(address);
  socket.end('GET / HTTP/1.1\r\n\r\n');
  const answer: unknown[] = [];
  socket.on('data', (bytes) => answer.push(bytes));
  await once(socket, 'close');
  expect(answer).toEqual([]);
});

test('no password passes the socket as it is, in neither direction', async () => {
  await using _served = await serve(async function* (_cmdlet, parameters) {
    yield { kind: 'record', record: parameters };
  });
  const heard: Buffer[] = [];
  const front = join(folder, 'front.sock');
  const proxy = createServer((client) => {
    const service = connect(address);
    for (const [from, to] of [
      [client, service],
      [service, client],
    ] as const) {
      from.on('data', (bytes) => heard.push(bytes)).pipe(to);
      from.on('error', () => undefined);
    }
  }).listen(front);
  await once(proxy, 'listening');
  const request = { kind: 'invoke', cmdlet: 'New-It', parameters: { Password: 'S3cret-Pa$$w0rd' } } as const;
  const answers: BackendMessage[] = [];
  for await (const message of callService((await openCall(front, options))!, request, { signal: undefined }))
    answers.push(message);
  expect(answers).toEqual([{ kind: 'record', record: { Password: 'S3cret-Pa$$w0rd' } }]);
  const bytes = Buffer.concat(heard);
  expect(bytes.includes('1.2.3')).toBe(true);
  expect(bytes.includes('S3cret-Pa$$w0rd')).toBe(false);
  expect(bytes.includes('New-It')).toBe(false);
  proxy.close();
});
