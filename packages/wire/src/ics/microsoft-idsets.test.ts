import { expect, test } from 'vitest';
import { idSetsByGuid } from './id-sets.ts';
// Sets that Microsoft's Office Inspectors for Fiddler read to the last byte.
import idsets from './vectors/microsoft-idsets.json' with { type: 'json' };

test.each(idsets)('%s: read and written again byte for byte', (bytes) => {
  const set = idSetsByGuid.decode(Buffer.from(bytes, 'hex'));
  expect(Buffer.from(idSetsByGuid.encode(set)).toString('hex')).toBe(bytes);
});
