import { idSetsByGuid, IdSet, stateTag } from '@cutover/wire/ics';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleReplica } from '../testing/contents-sync.ts';
import { hex } from '../testing/hex.ts';
import { testReplicas } from '../testing/replicas.ts';
import { globalIdOf, objectIdOf } from './object-id.ts';
import { StateTracker } from './state-tracker.ts';
import { decodeSyncState, encodeSyncState, setsIn } from './sync-state.ts';

const { replicaGuid } = exampleReplica;
const stateInvalid = expect.objectContaining({ code: 'outlookAnywhere.stateInvalid' });

describe('a sync state', () => {
  test('keeps its parts, byte for byte', () => {
    const parts = fc.dictionary(fc.constantFrom(...Object.values(stateTag).map(String)), fc.uint8Array());
    fc.assert(
      fc.property(parts, (some) => {
        const state = new Map(Object.entries(some).map(([tag, bytes]) => [Number(tag), bytes]));
        const again = decodeSyncState(encodeSyncState(state));
        expect([...again].map(([tag, bytes]) => [tag, [...bytes]])).toEqual(
          [...state].map(([tag, bytes]) => [tag, [...bytes]]),
        );
      }),
    );
  });

  test('none is an empty one', () => {
    expect(decodeSyncState(undefined).size + decodeSyncState(new Uint8Array()).size).toBe(0);
  });

  test('its form stays as it is, as states are stored', () => {
    const state = encodeSyncState(new Map([[stateTag.cnsetSeen, Uint8Array.of(1, 2)]]));
    expect(Uint8Array.from(state)).toEqual(hex`01 02019667 02000000 0102`);
  });

  test.each([
    ['another form', hex`02`],
    ['an unknown part', hex`01 01000000 00000000`],
    ['a part cut short', hex`01 02019667 02000000 01`],
    ['half a head', hex`01 0201`],
  ])('%s is refused', (_what, bytes) => {
    expect(() => decodeSyncState(bytes)).toThrow(stateInvalid);
  });

  test('a set that is none is refused when it is needed', () => {
    expect(() => setsIn(new Map([[stateTag.idsetGiven, hex`00`]]), stateTag.idsetGiven)).toThrow(stateInvalid);
  });
});

describe('StateTracker', () => {
  const id = (counter: number): Uint8Array => {
    const bytes = Buffer.alloc(8);
    bytes.writeUInt16LE(exampleReplica.replicaId);
    bytes.writeUIntBE(counter, 2, 6);
    return bytes;
  };
  const counters = (state: Uint8Array, tag: number): number[] => [
    ...(setsIn(decodeSyncState(state), tag).get(replicaGuid)?.values() ?? []),
  ];
  const objectId = (counter: number) => objectIdOf({ replicaGuid, counter });

  test('adds to what it began with what was read, less what was deleted', () => {
    const small = fc.integer({ min: 1, max: 60 });
    const items = fc.array(fc.record({ mid: small, change: small, associated: fc.boolean() }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.uniqueArray(small), items, fc.uniqueArray(small), (begun, read, deleted) => {
        const given = idSetsByGuid.encode(new Map([[replicaGuid, IdSet.of(...begun)]]));
        const tracker = new StateTracker(encodeSyncState(new Map([[stateTag.idsetGiven, given]])), testReplicas);
        for (const { mid, change, associated } of read) {
          tracker.add({ mid: id(mid), changeNumber: id(change), associated });
        }
        tracker.remove(deleted.map((counter) => ({ first: objectId(counter), last: objectId(counter) })));
        const state = tracker.state();
        const left = new Set([...begun, ...read.map(({ mid }) => mid)]).difference(new Set(deleted));
        const seen = (fai: boolean) =>
          new Set(read.filter((one) => one.associated === fai).map(({ change }) => change));
        expect(new Set(counters(state, stateTag.idsetGiven))).toEqual(left);
        expect(new Set(counters(state, stateTag.cnsetSeen))).toEqual(seen(false));
        expect(new Set(counters(state, stateTag.cnsetSeenFai))).toEqual(seen(true));
      }),
    );
  });

  test('what it does not know of the state it began with stays in it', () => {
    const read = idSetsByGuid.encode(new Map([[replicaGuid, IdSet.of(9)]]));
    const tracker = new StateTracker(encodeSyncState(new Map([[stateTag.cnsetRead, read]])), testReplicas);
    expect(counters(tracker.state(), stateTag.cnsetRead)).toEqual([9]);
  });
});

describe('object ids', () => {
  test('are the hex of GUID and counter, sort by age, and come back', () => {
    const any = fc.integer({ min: 0, max: 2 ** 48 - 1 });
    fc.assert(
      fc.property(any, any, (left, right) => {
        const [one, other] = [left, right].map((counter) => objectIdOf({ replicaGuid, counter })) as [string, string];
        expect(globalIdOf(one)).toEqual({ replicaGuid, counter: left });
        expect(one < other).toBe(left < right);
      }),
    );
  });

  test.each(['', 'zz', `${'a'.repeat(43)}G`, 'A'.repeat(44)])('%j is none', (text) => {
    expect(() => globalIdOf(text)).toThrow(expect.objectContaining({ code: 'outlookAnywhere.invalidOption' }));
  });
});
