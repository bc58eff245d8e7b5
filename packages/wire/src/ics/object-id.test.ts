import { describe, expect, test } from 'vitest';
import { hex } from '../testing/hex.ts';
import { globalId, longTermId, predecessorChangeList, shortId, xid } from './object-id.ts';
import { stateTagOf } from './state-tag.ts';

const replicaGuid = 'aabbccdd-eeff-0011-2233-445566778899';
const wireGuid = 'ddccbbaaffee11002233445566778899';

describe('identifiers', () => {
  test('an id of 8 bytes: replica id, then the counter highest byte first', () => {
    expect(shortId.encode({ replicaId: 1, counter: 0x2001 })).toEqual(hex`0100 000000002001`);
    expect(shortId.decode(hex`0100 ffffffffffff`)).toEqual({ replicaId: 1, counter: 2 ** 48 - 1 });
  });

  test('a source key of 22 bytes and a long-term id of 24', () => {
    const id = { replicaGuid, counter: 0x1234 };
    expect(globalId.encode(id)).toEqual(hex`${wireGuid} 000000001234`);
    expect(globalId.decode(hex`${wireGuid} 000000001234`)).toEqual(id);
    expect(longTermId.encode(id)).toEqual(hex`${wireGuid} 000000001234 0000`);
    expect(longTermId.decode(hex`${wireGuid} 000000001234 0000`)).toEqual(id);
  });

  test('a predecessor change list with one entry per namespace', () => {
    const bytes = hex`16 ${wireGuid} 000000003005 14 00000000000000000000000000000001 01020304`;
    const list = predecessorChangeList.decode(bytes);
    expect(list.map(({ localId }) => localId.length)).toEqual([6, 4]);
    expect(predecessorChangeList.encode(list)).toEqual(bytes);
    expect(xid.encode(list[0]!)).toEqual(hex`${wireGuid} 000000003005`);
  });

  test('a list entry too short for a GUID and a number is refused', () => {
    expect(() => predecessorChangeList.decode(hex`10 ${wireGuid}`)).toThrow(/wire.outOfRange/);
  });

  test('a counter beyond 48 bits cannot be written', () => {
    expect(() => shortId.encode({ replicaId: 1, counter: 2 ** 48 })).toThrow(/wire.outOfRange/);
  });

  test('the state property is known by its odd type and by its true one', () => {
    expect([stateTagOf(0x40170003), stateTagOf(0x40170102)]).toEqual(['idsetGiven', 'idsetGiven']);
    expect([stateTagOf(0x67d20102), stateTagOf(0x00370102)]).toEqual(['cnsetRead', undefined]);
  });
});
