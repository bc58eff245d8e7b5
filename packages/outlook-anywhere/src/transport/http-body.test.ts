import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BodyDecoder, chunkedDecoder, lengthDecoder } from './http-body.ts';

/** Everything a decoder says is body, and whether it wants more. */
function decode(decoder: BodyDecoder, pieces: Uint8Array[]): { text: string; open: boolean } {
  let text = '';
  let open = true;
  for (const piece of pieces) open = decoder.push(piece, (body) => (text += Buffer.from(body).toString('latin1')));
  return { text, open };
}

const cutAt = (bytes: Uint8Array, offset: number): Uint8Array[] => [bytes.subarray(0, offset), bytes.subarray(offset)];
const chunked = Buffer.from('5\r\nhello\r\n6;name=value\r\n world\r\n0\r\n\r\nnot body', 'latin1');

describe('chunkedDecoder', () => {
  test('cut anywhere, the body is the same', () => {
    for (let offset = 0; offset <= chunked.length; offset++) {
      expect(decode(chunkedDecoder(), cutAt(chunked, offset))).toEqual({ text: 'hello world', open: false });
    }
  });

  test('any chunks in any pieces give their concatenation', () => {
    const bodies = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 8 });
    const cut = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(bodies, cut, (chunks, size) => {
        const wire = Buffer.concat(
          chunks.flatMap((chunk) => [Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]),
        );
        const pieces: Uint8Array[] = [];
        for (let offset = 0; offset < wire.length; offset += size) pieces.push(wire.subarray(offset, offset + size));
        expect(decode(chunkedDecoder(), pieces)).toEqual({
          text: Buffer.concat(chunks).toString('latin1'),
          open: true,
        });
      }),
    );
  });

  test.each(['x\r\n', '-1\r\n', '123456789\r\n', ' '.repeat(300)])('%j is no chunk size', (line) => {
    expect(() => decode(chunkedDecoder(), [Buffer.from(line)])).toThrow(RangeError);
  });
});

describe('lengthDecoder', () => {
  test('stops at the length, whatever the pieces', () => {
    const bytes = Buffer.from('hello world');
    for (let offset = 0; offset <= bytes.length; offset++) {
      expect(decode(lengthDecoder(5), cutAt(bytes, offset))).toEqual({ text: 'hello', open: false });
    }
  });

  test('wants more until then', () => {
    expect(decode(lengthDecoder(20), [Buffer.from('hello')])).toEqual({ text: 'hello', open: true });
  });
});
