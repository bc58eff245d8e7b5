import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyProperty, parseChunks, produceChunks } from '../testing/fast-transfer.ts';
import { type EncodedProperty, FastTransferProducer } from './fast-transfer-producer.ts';
import { marker } from './marker.ts';
import { contentsSync } from './vectors/contents-sync.ts';

const join = (chunks: Iterable<Uint8Array>): Uint8Array => Uint8Array.from(Buffer.concat([...chunks]));

describe('FastTransferProducer', () => {
  test('writes the worked contentsSync again, byte for byte', () => {
    const bytes = join(produceChunks(parseChunks([contentsSync]), 1000));
    expect(bytes).toEqual(contentsSync);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      '5a9b24d38f0681057124178e3351eb1eafb4bb8fa6e45e085c02dd9c7f5d49dc',
    );
  });

  test('gives the same bytes for every size of chunk that holds its longest atom', () => {
    const parts = parseChunks([contentsSync]);
    for (let size = 39; size < contentsSync.length; size++) {
      expect(join(produceChunks(parts, size))).toEqual(contentsSync);
    }
  });

  test('never cuts an atom: a head, a length, a fixed value or a marker starts and ends in one chunk', () => {
    const [name, text] = ['0b001280', '1f003700'];
    const chunks = produceChunks(parseChunks([contentsSync]), 40).map((chunk) => Buffer.from(chunk).toString('hex'));
    const named = chunks.find((chunk) => chunk.includes(name));
    expect(named).toContain(`${name}0820060000000000c00000000000004600068500000`.slice(0, 50));
    expect(chunks.some((chunk) => chunk.includes(text))).toBe(true);
    expect(chunks.every((chunk) => chunk.length <= 80)).toBe(true);
  });

  test('reads a long value only as far as there is room', () => {
    let read = 0;
    const pieces = function* () {
      for (; read < 100; read++) yield new Uint8Array(1000);
    };
    const producer = new FastTransferProducer([{ tag: 0x37010102, value: { length: 100_000, read: pieces } }]);
    expect(producer.fill(new Uint8Array(5000))).toBe(5000);
    expect(read).toBeLessThanOrEqual(5);
    expect(producer.done).toBe(false);
  });

  test('a value that gives fewer bytes than it promised is an error', () => {
    const value = { length: 10, read: () => [new Uint8Array(9)] };
    expect(() => produceChunks([{ tag: 0x37010102, value }], 100)).toThrow(/wire.unexpected: 9 bytes instead of 10/);
  });

  test('says by 0 that not even the next atom fits', () => {
    const producer = new FastTransferProducer([marker.startEmbed]);
    expect(producer.fill(new Uint8Array(3))).toBe(0);
    expect(producer.done).toBe(false);
    expect(producer.fill(new Uint8Array(4))).toBe(4);
    expect(producer.done).toBe(true);
  });

  test('close ends the generator behind it', () => {
    let ended = false;
    const parts = function* (): Generator<EncodedProperty> {
      try {
        for (;;) yield { tag: 0x00370102, value: new Uint8Array(8) };
      } finally {
        ended = true;
      }
    };
    const producer = new FastTransferProducer(parts());
    producer.fill(new Uint8Array(20));
    producer.close();
    expect([producer.done, ended]).toEqual([true, true]);
  });

  test('lazy values and whole ones give the same stream', () => {
    const property = fc.property(anyProperty, fc.integer({ min: 60, max: 90 }), (one, size) => {
      if (one.tag % 0x10000 !== 0x0102) return;
      const bytes = one.value as Uint8Array;
      const lazy = { ...one, value: { length: bytes.length, read: () => [bytes.subarray(0, 7), bytes.subarray(7)] } };
      expect(join(produceChunks([lazy], size))).toEqual(join(produceChunks([one], size)));
    });
    fc.assert(property);
  });
});
