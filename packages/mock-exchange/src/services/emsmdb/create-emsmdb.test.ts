import { beforeEach, describe, expect, test } from 'vitest';
import { dummyRpc, packPayload, rpcExt2, rpcExt2Flag, unpackPayloads } from '@cutover/wire/emsmdb';
import { asFits, errorCode, ropBuffer, rops, unsetHandle } from '@cutover/wire/rop';
import { mockEvents } from '../../events.ts';
import { exchangeProfiles } from '../../profiles/exchange-profile.ts';
import { richMessage } from './testing/rich-message.ts';
import { annDN, bobDN } from './testing/small-organisation.ts';
import { ropRequest, signIn, startStore, StoreClient, type StoreFixture } from './testing/store-client.ts';

let fixture: StoreFixture;
beforeEach(() => {
  fixture = startStore();
});

const connect = (userName: string, userDN: string, codePage?: number) =>
  new StoreClient(fixture.service, fixture.account(userName)).connect(userDN, codePage);

describe('EcDoConnectEx', () => {
  test('answers version 6.5.7638, the prefix of names and the display name', async () => {
    const response = await connect('ann', annDN);
    expect(response).toMatchObject({
      result: 0,
      dnPrefix: '/o=Contoso/ou=First Administrative Group/cn=Recipients/cn=',
      displayName: 'User 1',
      serverVersion: [0x0605, 0x8000 | 7638, 1],
      bestVersion: [0x0b00, 0x99a8, 0],
      pollsMax: 60_000,
    });
  });

  const outcomes: [userName: string, userDN: string, result: number][] = [
    ['ann', annDN.toUpperCase(), errorCode.success],
    ['helper', annDN, errorCode.success],
    ['helper', bobDN, errorCode.accessDenied],
    ['admin', bobDN, errorCode.success],
    ['stranger', annDN, errorCode.accessDenied],
    ['ann', '', errorCode.accessDenied],
    ['ann', '/o=Contoso/cn=nobody', errorCode.noSuchUser],
  ];
  test.each(outcomes)('%s as %s: %i', async (userName, userDN, result) => {
    expect((await connect(userName, userDN)).result).toBe(result);
  });

  test("the display name comes in the session's code page", async () => {
    expect((await connect('bob', bobDN, 1252)).displayName).toBe('?????');
    expect(Buffer.from((await connect('bob', bobDN, 1251)).displayName!, 'latin1').toString('hex')).toBe('c1eef0e8f1');
  });

  test.each([[[0, 0, 0]], [[1, 2, 3]]])('a client of version %j is too old', async (clientVersion) => {
    const client = new StoreClient(fixture.service, fixture.account('ann'));
    const answer = await client.connect(annDN, 1252, { clientVersion });
    expect(answer).toMatchObject({ result: errorCode.versionMismatch, bestVersion: [0x0500, 0x8000, 0] });
  });

  test('more room for auxiliary data than there may be is bad stub data', async () => {
    const client = new StoreClient(fixture.service, fixture.account('ann'));
    await expect(client.connect(annDN, 1252, { auxOutRoom: 0x1009 })).rejects.toMatchObject({ status: 0x6f7 });
  });

  test('a code page that nobody knows is refused', async () => {
    expect((await connect('ann', annDN, 4711)).result).toBe(errorCode.unknownCodePage);
  });
});

describe('RopLogon', () => {
  const rights: [userName: string, mailbox: string, result: number][] = [
    ['ann', annDN, errorCode.success],
    ['ann', bobDN, errorCode.accessDenied],
    ['bob', annDN, errorCode.accessDenied],
    ['helper', annDN, errorCode.success],
    ['admin', annDN, errorCode.success],
    ['admin', bobDN, errorCode.success],
    ['admin', '/o=Contoso/cn=nobody', errorCode.noSuchUser],
  ];
  test.each(rights)('%s to %s: %i', async (userName, mailbox, result) => {
    const client = new StoreClient(fixture.service, fixture.account(userName));
    await client.connect(userName === 'bob' ? bobDN : annDN);
    const request = { outputIndex: 0, logonFlags: 1, openFlags: 1, storeState: 0, essdn: mailbox };
    const { answers } = await client.execute([ropRequest(rops.logon, request as never)], [unsetHandle]);
    expect(answers[0]!.returnValue).toBe(result);
  });

  test('tells the thirteen folders, the mailbox and its replica', async () => {
    const { client } = await signIn(fixture);
    const { value, handle } = await client.logon();
    expect(value.folderIds.map(({ counter }) => counter)).toContain(fixture.ann.wellKnown('inbox'));
    expect(value.folderIds[10]).toEqual({ replicaId: 1, counter: fixture.ann.wellKnown('finder') });
    expect(value).toMatchObject({
      mailboxGuid: fixture.ann.guid,
      replicaGuid: fixture.ann.replicaGuid,
      replicaId: 1,
      responseFlags: 7,
      logonTime: { seconds: 0, minutes: 0, hour: 10, dayOfWeek: 1, day: 1, month: 11, year: 2004 },
    });
    expect(handle).toBe(1);
  });
});

describe('handles', () => {
  test('hold the logon id above and a number that grows below', async () => {
    const { client, logon } = await signIn(fixture);
    expect(logon).toBe(0);
    expect(await client.openFolder(logon, fixture.ann.wellKnown('inbox'))).toBe(1);
    const second = { logonId: 3, outputIndex: 1, logonFlags: 1, openFlags: 0, storeState: 0, essdn: annDN };
    expect((await client.run(rops.logon, second as never, unsetHandle)).handle).toBe(0x03000002);
  });

  test('a place filled by one ROP is used by the next of the same payload', async () => {
    const { client, logon } = await signIn(fixture);
    const folderId = { replicaId: 1, counter: fixture.ann.wellKnown('inbox') };
    const { answers, handles } = await client.execute(
      [
        ropRequest(rops.openFolder, { outputIndex: 1, folderId, openModeFlags: 0 }),
        ropRequest(rops.getContentsTable, { inputIndex: 1, outputIndex: 2, tableFlags: 0 }),
      ],
      [logon, unsetHandle, unsetHandle],
    );
    expect(answers.map(({ returnValue }) => returnValue)).toEqual([0, 0]);
    expect(handles).toEqual([0, 1, 2]);
  });

  test('a released logon takes everything opened from it along', async () => {
    const { client, logon } = await signIn(fixture);
    const folder = await client.openFolder(logon, fixture.ann.wellKnown('inbox'));
    await client.execute([ropRequest(rops.release, {})], [logon]);
    expect(await client.fail(rops.getContentsTable, { tableFlags: 0 }, folder)).toBe(errorCode.nullObject);
  });

  test('one that was never given, and an object of the wrong kind, are told apart', async () => {
    const { client, logon } = await signIn(fixture);
    expect(await client.fail(rops.getContentsTable, { tableFlags: 0 }, 0x1234)).toBe(errorCode.nullObject);
    expect(await client.fail(rops.getContentsTable, { tableFlags: 0 }, logon)).toBe(errorCode.notSupported);
  });
});

describe('EcDoRpcExt2', () => {
  test('a session of another connection, or one that has ended, is a fault', async () => {
    const { client } = await signIn(fixture);
    const other = new StoreClient(fixture.service, fixture.account('ann'));
    other.session = client.session;
    await expect(other.send(new Uint8Array())).rejects.toMatchObject({ status: 0x1c00001a });
    await client.disconnect();
    await expect(client.send(new Uint8Array())).rejects.toMatchObject({ status: 0x1c00001a });
  });

  test('a session serves every connection of its association, but only whoever opened it', async () => {
    const { client } = await signIn(fixture);
    await expect(client.beside(fixture.account('ann')).logon()).resolves.toBeDefined();
    await expect(client.beside(fixture.account('bob')).logon()).rejects.toMatchObject({ status: 0x1c00001a });
    await expect(client.beside(fixture.account('bob')).disconnect()).rejects.toMatchObject({ status: 0x1c00001a });
  });

  test('answers of calls that overlap on two connections do not share memory', async () => {
    const { client } = await signIn(fixture);
    const stubs: Uint8Array[] = [];
    for (const one of [client, client.beside(fixture.account('ann'))]) {
      const call = one.call.bind(one);
      one.call = async (...args) => {
        const stub = await call(...args);
        stubs.push(stub);
        return stub;
      };
      await one.logon();
    }
    expect(stubs[0]!.buffer).not.toBe(stubs[1]!.buffer);
  });

  test('a user has 32 sessions at most, on whatever connections; who ends one may open another', async () => {
    const fixture = startStore();
    const clients = Array.from({ length: 33 }, () => new StoreClient(fixture.service, fixture.account('ann')));
    const results = [];
    for (const one of clients) results.push((await one.connect()).result);
    expect(results).toEqual([...Array.from({ length: 32 }, () => errorCode.success), errorCode.maxObjects]);
    await clients[0]!.disconnect();
    expect((await clients[32]!.connect()).result).toBe(errorCode.success);
    expect((await clients[0]!.connect()).result).toBe(errorCode.maxObjects);
    clients[1]!.closed.abort();
    expect((await clients[0]!.connect()).result).toBe(errorCode.success);
  });

  test('who has a right on a whole database has as many as he likes', async () => {
    const fixture = startStore();
    for (let count = 0; count < 40; count++) {
      const client = new StoreClient(fixture.service, fixture.account('admin'));
      expect((await client.connect()).result).toBe(errorCode.success);
    }
  });

  test('sessions end with their connection', async () => {
    const { client } = await signIn(fixture);
    client.closed.abort();
    await expect(client.send(new Uint8Array())).rejects.toMatchObject({ status: 0x1c00001a });
  });

  test('a call that does nothing succeeds', async () => {
    const { client } = await signIn(fixture);
    const answer = await client.call(dummyRpc.opnum, new Uint8Array());
    expect(dummyRpc.response.decode(answer)).toEqual({ result: errorCode.success });
  });

  test.each([
    ['payloads', 0x40001, 0x1008],
    ['auxiliary data', 0x40000, 0x1009],
  ])('more room for %s than an answer may have is bad stub data', async (_for, outputRoom, auxOutRoom) => {
    const { client } = await signIn(fixture);
    const nothing = new Uint8Array();
    const { session } = client;
    const request = {
      session,
      flags: 3,
      input: nothing,
      inputSize: 0,
      outputRoom,
      auxIn: nothing,
      auxInSize: 0,
      auxOutRoom,
    };
    await expect(client.call(rpcExt2.opnum, rpcExt2.request.encode(request))).rejects.toMatchObject({ status: 0x6f7 });
  });

  test('calls that Exchange 2003 had for older clients are refused', async () => {
    const { client } = await signIn(fixture);
    await expect(client.call(0, new Uint8Array())).rejects.toMatchObject({ status: 0x1c010002 });
  });

  test('a ROP that is not there is answered so, and what follows it is not executed', async () => {
    const { client, logon } = await signIn(fixture);
    const bytes = Uint8Array.from(Buffer.from('7d000001ffff', 'hex'));
    const { payloads } = await client.send(ropBuffer.encode({ rops: bytes, handles: [logon] }));
    expect(Buffer.from(ropBuffer.decode(payloads[0]!).rops).toString('hex')).toBe('7d0002010480');
  });

  test('a payload that cannot be read is a malformed call', async () => {
    const { client, logon } = await signIn(fixture);
    const cut = ropBuffer.encode({ rops: Uint8Array.of(rops.openFolder.id, 0, 0), handles: [logon] });
    expect((await client.send(cut)).result).toBe(errorCode.rpcFormat);
  });

  test.each([
    ['masked', rpcExt2Flag.noCompression, 2],
    ['compressed', rpcExt2Flag.noXorMagic, 1],
    ['compressed and masked', 0, 3],
  ])('answers %s unless the client says that it need not be', async (_how, flags, headerFlags) => {
    const { client, logon } = await signIn(fixture);
    fixture.ann.deliver(fixture.ann.wellKnown('inbox'), { content: richMessage('long', { streamed: 100_000 }) });
    const folder = await client.openFolder(logon, fixture.ann.wellKnown('inbox'));
    const download = async (options: number): Promise<Uint8Array> => {
      const { handle } = await client.run(rops.fastTransferSourceCopyFolder, { copyFlags: 0, sendOptions: 9 }, folder);
      const { chain } = rpcExt2Flag;
      const request = ropRequest(rops.fastTransferSourceGetBuffer, { bufferSize: { size: asFits, maximum: 0x7b00 } });
      const { answers } = await client.execute([request], [handle], { flags: options | chain, outputRoom: 0x40000 });
      expect(answers.length).toBeGreaterThan(3);
      return Buffer.concat(answers.map(({ value }) => (value as { data: Uint8Array }).data));
    };
    const plain = await download(rpcExt2Flag.noCompression | rpcExt2Flag.noXorMagic);
    expect(Buffer.from(plain).equals(await download(flags))).toBe(true);
    // The list of a folder's properties is long enough to be worth it.
    const list = Uint8Array.of(rops.getPropertiesAll.id, 0, 0, 0, 0, 1, 0);
    const input = packPayload(ropBuffer.encode({ rops: list, handles: [folder] }), {});
    const auxiliary = { auxIn: new Uint8Array(), auxInSize: 0, auxOutRoom: 0 };
    const request = {
      session: client.session,
      flags,
      input,
      inputSize: input.length,
      outputRoom: 0x8008,
      ...auxiliary,
    };
    const { output } = rpcExt2.response.decode(await client.call(rpcExt2.opnum, rpcExt2.request.encode(request)));
    expect(output[2]! & 3).toBe(headerFlags);
  });

  test('without room for an answer it says how much it would take', async () => {
    const { client, logon } = await signIn(fixture);
    const payload = ropBuffer.encode({ rops: Uint8Array.of(rops.getPropertiesList.id, 0, 0), handles: [logon] });
    const { payloads } = await client.send(payload, { outputRoom: 8 + 2 + 4 + 9 });
    expect(Buffer.from(ropBuffer.decode(payloads[0]!).rops).toString('hex')).toBe('ff3400090000');
    expect((await client.send(payload, { outputRoom: 7 })).result).toBe(errorCode.rpcFailed);
    expect((await client.send(payload, { outputRoom: 15 })).result).toBe(errorCode.bufferTooSmall);
  });

  test('takes requests that are compressed and masked', async () => {
    const { client, logon } = await signIn(fixture);
    // Several of one ROP, so that there is something to compress.
    const bytes = Buffer.concat(Array.from({ length: 20 }, () => Uint8Array.of(rops.getPropertiesList.id, 0, 0)));
    const input = packPayload(ropBuffer.encode({ rops: bytes, handles: [logon] }), { compress: true, xorMagic: true });
    expect(input[2]).toBe(7);
    const nothing = { auxIn: new Uint8Array(), auxInSize: 0, auxOutRoom: 0 };
    const request = {
      session: client.session,
      flags: 3,
      input,
      inputSize: input.length,
      outputRoom: 0x8008,
      ...nothing,
    };
    const stub = await client.call(rpcExt2.opnum, rpcExt2.request.encode(request));
    const [payload] = unpackPayloads(rpcExt2.response.decode(stub).output);
    const answers = ropBuffer.decode(payload!).rops;
    expect(answers.length % 20).toBe(0);
    expect(answers[0]).toBe(rops.getPropertiesList.id);
  });

  test('its stub is what the codec would have written', async () => {
    const { client, logon } = await signIn(fixture);
    const input = ropBuffer.encode({ rops: Uint8Array.of(rops.getPropertiesList.id, 0, 0), handles: [logon] });
    const stub = rpcExt2.request.encode({
      session: client.session,
      flags: 3,
      input: Buffer.concat([Buffer.from('000004000900' + '0900', 'hex'), input]),
      inputSize: 17,
      outputRoom: 0x8008,
      auxIn: new Uint8Array(),
      auxInSize: 0,
      auxOutRoom: 0,
    });
    const answer = await client.call(rpcExt2.opnum, stub);
    expect(Uint8Array.from(answer)).toEqual(rpcExt2.response.encode(rpcExt2.response.decode(answer)));
  });
});

describe('Exchange 2007', () => {
  beforeEach(() => {
    fixture = startStore({ version: exchangeProfiles['2007'].version });
  });

  test('lets in who names nobody, and no further', async () => {
    expect(await connect('ann', '')).toMatchObject({ result: errorCode.success, displayName: '' });
    const client = new StoreClient(fixture.service, fixture.account('ann'));
    await client.connect('');
    await expect(client.logon(bobDN)).rejects.toThrow('0x80070005');
  });

  test('tells that there are public folders, which 2003 does not', async () => {
    const told = await connect('ann', annDN);
    const block = Buffer.from('0000040008000800' + '0800011701000000', 'hex');
    expect([Buffer.from(told.auxOut), told.auxOutSize]).toEqual([block, block.length]);
    fixture = startStore();
    expect((await connect('ann', annDN)).auxOutSize).toBe(0);
  });

  test('takes no buffer that a whole payload would not go into', async () => {
    const { client, logon } = await signIn(fixture);
    const payload = ropBuffer.encode({ rops: Uint8Array.of(rops.getPropertiesList.id, 0, 0), handles: [logon] });
    expect((await client.send(payload, { outputRoom: 0x8006 })).result).toBe(errorCode.rpcFormat);
    expect((await client.send(payload, { outputRoom: 0x8007 })).result).toBe(errorCode.success);
  });

  test('finds the logon of some ROPs by its id, which 2003 does not here', async () => {
    const request = { id: { replicaId: 1, counter: 7 } };
    const outcomesOf = async (at: StoreFixture): Promise<number[]> => {
      const { client, logon } = await signIn(at);
      const folder = await client.openFolder(logon, at.ann.wellKnown('inbox'));
      const ask = (handle: number): Promise<number> => client.fail(rops.longTermIdFromId, request, handle);
      return [await ask(unsetHandle), await ask(folder)];
    };
    expect(await outcomesOf(fixture)).toEqual([errorCode.success, errorCode.success]);
    expect(await outcomesOf(startStore())).toEqual([errorCode.nullObject, errorCode.notSupported]);
  });
});

test('tells listeners of every ROP, by whom and with what result', async () => {
  const heard: unknown[] = [];
  const hear = (event: unknown): void => void heard.push(event);
  const { client, logon } = await signIn(fixture);
  mockEvents.ropExecuted.channel.subscribe(hear);
  try {
    await client.openFolder(logon, fixture.ann.wellKnown('inbox'));
    await client.fail(rops.getContentsTable, { tableFlags: 0 }, logon);
  } finally {
    mockEvents.ropExecuted.channel.unsubscribe(hear);
  }
  expect(heard).toEqual([
    { account: 'CONTOSO\\ann', rop: 'RopOpenFolder', returnValue: 0 },
    { account: 'CONTOSO\\ann', rop: 'RopGetContentsTable', returnValue: errorCode.notSupported },
  ]);
});
