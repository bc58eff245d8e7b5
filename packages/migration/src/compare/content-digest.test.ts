import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ContentDigest } from './content-digest.ts';

function digest(bytes: Uint8Array, cuts: readonly number[] = []): string {
  const content = new ContentDigest();
  const places = [0, ...cuts.toSorted((one, other) => one - other), bytes.length];
  for (const [index, place] of places.slice(1).entries()) content.push(bytes.subarray(places[index], place));
  expect(content.size).toBe(bytes.length);
  return content.finish();
}

const message = (flags: number): Buffer =>
  Buffer.concat([Buffer.from('before '), Buffer.of(0x03, 0, 0x07, 0x0e, flags, 0, 0, 0), Buffer.from(' after')]);

test('the read mark does not count, everything else does', () => {
  expect(digest(message(1))).toBe(digest(message(0)));
  const changed = message(0);
  changed[0] = 0x42;
  expect(digest(changed)).not.toBe(digest(message(0)));
  const behind = message(0);
  behind[16] = 0x42;
  expect(digest(behind)).not.toBe(digest(message(0)));
});

test('is the same however the bytes are cut', () => {
  const piece = fc.oneof(fc.uint8Array({ maxLength: 9 }), fc.constant(message(5)), fc.constant(Buffer.of(3, 0, 7, 14)));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), fc.array(fc.nat({ max: 100 }), { maxLength: 8 }), (pieces, cuts) => {
      const bytes = Buffer.concat(pieces);
      expect(
        digest(
          bytes,
          cuts.filter((cut) => cut <= bytes.length),
        ),
      ).toBe(digest(bytes));
    }),
  );
});
