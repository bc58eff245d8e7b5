import { describe, expect, test } from 'vitest';
import { hex } from '../testing/hex.ts';
import { connectEx, disconnect, emsmdb, rpcExt2 } from './emsmdb.ts';
import { denormalizeVersion, normalizeVersion } from './version.ts';

const session = { attributes: 0, uuid: '00112233-4455-6677-8899-aabbccddeeff' };
const handle = '00000000 33221100 5544 7766 8899aabbccddeeff';

describe('EcDoConnectEx', () => {
  const request = {
    userDN: '/o=C',
    flags: 0,
    connectionModulus: 0,
    limit: 0,
    codePage: 1252,
    stringLocale: 0x409,
    sortLocale: 0x409,
    linkedSession: 0xffffffff,
    canConvertCodePages: 1,
    clientVersion: normalizeVersion([11, 0, 8000, 0]),
    timestamp: 0,
    auxIn: hex``,
    auxInSize: 0,
    auxOutRoom: 0x1008,
  };
  const bytes = hex`
    05000000 00000000 05000000 2f6f3d4300 000000
    00000000 00000000 00000000 e4040000 09040000 09040000 ffffffff
    0100 000b 409f 0000 00000000
    00000000 00000000 08100000`;

  test('request', () => {
    expect(connectEx.request.encode(request)).toEqual(bytes);
    expect(connectEx.request.decode(bytes)).toEqual(request);
  });

  test('response with null names and no auxiliary data', () => {
    const response = {
      session,
      pollsMax: 60000,
      retryCount: 6,
      retryDelay: 10000,
      sessionIndex: 1,
      dnPrefix: null,
      displayName: 'Ann',
      serverVersion: normalizeVersion([6, 5, 7638, 1]),
      bestVersion: [0, 0, 0],
      timestamp: 0,
      auxOut: hex``,
      auxOutSize: 0,
      result: 0,
    };
    const answer = hex`
      ${handle} 60ea0000 06000000 10270000 0100 0000 00000000
      00000200 04000000 00000000 04000000 416e6e00
      0506 d69d 0100 0000 0000 0000 00000000
      00000000 00000000 00000000 00000000 00000000`;
    expect(connectEx.response.encode(response)).toEqual(answer);
    expect(connectEx.response.decode(answer)).toEqual(response);
  });
});

describe('EcDoRpcExt2', () => {
  test('request and response', () => {
    const request = {
      session,
      flags: 3,
      input: hex`000004000200020002ff`,
      inputSize: 10,
      outputRoom: 0x40000,
      auxIn: hex``,
      auxInSize: 0,
      auxOutRoom: 0,
    };
    const bytes = hex`${handle} 03000000 0a000000 000004000200020002ff 0000 0a000000 00000400 00000000 00000000 00000000`;
    expect(rpcExt2.request.encode(request)).toEqual(bytes);
    expect(rpcExt2.request.decode(bytes)).toEqual(request);
    const response = {
      session,
      flags: 0,
      output: hex`01`,
      outputSize: 1,
      auxOut: hex``,
      auxOutSize: 0,
      transactionTime: 0,
      result: 0,
    };
    const answer = hex`
      ${handle} 00000000 01000000 00000000 01000000 01 000000 01000000
      00000000 00000000 00000000 00000000 00000000 00000000`;
    expect(rpcExt2.response.encode(response)).toEqual(answer);
    expect(rpcExt2.response.decode(answer)).toEqual(response);
  });
});

describe('the interface', () => {
  test('every cut of a request is reported', () => {
    const bytes = disconnect.request.encode({ session });
    for (let end = 0; end < bytes.length; end++) {
      expect(() => disconnect.request.decode(bytes.subarray(0, end))).toThrow(/wire.truncated/);
    }
  });

  test('is version 0.81 with the calls that Outlook 2003 makes', () => {
    const opnums = Object.values(emsmdb.operations).map(({ opnum }) => opnum);
    expect([emsmdb.majorVersion, emsmdb.minorVersion, opnums]).toEqual([0, 81, [1, 4, 6, 10, 11]]);
  });

  test('versions: Exchange 2003 has 0605 and 9B20 in its words', () => {
    expect(normalizeVersion([6, 5, 6944, 1])).toEqual([0x0605, 0x9b20, 1]);
    expect(denormalizeVersion([0x0605, 0x9b20, 1])).toEqual([6, 5, 6944, 1]);
    expect(denormalizeVersion([11, 5608, 0])).toEqual([11, 0, 5608, 0]);
  });
});
