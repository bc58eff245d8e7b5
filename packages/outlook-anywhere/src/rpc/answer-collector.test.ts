import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AnswerCollector, type AnswerMemory } from './answer-collector.ts';

const collect = (collector: AnswerCollector, memory: AnswerMemory, parts: readonly Uint8Array[]): Uint8Array => {
  collector.begin(memory);
  let left = parts.reduce((sum, part) => sum + part.length, 0);
  for (const part of parts) {
    collector.add(part, left);
    left -= part.length;
  }
  return collector.take();
};

describe.each(['fresh', 'inTurn'] as const)('AnswerCollector, %s', (memory) => {
  test('an answer is its fragments one after the other, whatever came before', () => {
    const collector = new AnswerCollector({ limit: 1_000_000 });
    const answer = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 });
    fc.assert(
      fc.property(answer, (parts) => {
        expect(Buffer.from(collect(collector, memory, parts))).toEqual(Buffer.concat(parts));
      }),
    );
  });

  test('the answer before stays as it was while the next one comes', () => {
    const collector = new AnswerCollector({ limit: 1000 });
    const first = collect(collector, memory, [Uint8Array.of(1, 2, 3)]);
    collect(collector, memory, [Uint8Array.of(4, 5, 6)]);
    expect([...first]).toEqual([1, 2, 3]);
  });

  test('more than the limit is refused, and a hint beyond it is not believed', () => {
    const collector = new AnswerCollector({ limit: 10 });
    collector.begin(memory);
    collector.add(new Uint8Array(8), 0xffffffff);
    expect(() => collector.add(new Uint8Array(3), 3)).toThrow(expect.objectContaining({ code: 'wire.outOfRange' }));
  });
});

test('in turn, no memory is taken for answers that fit', () => {
  const collector = new AnswerCollector({ limit: 1000 });
  const buffers = Array.from({ length: 6 }, (_, index) => collect(collector, 'inTurn', [Uint8Array.of(index)]).buffer);
  expect(new Set(buffers).size).toBe(2);
});

test('answers that are kept do not disturb those that come in turn', () => {
  const collector = new AnswerCollector({ limit: 1000 });
  const first = collect(collector, 'inTurn', [Uint8Array.of(1)]);
  const kept = Array.from({ length: 3 }, (_, index) => collect(collector, 'fresh', [Uint8Array.of(10 + index)]));
  const second = collect(collector, 'inTurn', [Uint8Array.of(2)]);
  expect([first, ...kept, second].map(([byte]) => byte)).toEqual([1, 10, 11, 12, 2]);
});
