import { type SteppedClock, steppedClock } from '@cutover/base';
import { asyncConnectEx, asyncEmsmdb, notificationPending } from '@cutover/wire/emsmdb';
import { errorCode, notificationType, rops } from '@cutover/wire/rop';
import { beforeEach, expect, test } from 'vitest';
import type { RpcConnection, RpcInterface } from '../../rpc-server/rpc-interface.ts';
import { simpleMessage } from '../../store/testing/simple-message.ts';
import { AsyncSessions, createAsyncEmsmdb } from './create-async-emsmdb.ts';
import { limits } from './limits.ts';
import { signIn, startStore, type StoreClient, type StoreFixture } from './testing/store-client.ts';

const { asyncWaitEx } = asyncEmsmdb.operations;

let clock: SteppedClock;
let fixture: StoreFixture;
let service: RpcInterface;
let client: StoreClient;
let asyncSession: { attributes: number; uuid: string };
let gone: AbortController;

beforeEach(async () => {
  clock = steppedClock();
  const sessions = new AsyncSessions();
  fixture = startStore({ asyncSessions: sessions });
  service = createAsyncEmsmdb({ ports: [6001], sessions, clock });
  gone = new AbortController();
  const signedIn = await signIn(fixture);
  ({ client } = signedIn);
  const types = notificationType.created;
  await client.run(rops.registerNotification, { subscription: { types, object: undefined } }, signedIn.logon);
  const stub = asyncConnectEx.request.encode({ session: client.session });
  ({ asyncSession } = asyncConnectEx.response.decode(await client.call(asyncConnectEx.opnum, stub)));
});

async function wait(userName = 'ann') {
  const { signal } = gone;
  const connection = { account: fixture.account(userName), signal } as RpcConnection;
  const stub = asyncWaitEx.request.encode({ asyncSession, flags: 0 });
  return asyncWaitEx.response.decode(await service.call(connection, asyncWaitEx.opnum, stub));
}

const deliver = () => fixture.ann.deliver(fixture.ann.wellKnown('inbox'), { content: simpleMessage('mail') });

test('a call waits until something is to be told', async () => {
  const waiting = wait();
  await new Promise((resolve) => setImmediate(resolve));
  deliver();
  expect(await waiting).toEqual({ flags: notificationPending, result: errorCode.success });
});

test('what waits already is told at once', async () => {
  deliver();
  expect(await wait()).toEqual({ flags: notificationPending, result: errorCode.success });
});

test('without anything to tell it is answered after five minutes', async () => {
  const waiting = wait();
  await new Promise((resolve) => setImmediate(resolve));
  await clock.advance(limits.waitMs);
  expect(await waiting).toEqual({ flags: 0, result: errorCode.success });
  deliver();
  expect(await wait()).toMatchObject({ flags: notificationPending });
});

test('a second call at the same time is refused, and the first one goes on', async () => {
  const waiting = wait();
  await new Promise((resolve) => setImmediate(resolve));
  expect(await wait()).toEqual({ flags: 0, result: errorCode.rejected });
  deliver();
  expect(await waiting).toMatchObject({ flags: notificationPending });
});

test('it ends with the session', async () => {
  const waiting = wait();
  await new Promise((resolve) => setImmediate(resolve));
  await client.disconnect();
  expect(await waiting).toEqual({ flags: 0, result: errorCode.exiting });
});

test('it is given up when its connection is gone', async () => {
  const waiting = wait();
  await new Promise((resolve) => setImmediate(resolve));
  gone.abort(new Error('gone'));
  await expect(waiting).rejects.toThrow('gone');
});

test('nobody else waits for the session', async () => {
  await expect(wait('bob')).rejects.toMatchObject({ status: 0x1c00001a });
});

test('Exchange 2003 does not have it', async () => {
  const old = await signIn(startStore());
  const stub = asyncConnectEx.request.encode({ session: old.client.session });
  await expect(old.client.call(asyncConnectEx.opnum, stub)).rejects.toMatchObject({ status: 0x1c010002 });
});
