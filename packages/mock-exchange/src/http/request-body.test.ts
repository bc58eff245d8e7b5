import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HttpRefusal } from './http-refusal.ts';
import { BodyCollector } from './request-body.ts';
import { parseRequestHead } from './request-head.ts';

const head = (header: string) => parseRequestHead(`POST / HTTP/1.1\r\nHost: x\r\n${header}`);
const chunked = head('Transfer-Encoding: chunked');

/** Feeds the bytes in pieces; gives the body and what lies behind it. */
function collect(pieces: readonly Uint8Array[], collector: BodyCollector): { body: string; rest: string } {
  const rest = pieces.map((piece) => (collector.isOver ? piece : collector.push(piece)));
  expect(collector.isOver).toBe(true);
  return { body: collector.bytes().toString(), rest: Buffer.concat(rest).toString() };
}

const wire = '5;name=value\r\nhello\r\n1\r\n \r\n00A\r\nworld\r\nbye\r\n0\r\nTrailer: x\r\n\r\nGET / HTTP/1.1';
const read = { body: 'hello world\r\nbye', rest: 'GET / HTTP/1.1' };

test('chunks are joined, wherever the bytes are cut', () => {
  const bytes = Buffer.from(wire);
  for (let cut = 0; cut <= bytes.length; cut++) {
    const pieces = [bytes.subarray(0, cut), bytes.subarray(cut)];
    expect(collect(pieces, new BodyCollector(chunked, { limit: 100 }))).toEqual(read);
  }
  const single = [...bytes].map((_, index) => bytes.subarray(index, index + 1));
  expect(collect(single, new BodyCollector(chunked, { limit: 100 }))).toEqual(read);
});

test('a body of a given length ends where it says', () => {
  const collector = new BodyCollector(head('Content-Length: 5'), { limit: 5 });
  expect(collect([Buffer.from('he'), Buffer.from('lloGET')], collector)).toEqual({ body: 'hello', rest: 'GET' });
  expect(new BodyCollector(head('Accept: x'), { limit: 5 }).isOver).toBe(true);
});

const statusOf = (run: () => unknown): number | undefined => {
  try {
    run();
    return undefined;
  } catch (error) {
    return (error as HttpRefusal).status;
  }
};

test.each([
  ['no size', 'hello\r\n', 400],
  ['a negative size', '-1\r\n', 400],
  ['a size beyond 32 bits', '100000000\r\n', 400],
  ['data longer than its size', '2\r\nhello\r\n', 400],
  ['a size line that never ends', `1;${'a'.repeat(300)}`, 400],
  ['a trailer that never ends', `0\r\n${'A: b\r\n'.repeat(5000)}`, 431],
  ['more than the limit', `65\r\n${'a'.repeat(101)}\r\n`, 413],
])('%s is refused', (_name, text, status) => {
  const collector = new BodyCollector(chunked, { limit: 100 });
  expect(statusOf(() => collector.push(Buffer.from(text)))).toBe(status);
});

test('an announced length beyond the limit is refused before a byte of it has come', () => {
  expect(statusOf(() => new BodyCollector(head('Content-Length: 101'), { limit: 100 }))).toBe(413);
});

test('any bytes are a body, part of one, or refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const collector = new BodyCollector(chunked, { limit: 100 });
      expect([undefined, 400, 413, 431]).toContain(statusOf(() => collector.push(bytes)));
    }),
  );
});
