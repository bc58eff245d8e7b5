import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AnswerCollector } from './answer-collector.ts';

const collect = (collector: AnswerCollector, parts: readonly Uint8Array[]): Uint8Array => {
  collector.begin();
  let left = parts.reduce((sum, part) => sum + part.length, 0);
  for (const part of parts) {
    collector.add(part, left);
    left -= part.length;
  }
  return collector.take();
};

describe.each(['fresh', 'inTurn'] as const)('AnswerCollector, %s', (memory) => {
  test('an answer is its fragments one after the other, whatever came before', () => {
    const collector = new AnswerCollector({ limit: 1_000_000, memory });
    const answer = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 });
    fc.assert(
      fc.property(answer, (parts) => {
        expect(Buffer.from(collect(collector, parts))).toEqual(Buffer.concat(parts));
      }),
    );
  });

  test('the answer before stays as it was while the next one comes', () => {
    const collector = new AnswerCollector({ limit: 1000, memory });
    const first = collect(collector, [Uint8Array.of(1, 2, 3)]);
    collect(collector, [Uint8Array.of(4, 5, 6)]);
    expect([...first]).toEqual([1, 2, 3]);
  });

  test('more than the limit is refused, and a hint beyond it is not believed', () => {
    const collector = new AnswerCollector({ limit: 10, memory });
    collector.begin();
    collector.add(new Uint8Array(8), 0xffffffff);
    expect(() => collector.add(new Uint8Array(3), 3)).toThrow(expect.objectContaining({ code: 'wire.outOfRange' }));
  });
});

test('in turn, no memory is taken for answers that fit', () => {
  const collector = new AnswerCollector({ limit: 1000, memory: 'inTurn' });
  const buffers = Array.from({ length: 6 }, (_, index) => collect(collector, [Uint8Array.of(index)]).buffer);
  expect(new Set(buffers).size).toBe(2);
});
