import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AnswerCollector, BufferPair } from './answer-collector.ts';

const collect = (
  collector: AnswerCollector,
  pair: BufferPair | undefined,
  parts: readonly Uint8Array[],
): Uint8Array => {
  collector.begin(pair);
  let left = parts.reduce((sum, part) => sum + part.length, 0);
  for (const part of parts) {
    collector.add(part, left);
    left -= part.length;
  }
  return collector.take();
};

const memories: [whose: string, memory: () => BufferPair | undefined][] = [
  ['the caller', () => undefined],
  ['a pair', () => new BufferPair()],
];

describe.each(memories)('AnswerCollector, memory of %s', (_whose, memory) => {
  test('an answer is its fragments one after the other, whatever came before', () => {
    const collector = new AnswerCollector({ limit: 1_000_000 });
    const pair = memory();
    const answer = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 });
    fc.assert(
      fc.property(answer, (parts) => {
        expect(Buffer.from(collect(collector, pair, parts))).toEqual(Buffer.concat(parts));
      }),
    );
  });

  test('the answer before stays as it was while the next one comes', () => {
    const collector = new AnswerCollector({ limit: 1000 });
    const pair = memory();
    const first = collect(collector, pair, [Uint8Array.of(1, 2, 3)]);
    collect(collector, pair, [Uint8Array.of(4, 5, 6)]);
    expect([...first]).toEqual([1, 2, 3]);
  });

  test('more than the limit is refused, and a hint beyond it is not believed', () => {
    const collector = new AnswerCollector({ limit: 10 });
    collector.begin(memory());
    collector.add(new Uint8Array(8), 0xffffffff);
    expect(() => collector.add(new Uint8Array(3), 3)).toThrow(expect.objectContaining({ code: 'wire.outOfRange' }));
  });
});

test('a pair takes no memory for answers that fit', () => {
  const collector = new AnswerCollector({ limit: 1000 });
  const pair = new BufferPair();
  const buffers = Array.from({ length: 6 }, (_, index) => collect(collector, pair, [Uint8Array.of(index)]).buffer);
  expect(new Set(buffers).size).toBe(2);
});

test('answers of others, kept or of another pair, do not disturb those of a pair', () => {
  const collector = new AnswerCollector({ limit: 1000 });
  const [pair, other] = [new BufferPair(), new BufferPair()];
  const first = collect(collector, pair, [Uint8Array.of(1)]);
  const kept = [undefined, other, undefined, other].map((memory, index) =>
    collect(collector, memory, [Uint8Array.of(10 + index)]),
  );
  const second = collect(collector, pair, [Uint8Array.of(2)]);
  expect([first, ...kept, second].map(([byte]) => byte)).toEqual([1, 10, 11, 12, 13, 2]);
});
