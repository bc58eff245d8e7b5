import { emsmdb, packPayload, unpackPayloads } from '@cutover/wire/emsmdb';
import { callHeaderSize, writeResponse } from '@cutover/wire/rpc';
import { encodeRopResponse, errorCode, openFlag, ropBuffer, rops } from '@cutover/wire/rop';
import { Reader } from '@cutover/wire';
import { describe, expect, test } from 'vitest';
import { createEnvironment } from '../environment.ts';
import { hex } from '../testing/hex.ts';
import { type ScriptedProxy, scriptedProxy } from '../testing/scripted-proxy.ts';
import { openMailbox } from './open-mailbox.ts';

const bindAck = hex`05000c03 10000000 3c000000 01000000 d016d016 34120000 0500 3630303100 00
  01000000 00000000 045d888aeb1cc9119fe808002b104860 02000000`;
const { connectEx, rpcExt2, disconnect } = emsmdb.operations;
const session = { attributes: 0, uuid: '00000000-0000-0000-0000-00000000000a' };
const nothing = new Uint8Array();
const mailbox = '/o=Contoso/cn=Recipients/cn=annb';

/** A logon answer: an error, with the server's name for the one that has it; or success, with the replica id of new objects. */
type Logon = { returnValue: number; serverName?: string; replicaId?: number };

function logonRop({ returnValue, serverName, replicaId = 1 }: Logon): Uint8Array {
  const value = {
    logonFlags: 1,
    folderIds: Array.from({ length: 13 }, (_, counter) => ({ replicaId: 1, counter: counter + 1 })),
    responseFlags: 7,
    mailboxGuid: '11111111-2222-3333-4444-555555555555',
    replicaId,
    replicaGuid: 'aabbccdd-eeff-0011-2233-445566778899',
    logonTime: { seconds: 0, minutes: 0, hour: 0, dayOfWeek: 0, day: 1, month: 1, year: 2004 },
    gwartTime: 0n,
    storeState: 0,
  };
  return encodeRopResponse(rops.logon, {
    handleIndex: 0,
    returnValue,
    ...(returnValue === 0 && { value }),
    ...(serverName !== undefined && { failure: { logonFlags: 1, serverName } }),
  });
}

/** The replica that folders of a mailbox belong to where it is not the one of new objects. */
const folderReplica = encodeRopResponse(rops.longTermIdFromId, {
  handleIndex: 0,
  returnValue: 0,
  value: { longTermId: { replicaGuid: '00112233-4455-6677-8899-aabbccddeeff', counter: 1 } },
});

interface Store {
  readonly connectResult?: number;
  /** As three words: 6.5 unless given. */
  readonly version?: number[];
  /** Is shown the ROPs of every call. */
  readonly onRops?: (rops: Uint8Array) => void;
}

/** A store that takes every caller and answers its logons one after the other, then questions about replicas. */
function storeOf(
  { connectResult = 0, version = [0x0605, 0x9dd6, 0], onRops }: Store,
  ...logons: Logon[]
): Promise<ScriptedProxy> {
  const stubs: Record<number, (request: Uint8Array) => Uint8Array> = {
    [connectEx.opnum]: () =>
      connectEx.response.encode({
        session,
        pollsMax: 60_000,
        retryCount: 6,
        retryDelay: 10_000,
        sessionIndex: 0,
        dnPrefix: '',
        displayName: 'Ann',
        serverVersion: version,
        bestVersion: [0, 0, 0],
        timestamp: 0,
        auxOut: nothing,
        auxOutSize: 0,
        result: connectResult,
      }),
    [rpcExt2.opnum]: (request) => {
      const { input } = rpcExt2.request.decode(request, { trailing: 'ignore' });
      onRops?.(ropBuffer.decode(unpackPayloads(input)[0]!).rops);
      const logon = logons.shift();
      const answer = logon === undefined ? folderReplica : logonRop(logon);
      const output = packPayload(ropBuffer.encode({ rops: answer, handles: [0] }), {});
      return rpcExt2.response.encode({
        session,
        flags: 0,
        output,
        outputSize: output.length,
        auxOut: nothing,
        auxOutSize: 0,
        transactionTime: 0,
        result: 0,
      });
    },
    [disconnect.opnum]: () => disconnect.response.encode({ session, result: 0 }),
  };
  return scriptedProxy({
    answer: (pdu) => {
      if (pdu[2] === 11) return [bindAck];
      const view = Buffer.from(pdu);
      const stub = stubs[view.readUInt16LE(callHeaderSize - 2)]!(view.subarray(callHeaderSize));
      return [writeResponse({ callId: view.readUInt32LE(12), contextId: 0, maxFragment: 5840, stub })];
    },
  });
}

const open = (port: number) =>
  openMailbox(
    createEnvironment({
      exchangeServer: 'EXCH-MSG-1',
      rpcProxyServer: 'mail.contoso.com',
      credential: { userName: 'CONTOSO\\administrator', password: 'x' },
      rpcAuthentication: 'None',
      address: { host: '127.0.0.1', port },
      security: { scheme: 'http' },
    }),
    { legacyExchangeDN: mailbox, userDN: '/cn=administrator' },
  );

/** The servers that were asked for, in order. */
const asked = (proxy: ScriptedProxy): string[] =>
  proxy.heads.RPC_OUT_DATA.map((head) => /dll\?([^:]+):6001/.exec(head)![1]!);

describe('openMailbox', () => {
  test('tells the folders that every mailbox has', async () => {
    await using proxy = await storeOf({}, { returnValue: 0 });
    await using opened = await open(proxy.port);
    expect(opened.mailboxGuid).toBe('11111111-2222-3333-4444-555555555555');
    const prefix = 'ddccbbaaffee11002233445566778899';
    expect(opened.wellKnownFolders).toMatchObject({
      root: `${prefix}000000000001`,
      shortcuts: `${prefix}00000000000d`,
    });
  });

  test.each([
    ['2003', [0x0605, 0x9dd6, 0], 0],
    ['2010', [0x0e03, 0x807b, 4], openFlag.perMdbReplidMapping],
  ])('says to Exchange %s whether it knows replica ids of databases', async (_name, version, expected) => {
    const calls: Uint8Array[] = [];
    await using proxy = await storeOf({ version, onRops: (bytes) => calls.push(bytes) }, { returnValue: 0 });
    await using _opened = await open(proxy.port);
    const reader = new Reader(calls[0]!);
    expect(reader.u8()).toBe(rops.logon.id);
    const { openFlags } = rops.logon.request.read(reader) as { openFlags: number };
    expect(openFlags & openFlag.perMdbReplidMapping).toBe(expected);
  });

  test('asks whose the folders are where new objects get another replica id', async () => {
    await using proxy = await storeOf({}, { returnValue: 0, replicaId: 5 });
    await using opened = await open(proxy.port);
    expect(opened.wellKnownFolders.root).toBe('33221100554477668899aabbccddeeff000000000001');
  });

  test('follows the server to where the mailbox lies', async () => {
    const elsewhere = { returnValue: errorCode.wrongServer, serverName: '/o=Contoso/cn=Servers/cn=EXCH-MSG-2' };
    await using proxy = await storeOf({}, elsewhere, { returnValue: 0 });
    await using _opened = await open(proxy.port);
    expect(asked(proxy)).toEqual(['EXCH-MSG-1', 'EXCH-MSG-2']);
  });

  test('does not run in circles', async () => {
    const to = (serverName: string): Logon => ({ returnValue: errorCode.wrongServer, serverName });
    await using proxy = await storeOf({}, to('EXCH-MSG-2'), to('EXCH-MSG-1'));
    await expect(open(proxy.port)).rejects.toMatchObject({
      code: 'outlookAnywhere.mailboxElsewhere',
      context: { homeServer: 'EXCH-MSG-1' },
    });
    await expect.poll(() => proxy.open.size).toBe(0);
  });

  test.each<[what: string, connectResult: number, logon: number, code: string]>([
    ['no right at all', errorCode.accessDenied, 0, 'mailboxAccessDenied'],
    ['an account that the store does not know', errorCode.noSuchUser, 0, 'mailboxNotFound'],
    ['another refusal', 0x80040111, 0, 'logonFailed'],
    ['no right to the mailbox', 0, errorCode.accessDenied, 'mailboxAccessDenied'],
    ['no right to log on to it', 0, errorCode.loginPermission, 'mailboxAccessDenied'],
    ['a mailbox that does not exist', 0, errorCode.loginFailure, 'mailboxNotFound'],
    ['a mailbox that is disabled', 0, 0x96c, 'mailboxDisabled'],
    ['another refusal of the mailbox', 0, errorCode.error, 'logonFailed'],
  ])('%s', async (_what, connectResult, returnValue, code) => {
    await using proxy = await storeOf({ connectResult }, { returnValue });
    await expect(open(proxy.port)).rejects.toMatchObject({ code: `outlookAnywhere.${code}` });
    await expect.poll(() => proxy.open.size).toBe(0);
  });
});
