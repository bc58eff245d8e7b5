import { describe, expect, test } from 'vitest';
import { ndr } from './ndr.ts';
import { defineInterface, defineOperation } from './operation.ts';
import { hex } from './testing/hex.ts';

const find = defineOperation({
  name: 'Find',
  opnum: 3,
  request: { name: ndr.unique(ndr.string8), flags: ndr.u32 },
  response: { ids: ndr.unique(ndr.conformantArray(ndr.u16)), result: ndr.u32 },
});

describe('defineOperation', () => {
  test('a pointee follows its parameter, the next parameter is aligned behind it', () => {
    const bytes = hex`00000200 02000000 00000000 02000000 61000000 05000000`;
    expect(find.request.encode({ name: 'a', flags: 5 })).toEqual(bytes);
    expect(find.request.decode(bytes)).toEqual({ name: 'a', flags: 5 });
    const answer = hex`00000200 01000000 0700 0000 00000000`;
    expect(find.response.decode(answer)).toEqual({ ids: [7], result: 0 });
  });

  test('an error names operation and parameter', () => {
    expect(() => find.response.decode(hex`00000200 02000000 0700`)).toThrowErrorMatchingInlineSnapshot(
      `[WireError: wire.countTooLarge: 2 elements cannot be in 2 bytes at Find.ids (offset 8)]`,
    );
  });

  test('garbage behind a stub is an error or is ignored, as asked', () => {
    const bytes = hex`00000000 05000000 ffff`;
    expect(() => find.request.decode(bytes)).toThrow(expect.objectContaining({ code: 'wire.trailing' }));
    expect(find.request.decode(bytes, { trailing: 'ignore' })).toEqual({ name: null, flags: 5 });
  });
});

test('an interface has each number once', () => {
  const identity = { name: 'X', uuid: '00000000-0000-0000-0000-000000000001', majorVersion: 1, minorVersion: 0 };
  expect(defineInterface({ ...identity, operations: { find } }).operations.find.opnum).toBe(3);
  expect(() => defineInterface({ ...identity, operations: { find, again: find } })).toThrow('two operations');
});
