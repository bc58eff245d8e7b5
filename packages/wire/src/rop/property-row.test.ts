import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { propertyType as t } from '../properties/index.ts';
import { hex } from '../testing/hex.ts';
import { errorCode } from './error-code.ts';
import { type PropertyCell, propertyRow } from './property-row.ts';
import { recipientRow, type RecipientRow } from './recipient-row.ts';
import { sizedRestriction } from './restriction.ts';
import { restriction, type Restriction } from './rop-value.ts';
import { ropValue } from './rop-value.ts';
import { typedString } from './typed-string.ts';

const tags = [0x3001001f, 0x3601_0003, 0x360a000b];

const rows: [name: string, cells: PropertyCell[], bytes: Uint8Array][] = [
  ['complete', ['Hi', 1, true], hex`00 480069000000 01000000 01`],
  ['with gaps', ['Hi', undefined, { error: errorCode.outOfMemory }], hex`01 00 480069000000 01 0a 0e000780`],
];

describe('PropertyRow', () => {
  const codec = propertyRow(tags);

  test.each(rows)('%s: both ways, and every cut is reported', (_name, cells, bytes) => {
    expect(codec.encode(cells)).toEqual(bytes);
    expect(codec.decode(bytes)).toEqual(cells);
    for (let end = 0; end < bytes.length; end++) expect(() => codec.decode(bytes.subarray(0, end))).toThrow(/wire\./);
  });

  test('a column asked for without a type comes with one', () => {
    const untyped = propertyRow([0x30010000, 0x30040000]);
    const text = { type: t.unicode, value: 'Hi' };
    const cases: [PropertyCell[], Uint8Array][] = [
      [[text, text], hex`00 1f00 480069000000 1f00 480069000000`],
      [[text, undefined], hex`01 1f00 00 480069000000 0000 01`],
      [[text, { error: 1 }], hex`01 1f00 00 480069000000 0a00 0a 01000000`],
    ];
    for (const [cells, bytes] of cases) {
      expect(untyped.encode(cells)).toEqual(bytes);
      expect(untyped.decode(bytes)).toEqual(cells);
    }
    expect(() => untyped.encode(['Hi', 'Ho'])).toThrow(/wire.unexpected/);
  });

  test('unknown forms are refused', () => {
    expect(() => codec.decode(hex`02`)).toThrow(/wire.unknownTag/);
    expect(() => codec.decode(hex`01 05`)).toThrow(/wire.unknownTag/);
    expect(() => ropValue(0x7777)).toThrow(/wire.unknownTag/);
  });

  test('values of every type of a mailbox survive', () => {
    const anyCell = fc.oneof(
      fc.string(),
      fc.constant(undefined),
      fc.nat().map((error) => ({ error })),
    );
    const property = fc.property(fc.array(anyCell, { maxLength: 6 }), (cells) => {
      const texts = cells.map((cell) => (typeof cell === 'string' ? cell.replaceAll('\0', '') : cell));
      const row = propertyRow(texts.map(() => 0x3001001f));
      expect(row.decode(row.encode(texts))).toEqual(texts);
    });
    fc.assert(property);
  });

  const values: [type: number, value: Parameters<ReturnType<typeof ropValue>['encode']>[0], bytes: Uint8Array][] = [
    [t.bool, true, hex`01`],
    [t.binary, hex`0102`, hex`0200 0102`],
    [t.string8, 'Hi', hex`486900`],
    [t.mvUnicode, ['A', 'B'], hex`02000000 41000000 42000000`],
    [t.mvBinary, [hex`01`], hex`01000000 0100 01`],
    [t.guid, '00062008-0000-0000-c000-000000000046', hex`0820060000000000c000000000000046`],
    [t.i64, -1n, hex`ffffffffffffffff`],
    [t.error, 0x8004010f, hex`0f010480`],
  ];
  test.each(values)('a value of type %i', (type, value, bytes) => {
    expect(ropValue(type).encode(value)).toEqual(bytes);
    expect(ropValue(type).decode(bytes)).toEqual(value);
  });
});

describe('TypedString', () => {
  const texts: [text: string | undefined, bytes: Uint8Array][] = [
    [undefined, hex`00`],
    ['', hex`01`],
    ['Grüße', hex`03 4772fcdf6500`],
    ['Ж', hex`04 16040000`],
  ];
  test.each(texts)('%o', (text, bytes) => {
    expect(typedString.encode(text)).toEqual(bytes);
    expect(typedString.decode(bytes)).toBe(text);
  });

  test('an 8-bit text is read, an unknown form refused', () => {
    expect(typedString.decode(hex`02 486900`)).toBe('Hi');
    expect(() => typedString.decode(hex`05`)).toThrow(/wire.unknownTag/);
  });
});

describe('RecipientRow', () => {
  const cases: [name: string, row: RecipientRow, bytes: Uint8Array][] = [
    [
      'SMTP with Unicode names and one column',
      { flags: 0x021b, emailAddress: 'a@x', displayName: 'A', columns: [1] },
      hex`1b02 6100400078000000 41000000 0100 00 01000000`,
    ],
    [
      'X500 with a prefix',
      { flags: 0x0051, prefixUsed: 4, displayType: 0, x500: 'bob', displayName: 'Bob', columns: [] },
      hex`5100 04 00 626f6200 426f6200 0000 00`,
    ],
    [
      'another address type',
      { flags: 0x8208, addressType: 'FAX', emailAddress: '1', columns: [] },
      hex`0882 46415800 31000000 0000 00`,
    ],
    [
      'a private list',
      { flags: 0x0006, entryId: hex`01`, searchKey: hex`0203`, columns: [] },
      hex`0600 0100 01 0200 0203 0000 00`,
    ],
  ];
  const codec = recipientRow([0x0c150003, 0x3001001f]);

  test.each(cases)('%s: both ways, and every cut is reported', (_name, row, bytes) => {
    expect(codec.encode(row)).toEqual(bytes);
    expect(codec.decode(bytes)).toEqual(row);
    for (let end = 0; end < bytes.length; end++) expect(() => codec.decode(bytes.subarray(0, end))).toThrow(/wire\./);
  });
});

describe('restrictions', () => {
  const subject = { tag: 0x0037001f, value: 'A' };
  const size: Restriction = { kind: 'size', relation: 2, tag: 0x0e080003, size: 10 };
  const cases: [value: Restriction, bytes: Uint8Array][] = [
    [
      { kind: 'and', restrictions: [size, { kind: 'exist', tag: 0x10090102 }] },
      hex`00 0200 07 02 0300080e 0a000000 08 02010910`,
    ],
    [{ kind: 'or', restrictions: [] }, hex`01 0000`],
    [{ kind: 'not', restriction: size }, hex`02 07 02 0300080e 0a000000`],
    [
      { kind: 'content', fuzzyLow: 1, fuzzyHigh: 1, tag: 0x0037001f, value: subject },
      hex`03 0100 0100 1f003700 1f003700 41000000`,
    ],
    [{ kind: 'compare', relation: 4, left: 0x0037001f, right: 0x0e1d001f }, hex`05 04 1f003700 1f001d0e`],
    [{ kind: 'bitmask', nonZero: 1, tag: 0x0e070003, mask: 1 }, hex`06 01 0300070e 01000000`],
    [{ kind: 'subobject', tag: 0x0e12000d, restriction: size }, hex`09 0d00120e 07 02 0300080e 0a000000`],
    [{ kind: 'comment', values: [subject] }, hex`0a 01 1f003700 41000000 00`],
    [{ kind: 'comment', values: [], restriction: size }, hex`0a 00 01 07 02 0300080e 0a000000`],
    [{ kind: 'count', count: 5, restriction: size }, hex`0b 05000000 07 02 0300080e 0a000000`],
  ];

  test.each(cases)('$kind: both ways, and every cut is reported', (value, bytes) => {
    expect(restriction.encode(value)).toEqual(bytes);
    expect(restriction.decode(bytes)).toEqual(value);
    for (let end = 0; end < bytes.length; end++) {
      expect(() => restriction.decode(bytes.subarray(0, end))).toThrow(/wire\./);
    }
  });

  test('size 0 is none', () => {
    expect(sizedRestriction.decode(hex`0000`)).toBeUndefined();
    expect(sizedRestriction.encode(undefined)).toEqual(hex`0000`);
  });

  test('one nested without end is refused', () => {
    expect(() => restriction.decode(Buffer.alloc(2000, 0x02))).toThrow(/wire.tooDeep/);
    expect(() => restriction.decode(hex`0c`)).toThrow(/wire.unknownTag/);
  });
});
