import { DatabaseSync } from 'node:sqlite';
import { applySchema } from '@cutover/migration';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { limits } from '../limits.ts';
import { type ContentStore, createContentStore } from './content-store.ts';
import { cloudSchema } from './schema.ts';
import { createUnitOfWork } from './sqlite-unit-of-work.ts';

let database: DatabaseSync;
beforeEach(() => {
  database = new DatabaseSync(':memory:');
  applySchema(database, cloudSchema);
});

const open = (): ContentStore => createContentStore(database, createUnitOfWork(database));
const chunks = (): number => (database.prepare('SELECT count(*) AS count FROM content_chunk').get() as never)['count'];
const pattern = (length: number): Buffer =>
  Buffer.from(Uint8Array.from({ length }, (_, index) => (index * 7 + (index >> 8)) & 255));

function store(contents: ContentStore, pieces: readonly Uint8Array[], expectedSize = 0): number {
  const content = contents.stage({ expectedSize });
  for (const piece of pieces) {
    const passing = Buffer.from(piece);
    content.write(passing);
    passing.fill(0xee);
  }
  return content.adopt();
}

describe('a content', () => {
  test('comes back as it was written, whatever its pieces and whatever size was expected', () => {
    const contents = open();
    const piece = fc.integer({ min: 0, max: 300_000 });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.integer({ min: 0, max: 2_000_000 }), (lengths, expected) => {
        const pieces = lengths.map(pattern);
        const read = [...contents.read(store(contents, pieces, expected))];
        expect(Buffer.concat(read).equals(Buffer.concat(pieces))).toBe(true);
        expect(read.every(({ length }) => length > 0 && length <= limits.chunkBytes)).toBe(true);
        expect(read.length).toBe(Math.ceil(Buffer.concat(pieces).length / limits.chunkBytes));
      }),
      { numRuns: 25 },
    );
  });

  test('that is long is written while it comes, and is gone if nobody adopts it', () => {
    const contents = open();
    const kept = store(contents, [pattern(10)]);
    const content = contents.stage({ expectedSize: 0 });
    for (let written = 0; written < 3_000_000; written += 100_000) content.write(pattern(100_000));
    expect(chunks()).toBeGreaterThan(8);
    content.discard();
    expect(chunks()).toBe(1);
    expect(Buffer.concat([...contents.read(kept)])).toEqual(pattern(10));
  });

  test('that a broken run has left is swept at the next start; adopted ones stay', () => {
    const before = open();
    const long = Array.from({ length: 20 }, () => pattern(200_000));
    const adopted = store(before, long);
    const abandoned = before.stage({ expectedSize: 0 });
    for (const piece of long) abandoned.write(piece);
    const after = open();
    after.sweep();
    expect(Buffer.concat([...after.read(adopted)]).equals(Buffer.concat(long))).toBe(true);
    expect(chunks()).toBe(Math.ceil(4_000_000 / limits.chunkBytes));
    const next = store(after, [pattern(5)]);
    expect(next).toBeGreaterThan(adopted);
    expect(Buffer.concat([...after.read(next)])).toEqual(pattern(5));
  });

  test('that is removed leaves nothing', () => {
    const contents = open();
    contents.remove(store(contents, [pattern(600_000)]));
    expect(chunks()).toBe(0);
  });
});
