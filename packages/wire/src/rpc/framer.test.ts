import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hex } from '../testing/hex.ts';
import { PduFramer } from './framer.ts';
import { writeRequest } from './write-call.ts';

const request = (length: number): Uint8Array =>
  writeRequest({
    callId: length,
    contextId: 0,
    opnum: 1,
    maxFragment: 5840,
    stub: new Uint8Array(length).fill(length),
  });
const pdus = [request(0), request(7), hex`05001403 10000000 14000000 00000000 01000000`, request(40)];
const stream = Buffer.concat(pdus);

function frame(chunks: readonly Uint8Array[]): Uint8Array[] {
  const framer = new PduFramer();
  const whole: Uint8Array[] = [];
  for (const chunk of chunks) framer.push(chunk, (pdu) => whole.push(Uint8Array.from(pdu)));
  expect(framer.pendingBytes).toBe(0);
  return whole;
}

describe('PduFramer', () => {
  test('the same PDUs come out wherever the stream is cut in two', () => {
    for (let cut = 0; cut <= stream.length; cut++) {
      expect(frame([stream.subarray(0, cut), stream.subarray(cut)]), `cut at ${cut}`).toEqual(
        pdus.map((pdu) => Uint8Array.from(pdu)),
      );
    }
  });

  test('and wherever it is cut in three, and byte by byte', () => {
    const expected = pdus.map((pdu) => Uint8Array.from(pdu));
    const cut = fc.nat(stream.length);
    fc.assert(
      fc.property(cut, cut, (left, right) => {
        const [first, second] = [Math.min(left, right), Math.max(left, right)];
        expect(frame([stream.subarray(0, first), stream.subarray(first, second), stream.subarray(second)])).toEqual(
          expected,
        );
      }),
    );
    expect(frame(Array.from(stream, (byte) => Uint8Array.of(byte)))).toEqual(expected);
  });

  test('a PDU that lies within a chunk is a view of it', () => {
    const seen: Uint8Array[] = [];
    new PduFramer().push(stream, (pdu) => seen.push(pdu));
    expect(seen.every((pdu) => pdu.buffer === stream.buffer)).toBe(true);
  });

  test.each([
    ['another version', hex`04000003 10000000 18000000 00000000`],
    ['another data representation', hex`05000003 00000000 00180000 00000000`],
    ['a length below the header', hex`05000003 10000000 0f000000 00000000`],
    ['a length beyond the limit', hex`05000003 10000000 d1160000 00000000`],
  ])('%s is refused as soon as the header is there', (_name, header) => {
    const push = (chunks: Uint8Array[]) => () => {
      const framer = new PduFramer({ maxFragment: 5840 });
      for (const chunk of chunks) framer.push(chunk, () => expect.unreachable());
    };
    const refusal = expect.objectContaining({ code: expect.stringMatching(/^wire\.(unexpected|outOfRange)$/) });
    expect(push([header])).toThrow(refusal);
    expect(push([header.subarray(0, 5), header.subarray(5)])).toThrow(refusal);
  });
});
