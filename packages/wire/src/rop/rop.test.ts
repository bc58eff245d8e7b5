import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Reader } from '../reader.ts';
import { hex } from '../testing/hex.ts';
import { errorCode } from './error-code.ts';
import { asFits } from './fields.ts';
import { ropBuffer, unsetHandle } from './rop-buffer.ts';
import { publicRops, ropById, rops } from './rop-table.ts';
import { answerCodec, encodeRopRequest, encodeRopResponse, type Rop } from './rop.ts';

const inbox = { replicaId: 1, counter: 0x05 };
const common = { logonId: 0, inputIndex: 0 };
const both = { ...common, outputIndex: 1 };

const requests: [rop: Rop, value: object, bytes: Uint8Array][] = [
  [rops.release, common, hex`01 00 00`],
  [
    rops.logon,
    { logonId: 0, outputIndex: 0, logonFlags: 1, openFlags: 0x0100000c, storeState: 0, essdn: '/o=C/cn=a' },
    hex`fe 00 00 01 0c000001 00000000 0a00 2f6f3d432f636e3d6100`,
  ],
  [rops.openFolder, { ...both, folderId: inbox, openModeFlags: 0 }, hex`02 00 00 01 0100000000000005 00`],
  [
    rops.openMessage,
    { ...both, codePage: 0x0fff, folderId: inbox, openModeFlags: 0, messageId: { replicaId: 1, counter: 0x2001 } },
    hex`03 00 00 01 ff0f 0100000000000005 00 0100000000002001`,
  ],
  [
    rops.getPropertiesSpecific,
    { ...common, propertySizeLimit: 0, wantUnicode: 1, tags: [0x3001001f] },
    hex`07 00 00 0000 0100 0100 1f000130`,
  ],
  [
    rops.sortTable,
    {
      ...common,
      sortTableFlags: 0,
      sort: { categories: 0, expanded: 0, orders: [{ tag: 0x0e060040, order: 1 }] },
    },
    hex`13 00 00 00 0100 0000 0000 4000060e 01`,
  ],
  [
    rops.restrict,
    {
      ...common,
      restrictFlags: 0,
      restriction: { kind: 'property', relation: 4, tag: 0x0037001f, value: { tag: 0x0037001f, value: 'A' } },
    },
    hex`14 00 00 00 0e00 04 04 1f003700 1f003700 41000000`,
  ],
  [rops.queryRows, { ...common, queryRowsFlags: 0, forwardRead: true, rowCount: 50 }, hex`15 00 00 00 01 3200`],
  [rops.seekRow, { ...common, origin: 1, rowCount: -2, wantRowMovedCount: false }, hex`18 00 00 01 feffffff 00`],
  [rops.readStream, { ...common, byteCount: { size: 0x1000 } }, hex`2c 00 00 0010`],
  [
    rops.fastTransferSourceGetBuffer,
    { ...common, bufferSize: { size: asFits, maximum: 0x7b00 } },
    hex`4e 00 00 beba 007b`,
  ],
  [
    rops.getPropertyIdsFromNames,
    {
      ...common,
      flags: 2,
      names: [
        { set: '00062008-0000-0000-c000-000000000046', lid: 0x8506 },
        { set: '00020329-0000-0000-c000-000000000046', name: 'Keywords' },
      ],
    },
    hex`56 00 00 02 0200
      00 0820060000000000c000000000000046 06850000
      01 2903020000000000c000000000000046 12 4b006500790077006f007200640073000000`,
  ],
  [
    rops.fastTransferSourceCopyTo,
    { ...both, level: 0, copyFlags: 0, sendOptions: 9, tags: [] },
    hex`4d 00 00 01 00 00000000 09 0000`,
  ],
  [
    rops.synchronizationConfigure,
    {
      ...both,
      synchronizationType: 1,
      sendOptions: 9,
      synchronizationFlags: 0x2139,
      restriction: undefined,
      synchronizationExtraFlags: 7,
      tags: [],
    },
    hex`70 00 00 01 01 09 3921 0000 07000000 0000`,
  ],
  [
    rops.synchronizationUploadStateStreamBegin,
    { ...common, stateProperty: 0x40170003, transferBufferSize: 30 },
    hex`75 00 00 03001740 1e000000`,
  ],
  [rops.synchronizationUploadStateStreamContinue, { ...common, streamData: hex`aabb` }, hex`76 00 00 02000000 aabb`],
  [rops.longTermIdFromId, { ...common, id: { replicaId: 1, counter: 0x2001 } }, hex`43 00 00 0100000000002001`],
];

describe.each(requests)('request $name', (rop, value, bytes) => {
  const decode = (data: Uint8Array): unknown => rop.request.decode(data.subarray(1));

  test('encodes and decodes the same bytes', () => {
    expect(encodeRopRequest(rop, value)).toEqual(bytes);
    expect(decode(bytes)).toEqual(value);
  });

  test('every cut is reported', () => {
    for (let end = 1; end < bytes.length; end++) expect(() => decode(bytes.subarray(0, end))).toThrow(/wire\./);
  });
});

const opened = {
  hasNamedProperties: true,
  subjectPrefix: undefined,
  normalizedSubject: 'Grüße',
  recipientCount: 1,
  recipientColumns: [0x0c150003],
  recipients: [{ type: 1, codePage: 1252, reserved: 0, row: hex`00020000` }],
};
const openedBytes = '01 00 03 4772fcdf6500 0100 0100 0300150c 01 01 e404 0000 0400 00020000';

const responses: [name: string, rop: Rop, value: object, bytes: Uint8Array][] = [
  ['openFolder', rops.openFolder, { hasRules: false, isGhosted: false }, hex`02 01 00000000 00 00`],
  ['openMessage', rops.openMessage, opened, hex`03 01 00000000 ${openedBytes}`],
  [
    'openEmbeddedMessage',
    rops.openEmbeddedMessage,
    { reserved: 0, messageId: { replicaId: 0, counter: 0 }, ...opened },
    hex`46 01 00000000 00 0000000000000000 ${openedBytes}`,
  ],
  ['setColumns', rops.setColumns, { tableStatus: 0 }, hex`12 01 00000000 00`],
  ['queryRows', rops.queryRows, { origin: 2, rowCount: 1, rows: hex`00 4100` }, hex`15 01 00000000 02 0100 00 4100`],
  [
    'getBuffer',
    rops.fastTransferSourceGetBuffer,
    { transferStatus: 3, inProgressCount: 1, totalStepCount: 1, reserved: 0, data: hex`03001440` },
    hex`4e 01 00000000 0300 0100 0100 00 0400 03001440`,
  ],
  [
    'getPropertiesAll',
    rops.getPropertiesAll,
    { values: [{ tag: 0x0e080003, value: 5 }] },
    hex`08 01 00000000 0100 0300080e 05000000`,
  ],
  [
    'getNamesFromPropertyIds',
    rops.getNamesFromPropertyIds,
    { names: [undefined, { set: '00062008-0000-0000-c000-000000000046', lid: 0x8506 }] },
    hex`55 01 00000000 0200 ff 00000000000000000000000000000000 00 0820060000000000c000000000000046 06850000`,
  ],
  [
    'getLocalReplicaIds',
    rops.getLocalReplicaIds,
    { replicaGuid: 'aabbccdd-eeff-0011-2233-445566778899', firstCounter: 0x1000 },
    hex`7f 01 00000000 ddccbbaaffee11002233445566778899 000000001000`,
  ],
];

describe.each(responses)('response %s', (_name, rop, value, bytes) => {
  const response = { handleIndex: 1, returnValue: 0, value: value };

  test('encodes and decodes the same bytes', () => {
    expect(encodeRopResponse(rop, response)).toEqual(bytes);
    expect(answerCodec(rop).decode(bytes)).toEqual(response);
  });

  test('every cut is reported, but for rows, which have no end of their own', () => {
    const last = 'rows' in value ? bytes.length - 3 : bytes.length;
    for (let end = 0; end < last; end++) {
      expect(() => answerCodec(rop).decode(bytes.subarray(0, end))).toThrow(/wire\./);
    }
  });
});

test('the status of a message is told as the answer of the ROP that sets it', () => {
  const response = { handleIndex: 0, returnValue: 0, value: { flags: 0x1000 } };
  const bytes = encodeRopResponse(rops.getMessageStatus, response);
  expect(bytes).toEqual(hex`20 00 00000000 00100000`);
  expect(answerCodec(rops.getMessageStatus).decode(bytes)).toEqual(response);
});

test('what is written and committed at once is told as the answer of the ROP that writes', () => {
  const response = { handleIndex: 0, returnValue: 0, value: { writtenSize: 8 } };
  expect(encodeRopResponse(rops.writeAndCommitStream, response)).toEqual(hex`2d 00 00000000 0800`);
});

describe('failures', () => {
  test('hold the return value alone', () => {
    const bytes = hex`02 01 0f010480`;
    const response = { handleIndex: 1, returnValue: errorCode.notFound };
    expect(encodeRopResponse(rops.openFolder, response)).toEqual(bytes);
    expect(answerCodec(rops.openFolder).decode(bytes)).toEqual(response);
  });

  test('of a stream hold empty fields, and how long to wait', () => {
    const failure = { backoffTime: 100 };
    const bytes = encodeRopResponse(rops.fastTransferSourceGetBuffer, {
      handleIndex: 1,
      returnValue: errorCode.serverBusy,
      failure,
    });
    expect(bytes).toEqual(hex`4e 01 80040000 0000 0000 0000 00 0000 64000000`);
    expect(answerCodec(rops.fastTransferSourceGetBuffer).decode(bytes)).toMatchObject({ failure });
  });

  test('of a logon at the wrong server name the right one', () => {
    const failure = { logonFlags: 1, serverName: 'S' };
    const bytes = encodeRopResponse(rops.logon, { handleIndex: 0, returnValue: errorCode.wrongServer, failure });
    expect(bytes).toEqual(hex`fe 00 78040000 01 02 5300`);
    expect(answerCodec(rops.logon).decode(bytes)).toMatchObject({ failure });
  });
});

test('a logon to public folders has the bytes that Microsoft’s parser of it takes apart', () => {
  const ids = Array.from({ length: 13 }, (_, index) =>
    index < 9 ? { replicaId: 1, counter: index + 1 } : { replicaId: 0, counter: 0 },
  );
  const value = {
    logonFlags: 0,
    folderIds: ids,
    replicaId: 1,
    replicaGuid: 'aabbccdd-eeff-0011-2233-445566778899',
    perUserGuid: '00000000-0000-0000-0000-000000000000',
  };
  const answer = encodeRopResponse(publicRops.logon, { handleIndex: 0, returnValue: 0, value });
  const folders = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((id) => `010000000000000${id}`).join('') + '0'.repeat(64);
  const replica = '0100ddccbbaaffee11002233445566778899';
  expect(Buffer.from(answer).toString('hex')).toBe(`fe000000000000${folders}${replica}${'0'.repeat(32)}`);
  const request = { logonId: 0, outputIndex: 0, logonFlags: 0, openFlags: 0x0100_0006, storeState: 0, essdn: '' };
  const asked = encodeRopRequest(publicRops.logon, request);
  expect(Buffer.from(asked).toString('hex')).toBe('fe00000006000001000000000000');
});

describe('a buffer of ROPs', () => {
  const bytes = hex`0500 010000 00000000 ffffffff`;

  test('counts its own size, and its handles fill the rest', () => {
    const value = { rops: hex`010000`, handles: [0, unsetHandle] };
    expect(ropBuffer.decode(bytes)).toEqual(value);
    expect(ropBuffer.encode(value)).toEqual(bytes);
  });

  test('refuses a size below its own and half a handle', () => {
    expect(() => ropBuffer.decode(hex`0100`)).toThrow(/wire.outOfRange/);
    expect(() => ropBuffer.decode(bytes.subarray(0, 8))).toThrow(/wire.truncated/);
  });
});

describe('the table', () => {
  test('has 128 ROPs of different numbers', () => {
    const ids = Object.values(rops).map((rop) => rop.id);
    expect([ids.length, new Set(ids).size]).toEqual([128, 128]);
    expect(ropById(0x4e)).toBe(rops.fastTransferSourceGetBuffer);
    expect(ropById(0x7d)).toBeUndefined();
  });

  test('any bytes give a request or a wire error, for every ROP', () => {
    for (const rop of Object.values(rops)) {
      const property = fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          rop.request.read(new Reader(bytes));
          rop.response.read(new Reader(bytes));
        } catch (error) {
          expect(error).toMatchObject({ code: expect.stringMatching(/^wire\./) });
        }
      });
      fc.assert(property, { numRuns: 60 });
    }
  });
});
