import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hex } from '../testing/hex.ts';
import { maxCounter } from './counter.ts';
import { globset } from './globset.ts';
import { type IdRange, IdSet } from './id-set.ts';
import { idSetsByGuid, idSetsByReplicaId, idSetsOf } from './id-sets.ts';

const guid = 'aabbccdd-eeff-0011-2233-445566778899';
const one = (id: number): IdRange => ({ first: id, last: id });

const worked = IdSet.from([
  { first: 0x12001, last: 0x12003 },
  one(0x12005),
  { first: 0x12007, last: 0x12009 },
  { first: 0x13010, last: 0x141ff },
  one(0x15007),
]);

const cases: [name: string, set: IdSet, bytes: Uint8Array][] = [
  [
    'prefixes, a bitmask, a range and a single value',
    worked,
    hex`04 00000001 01 20 42 01 eb 50 52 3010 41ff 02 5007 50 00`,
  ],
  ['one value', IdSet.of(0x1fff), hex`06 000000001fff 00`],
  ['one range', IdSet.from([{ first: 1, last: 0x3005 }]), hex`52 000000000001 000000003005 00`],
  ['nothing', new IdSet(), hex`00`],
  ['every counter', IdSet.from([{ first: 0, last: maxCounter }]), hex`52 000000000000 ffffffffffff 00`],
  ['two values far apart', IdSet.of(1, 0x010000000000), hex`06 000000000001 06 010000000000 00`],
  ['two values 9 apart', IdSet.of(1, 10), hex`05 0000000000 01 01 01 0a 50 00`],
];

describe('GLOBSET', () => {
  test.each(cases)('%s: decodes and encodes the same bytes', (_name, set, bytes) => {
    expect(globset.decode(bytes).ranges).toEqual(set.ranges);
    expect(globset.encode(set)).toEqual(bytes);
  });

  test.each(cases)('%s: every cut is reported', (_name, _set, bytes) => {
    for (let end = 0; end < bytes.length; end++) {
      expect(() => globset.decode(bytes.subarray(0, end))).toThrow(expect.objectContaining({ code: 'wire.truncated' }));
    }
  });

  const refused: [name: string, bytes: Uint8Array][] = [
    ['a pop without push', hex`50 00`],
    ['an end with a prefix left', hex`01 00 00`],
    ['a bitmask after 4 bytes', hex`04 00000001 42 01 eb 50 00`],
    ['a range that descends', hex`05 0000000000 52 02 01 50 00`],
    ['a push beyond six bytes', hex`05 0000000000 02 0102 00`],
    ['an unknown command', hex`07 00`],
  ];
  test.each(refused)('%s is refused', (_name, bytes) => {
    expect(() => globset.decode(bytes)).toThrow(expect.objectContaining({ code: 'wire.unexpected' }));
  });

  test('any set survives, and the simplest form of it is read alike', () => {
    // Small numbers meet often, so that prefixes, bitmasks and neighbours occur.
    const id = fc.oneof(
      fc.nat(600),
      fc.nat(0x30000),
      fc.maxSafeInteger().map((value) => Math.abs(value) % maxCounter),
    );
    const range = fc.tuple(id, fc.oneof(fc.constant(0), fc.nat(300))).map(([first, more]) => ({
      first,
      last: Math.min(first + more, maxCounter),
    }));
    const property = fc.property(fc.array(range, { maxLength: 40 }), (ranges) => {
      const set = IdSet.from(ranges);
      expect(globset.decode(globset.encode(set)).ranges).toEqual(set.ranges);
      expect(globset.decode(simplest(set)).ranges).toEqual(set.ranges);
      expect(globset.encode(set).length).toBeLessThanOrEqual(simplest(set).length);
    });
    fc.assert(property, { numRuns: 300 });
  });

  test('any bytes give a set or a wire error', () => {
    const property = fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      try {
        globset.decode(bytes, { trailing: 'ignore' });
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^wire\./) });
      }
    });
    fc.assert(property, { numRuns: 1000 });
  });
});

describe('IDSET', () => {
  test('by replica id and by GUID', () => {
    expect(idSetsByReplicaId.encode(idSetsOf(1, IdSet.of(0x1fff)))).toEqual(hex`0100 06 000000001fff 00`);
    const state = idSetsOf(guid, IdSet.from([{ first: 1, last: 0x3005 }]));
    const bytes = hex`ddccbbaaffee11002233445566778899 52 000000000001 000000003005 00`;
    expect(idSetsByGuid.encode(state)).toEqual(bytes);
    expect(idSetsByGuid.decode(bytes)).toEqual(state);
  });

  test('the empty set has no bytes', () => {
    expect(idSetsByGuid.encode(idSetsOf(guid, new IdSet()))).toEqual(hex``);
    expect(idSetsByGuid.decode(hex``).size).toBe(0);
  });

  test('replicas stand in the order of their GUIDs as bytes, not as text', () => {
    const [early, late] = ['02000001-0000-0000-0000-000000000000', '01000002-0000-0000-0000-000000000000'];
    const sets = new Map([
      [late, IdSet.of(1)],
      [early, IdSet.of(2)],
    ]);
    expect([...idSetsByGuid.decode(idSetsByGuid.encode(sets)).keys()]).toEqual([early, late]);
  });

  test('a replica that comes twice counts once', () => {
    const sets = idSetsByReplicaId.decode(hex`0100 06 000000000001 00 0100 06 000000000003 00`);
    expect([...sets.get(1)!.values()]).toEqual([1, 3]);
  });
});

function simplest(set: IdSet): Uint8Array {
  const six = (value: number): string => value.toString(16).padStart(12, '0');
  const commands = set.ranges.map(({ first, last }) =>
    first === last ? `06${six(first)}` : `52${six(first)}${six(last)}`,
  );
  return Uint8Array.from(Buffer.from(`${commands.join('')}00`, 'hex'));
}
