import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeGolden, type GoldenCase } from '../testing/golden.ts';
import { hex } from '../testing/hex.ts';
import { nspiInterface } from './nspi-interface.ts';
import { type NspiPropertyValue, nspiRow, propertyRowSet } from './property-value.ts';
import { initialStat, stat } from './stat.ts';

const { operations } = nspiInterface;
const handle = { attributes: 0, uuid: '03020100-0504-0706-0809-0a0b0c0d0e0f' };
const handleHex = '00000000 000102030405060708090a0b0c0d0e0f';
const zeroStat = { ...initialStat, codePage: 0, templateLocale: 0, sortLocale: 0 };
const ansiStat = { ...zeroStat, codePage: 1252 };
const zeros = (words: number): string => '00000000'.repeat(words);
const ansiHex = `${zeros(6)} e4040000 ${zeros(2)}`;

// The stubs are impacket's (0.10, nspi.py), by its own field names; `foreign` keeps its referent ids and padding.
const requests: GoldenCase[] = [
  {
    name: 'Bind',
    codec: operations.bind.request,
    value: { flags: 0, stat: initialStat, serverGuid: handle.uuid },
    bytes: hex`00000000 ${zeros(6)} e4040000 09040000 09040000 00000200 000102030405060708090a0b0c0d0e0f`,
    foreign: hex`00000000 ${zeros(6)} e4040000 09040000 09040000 a1a10000 000102030405060708090a0b0c0d0e0f`,
  },
  {
    name: 'Unbind',
    codec: operations.unbind.request,
    value: { handle, reserved: 0 },
    bytes: hex`${handleHex} 00000000`,
  },
  {
    name: 'UpdateStat',
    codec: operations.updateStat.request,
    value: { handle, reserved: 0, stat: { ...ansiStat, containerId: 0x11, currentRec: 2, delta: -5 }, delta: 1 },
    bytes: hex`${handleHex} 00000000 00000000 11000000 02000000 fbffffff ${zeros(2)} e4040000 ${zeros(2)}
      00000200 01000000`,
    foreign: hex`${handleHex} 00000000 00000000 11000000 02000000 fbffffff ${zeros(2)} e4040000 ${zeros(2)}
      64e40000 01000000`,
  },
  {
    name: 'QueryRows with an explicit table',
    codec: operations.queryRows.request,
    value: {
      handle,
      flags: 1,
      stat: { ...zeroStat, containerId: 0x11 },
      explicitCount: 2,
      explicitIds: [0x20, 0x21],
      count: 2,
      tags: null,
    },
    bytes: hex`${handleHex} 01000000 00000000 11000000 ${zeros(7)} 02000000 00000200 02000000 20000000 21000000
      02000000 00000000`,
    foreign: hex`${handleHex} 01000000 00000000 11000000 ${zeros(7)} 02000000 53dd0000 02000000 20000000 21000000
      02000000 00000000`,
  },
  {
    name: 'DNToMId, whose strings are padded with garbage',
    codec: operations.dnToMinimalId.request,
    value: { handle, reserved: 0, names: ['/o=a', '/o=bcd'] },
    bytes: hex`${handleHex} 00000000 02000000 02000000 00000200 04000200
      05000000 00000000 05000000 2f6f3d6100 000000 07000000 00000000 07000000 2f6f3d62636400`,
    foreign: hex`${handleHex} 00000000 02000000 02000000 e9be0000 9e3f0000
      05000000 00000000 05000000 2f6f3d6100 ababab 07000000 00000000 07000000 2f6f3d62636400`,
  },
  {
    name: 'GetPropList',
    codec: operations.getPropList.request,
    value: { handle, flags: 1, id: 0x20, codePage: 1252 },
    bytes: hex`${handleHex} 01000000 20000000 e4040000`,
  },
  {
    name: 'CompareMIds',
    codec: operations.compareMinimalIds.request,
    value: { handle, reserved: 0, stat: ansiStat, id1: 0x20, id2: 0x21 },
    bytes: hex`${handleHex} 00000000 ${ansiHex} 20000000 21000000`,
  },
  {
    name: 'GetTemplateInfo',
    codec: operations.getTemplateInfo.request,
    value: { handle, flags: 1, type: 0, dn: '/o=x', codePage: 1252, locale: 1033 },
    bytes: hex`${handleHex} 01000000 00000000 00000200 05000000 00000000 05000000 2f6f3d7800 000000 e4040000 09040000`,
    foreign: hex`${handleHex} 01000000 00000000 e6060000 05000000 00000000 05000000 2f6f3d7800 bfbfbf e4040000
      09040000`,
  },
  {
    name: 'ModLinkAtt',
    codec: operations.modLinkAtt.request,
    value: { handle, flags: 1, tag: 0x8009000d, id: 0x20, entryIds: [hex`616263`] },
    bytes: hex`${handleHex} 01000000 0d000980 20000000 01000000 00000200 01000000 03000000 04000200 03000000 616263`,
    foreign: hex`${handleHex} 01000000 0d000980 20000000 01000000 73ff0000 01000000 03000000 62950000 03000000 616263`,
  },
  {
    name: 'QueryColumns',
    codec: operations.queryColumns.request,
    value: { handle, reserved: 0, flags: 0x80000000 },
    bytes: hex`${handleHex} 00000000 00000080`,
  },
  {
    name: 'ResolveNamesW',
    codec: operations.resolveNamesW.request,
    value: { handle, reserved: 0, stat: ansiStat, tags: null, names: ['ann', 'bé'] },
    bytes: hex`${handleHex} 00000000 ${ansiHex} 00000000 02000000 02000000 00000200 04000200
      04000000 00000000 04000000 61006e006e000000 03000000 00000000 03000000 6200e9000000`,
    foreign: hex`${handleHex} 00000000 ${ansiHex} 00000000 02000000 02000000 a1340000 cb5f0000
      04000000 00000000 04000000 61006e006e000000 03000000 00000000 03000000 6200e9000000`,
  },
];
describeGolden('requests', requests);

const columns: NspiPropertyValue[] = [
  { tag: 0x0ffe0003, value: 6 },
  { tag: 0x0ff60102, value: hex`616263` },
  { tag: 0x3a00000a, value: 0x8004010f },
  { tag: 0x8c6d000b, value: true },
  { tag: 0x3a00001e, value: 'ann' },
];
const columnsHex = (binary: string, text: string): string =>
  `0300fe0f 00000000 03000000 06000000  0201f60f 00000000 02010000 03000000 ${binary}
   0a00003a 00000000 0a000000 0f010480  0b006d8c 00000000 0b000000 0100 0000  1e00003a 00000000 1e000000 ${text}`;
const binaryAndText = '03000000 616263 00 04000000 00000000 04000000 616e6e00';

describeGolden('answers', [
  {
    name: 'rows: the values of each row follow all rows, what they point to follows them',
    codec: operations.queryRows.response,
    value: {
      stat: { ...zeroStat, currentRec: 2 },
      rows: [
        nspiRow([{ tag: 0x3001001f, value: 'Ann' }, ...columns]),
        nspiRow([{ tag: 0x3001001f, value: 'B' }, ...columns]),
      ],
      result: 0,
    },
    bytes: hex`${zeros(2)} 02000000 ${zeros(6)} 00000200 02000000 02000000
      00000000 06000000 04000200 00000000 06000000 08000200
      06000000 1f000130 00000000 1f000000 0c000200 ${columnsHex('10000200', '14000200')}
      04000000 00000000 04000000 41006e006e000000 ${binaryAndText}
      06000000 1f000130 00000000 1f000000 18000200 ${columnsHex('1c000200', '20000200')}
      02000000 00000000 02000000 42000000 ${binaryAndText} 00000000`,
    foreign: hex`${zeros(2)} 02000000 ${zeros(6)} ae000000 02000000 02000000
      00000000 06000000 87c70000 00000000 06000000 778d0000
      06000000 1f000130 00000000 1f000000 b7a20000 ${columnsHex('ee100000', '7e0e0000')}
      04000000 00000000 04000000 41006e006e000000 ${binaryAndText}
      06000000 1f000130 00000000 1f000000 939a0000 ${columnsHex('e8600000', '955a0000')}
      02000000 00000000 02000000 42000000 ${binaryAndText} 00000000`,
  },
  {
    name: 'tags: room for one more is announced',
    codec: operations.queryColumns.response,
    value: { tags: [0x3001001f, 0x8009000d], result: 0 },
    bytes: hex`00000200 03000000 02000000 00000000 02000000 1f000130 0d000980 00000000`,
  },
]);

describe('GetSpecialTable', () => {
  test("impacket's stub, four bytes too long, is read when what trails is ignored", () => {
    const stub = hex`${handleHex} 04000000 67160000 ${zeros(9)} 44b00000 00000000`;
    const { request } = operations.getSpecialTable;
    expect(request.decode(stub, { trailing: 'ignore' })).toMatchObject({ flags: 4, stat: { codePage: 0 }, version: 0 });
    expect(() => request.decode(stub)).toThrowErrorMatchingInlineSnapshot(
      `[WireError: wire.trailing: 8 bytes left over at offset 64]`,
    );
  });
});

const text16 = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replaceAll('\0', ' '));
const byte = fc.integer({ min: 1, max: 255 }).map((code) => String.fromCharCode(code));
const text8 = fc.string({ unit: byte, maxLength: 12 });
const time = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const guid = fc.uuid();
const valuesByType: Record<number, fc.Arbitrary<unknown>> = {
  0x0001: fc.constant(null),
  0x0002: fc.integer({ min: -0x8000, max: 0x7fff }),
  0x0003: fc.integer(),
  0x000a: fc.nat(),
  0x000b: fc.boolean(),
  0x000d: fc.constant(null),
  0x001e: fc.option(text8),
  0x001f: fc.option(text16),
  0x0040: time,
  0x0048: fc.option(guid),
  0x0102: fc.uint8Array({ maxLength: 9 }),
  0x1002: fc.array(fc.integer({ min: -0x8000, max: 0x7fff }), { maxLength: 3 }),
  0x1003: fc.array(fc.integer(), { maxLength: 3 }),
  0x101e: fc.array(fc.option(text8), { maxLength: 3 }),
  0x101f: fc.array(fc.option(text16), { maxLength: 3 }),
  0x1040: fc.array(time, { maxLength: 3 }),
  0x1048: fc.array(fc.option(guid), { maxLength: 3 }),
  0x1102: fc.array(fc.uint8Array({ maxLength: 9 }), { maxLength: 3 }),
};
const anyColumn = fc
  .tuple(fc.constantFrom(...Object.keys(valuesByType).map(Number)), fc.nat(0xffff))
  .chain(([type, id]) => fc.record({ tag: fc.constant(((id << 16) | type) >>> 0), value: valuesByType[type]! }));

describe('any value', () => {
  test('rows of every type survive a round trip', () => {
    const anyRows = fc.array(
      fc.array(anyColumn, { maxLength: 6 }).map((values) => nspiRow(values as NspiPropertyValue[])),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(anyRows, (rows) => {
        expect(propertyRowSet.decode(propertyRowSet.encode(rows))).toEqual(rows);
      }),
    );
  });

  test('any 36 bytes are a STAT', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 36, maxLength: 36 }), (bytes) => {
        expect(stat.encode(stat.decode(bytes))).toEqual(bytes);
      }),
    );
  });

  test('a type that the union does not have is refused by name', () => {
    const bytes = hex`01000000 01000000 00000000 01000000 00000200 01000000 05000130 00000000 05000000 00000000`;
    expect(() => propertyRowSet.decode(bytes)).toThrowErrorMatchingInlineSnapshot(
      `[WireError: wire.unknownTag: 0x5 at PropertyRowSet_r.rows[0].values[0].value (offset 32)]`,
    );
  });
});

test('the interface has the numbers of the specification, 15 left out', () => {
  const opnums = Object.values(operations).map(({ opnum }) => opnum);
  expect(opnums.toSorted((left, right) => left - right)).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 18, 19, 20,
  ]);
});
