import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateFromFiletime, filetimeFromDate } from './filetime.ts';
import { formatGuid, parseGuid } from './guid.ts';
import { hex } from './testing/hex.ts';

test('a GUID is mixed-endian on the wire and lower case in text', () => {
  const bytes = hex`dca740c8c042101ab4b908002b2fe182`;
  expect(formatGuid(bytes)).toBe('c840a7dc-42c0-1a10-b4b9-08002b2fe182');
  expect(parseGuid('C840A7DC-42C0-1A10-B4B9-08002B2FE182')).toEqual(bytes);
});

test('any 16 bytes survive as text', () => {
  const anyBytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      expect(parseGuid(formatGuid(bytes))).toEqual(bytes);
    }),
  );
});

test('what is no GUID is refused', () => {
  expect(() => parseGuid('{c840a7dc-42c0-1a10-b4b9-08002b2fe182}')).toThrow(/wire\.unexpected/);
  expect(() => formatGuid(hex`00`)).toThrow(/wire\.truncated/);
});

test('FILETIME counts 100 ns from 1601', () => {
  expect(filetimeFromDate(new Date('1601-01-01T00:00:00Z'))).toBe(0n);
  expect(filetimeFromDate(new Date('2003-10-21T09:00:00.001Z'))).toBe(127_112_004_000_010_000n);
  expect(dateFromFiletime(127_112_004_000_019_999n)).toEqual(new Date('2003-10-21T09:00:00.001Z'));
});
