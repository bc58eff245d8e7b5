import type { SqlDatabase, StagedContent, UnitOfWork } from '@cutover/migration';
import { limits } from '../limits.ts';
import { createSlabPool, type Lease, type SlabPool } from './slab-pool.ts';

// A content's chunks have the keys from number × 65,536 on: room for 16 GB in chunks of 256 KB.
const keysPerContent = 65_536;

/** Bytes of any length in chunks, written once. What no item refers to yet is staged. */
export interface ContentStore {
  /** Begins a content. What is long is written at once, in transactions of its own; do not call `write` inside of one. */
  stage(options: { expectedSize: number }): ContentWriter;
  /** The chunks of a content in their order; each is read when it is asked for. */
  read(content: number): Iterable<Uint8Array>;
  remove(content: number): void;
  /** Removes what a broken run has staged and nobody adopted. */
  sweep(): void;
}

export interface ContentWriter extends StagedContent {
  /** Makes the content lasting and gives its number; inside the transaction that refers to it. */
  adopt(): number;
}

type Statements = ReturnType<typeof prepareContents>;

const prepareContents = (database: SqlDatabase) => ({
  last: database.prepare('SELECT max(key) AS key FROM content_chunk'),
  insert: database.prepare('INSERT INTO content_chunk VALUES (?, ?)'),
  get: database.prepare('SELECT bytes FROM content_chunk WHERE key = ?'),
  remove: database.prepare('DELETE FROM content_chunk WHERE key BETWEEN ? AND ?'),
  mark: database.prepare('INSERT INTO staged_content VALUES (?)'),
  unmark: database.prepare('DELETE FROM staged_content WHERE content = ?'),
  staged: database.prepare('SELECT content FROM staged_content'),
});

export function createContentStore(database: SqlDatabase, unitOfWork: UnitOfWork): ContentStore {
  const statements = prepareContents(database);
  const pool = createSlabPool();
  const { key } = statements.last.get() as { key: number | null };
  let next = key === null ? 1 : Math.floor(key / keysPerContent) + 1;
  const remove = (content: number): void => {
    const first = content * keysPerContent;
    statements.remove.run(first, first + keysPerContent - 1);
  };
  const discard = (content: number): void => {
    remove(content);
    statements.unmark.run(content);
  };
  return {
    remove,
    stage: ({ expectedSize }) =>
      new ChunkedContent({ expectedSize, number: next++, statements, unitOfWork, discard, pool }),
    read: (content) => readChunks(statements, content * keysPerContent),
    sweep: () =>
      unitOfWork.transaction(() => {
        for (const { content } of statements.staged.all() as { content: number }[]) discard(content);
      }),
  };
}

function* readChunks(statements: Statements, first: number): Generator<Uint8Array> {
  for (let key = first; key < first + keysPerContent; key++) {
    const row = statements.get.get(key) as { bytes: Uint8Array } | undefined;
    if (row === undefined) return;
    yield row.bytes;
  }
}

interface ChunkedContentOptions {
  expectedSize: number;
  number: number;
  statements: Statements;
  unitOfWork: UnitOfWork;
  discard: (content: number) => void;
  pool: SlabPool;
}

/** A chunk that is being filled, or waits to be written. */
interface Chunk {
  readonly lease: Lease;
  filled: number;
}

/** Gathers chunks in memory; spills them into the database when they get too many. */
class ChunkedContent implements ContentWriter {
  readonly #options: ChunkedContentOptions;
  #chunks: Chunk[] = [];
  #current: Chunk;
  #written = 0;
  #spilled = false;
  #size = 0;

  constructor(options: ChunkedContentOptions) {
    this.#options = options;
    this.#current = this.#newChunk(options.expectedSize);
  }

  get size(): number {
    return this.#size;
  }

  write(bytes: Uint8Array): void {
    this.#size += bytes.length;
    let rest = bytes;
    while (rest.length > 0) rest = rest.subarray(this.#append(rest));
    if (this.#chunks.length >= limits.chunksInMemory) this.#spill();
  }

  finish(): void {
    this.#current.lease.shrink(this.#current.filled);
  }

  adopt(): number {
    const { number, statements } = this.#options;
    this.#chunks.push(this.#current);
    this.#insertChunks();
    if (this.#spilled) statements.unmark.run(number);
    return number;
  }

  discard(): void {
    for (const { lease } of [...this.#chunks, this.#current]) lease.release();
    this.#chunks = [];
    const { unitOfWork, discard, number } = this.#options;
    if (this.#spilled) unitOfWork.transaction(() => discard(number));
    this.#spilled = false;
  }

  /** Copies as much as the present chunk has room for. */
  #append(bytes: Uint8Array): number {
    if (this.#current.filled === limits.chunkBytes) this.#nextChunk(bytes.length);
    else this.#makeRoom(bytes.length);
    const { lease, filled } = this.#current;
    const taken = Math.min(bytes.length, lease.bytes.length - filled);
    lease.bytes.set(taken === bytes.length ? bytes : bytes.subarray(0, taken), filled);
    this.#current.filled += taken;
    return taken;
  }

  #nextChunk(length: number): void {
    this.#chunks.push(this.#current);
    this.#current = this.#newChunk(Math.max(length, this.#options.expectedSize - this.#size));
  }

  #makeRoom(more: number): void {
    const { lease, filled } = this.#current;
    const { length } = lease.bytes;
    if (filled + more <= length || length === limits.chunkBytes) return;
    this.#current = this.#newChunk(Math.max(filled + more, 2 * length));
    this.#current.lease.bytes.set(lease.bytes.subarray(0, filled));
    this.#current.filled = filled;
    lease.release();
  }

  #newChunk(length: number): Chunk {
    return { lease: this.#options.pool.lend(Math.min(Math.max(length, 0), limits.chunkBytes)), filled: 0 };
  }

  #spill(): void {
    const { unitOfWork, statements, number } = this.#options;
    unitOfWork.transaction(() => {
      if (!this.#spilled) statements.mark.run(number);
      this.#insertChunks();
    });
    this.#spilled = true;
  }

  #insertChunks(): void {
    const { number, statements } = this.#options;
    for (const { lease, filled } of this.#chunks) {
      if (filled > 0) statements.insert.run(number * keysPerContent + this.#written++, lease.bytes.subarray(0, filled));
      lease.release();
    }
    this.#chunks = [];
  }
}
