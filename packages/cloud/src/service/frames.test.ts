import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFrameReader, encodeFrame } from './frames.ts';

const stream = Buffer.concat([Buffer.from('first'), Buffer.alloc(0), Buffer.from('third')].map(encodeFrame));
const expected = ['first', '', 'third'];
const textOf = (frames: Uint8Array[]): string[] => frames.map((frame) => Buffer.from(frame).toString());

test('the stream split at every offset gives the same frames', () => {
  for (let cut = 0; cut <= stream.length; cut++) {
    const read = createFrameReader();
    const frames = [...read(stream.subarray(0, cut)), ...read(stream.subarray(cut))];
    expect(textOf(frames)).toEqual(expected);
  }
});

test('any payloads survive any splitting', () => {
  const payloads = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 });
  fc.assert(
    fc.property(payloads, fc.integer({ min: 1, max: 9 }), (sent, step) => {
      const bytes = Buffer.concat(sent.map(encodeFrame));
      const read = createFrameReader();
      const received: Uint8Array[] = [];
      for (let at = 0; at < bytes.length; at += step) received.push(...read(bytes.subarray(at, at + step)));
      expect(received.map((frame) => [...frame])).toEqual(sent.map((payload) => [...payload]));
    }),
  );
});

test('a length beyond the limit is refused before anything is allocated', () => {
  expect(() => createFrameReader()(Buffer.from('ffffffff', 'hex'))).toThrowErrorMatchingInlineSnapshot(
    `[CloudError: A message of 4294967295 bytes was announced on the local socket; at most 16777216 are taken.]`,
  );
});
