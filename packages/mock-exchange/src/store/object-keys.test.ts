import { expect, test } from 'vitest';
import { objectKey, predecessorChangeList } from './object-keys.ts';

const replica = 'aabbccdd-eeff-0011-2233-445566778899';
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test('keys are the replica GUID and the counter, highest byte first', () => {
  expect(hex(objectKey(replica, 0x2001))).toBe('ddccbbaaffee11002233445566778899000000002001');
  expect(hex(objectKey(replica, 0xa1b2c3d4e5f6)).slice(-12)).toBe('a1b2c3d4e5f6');
});

test('the list of predecessors holds one key behind its length', () => {
  expect(hex(predecessorChangeList(replica, 0x3005))).toBe('16ddccbbaaffee11002233445566778899000000003005');
});
