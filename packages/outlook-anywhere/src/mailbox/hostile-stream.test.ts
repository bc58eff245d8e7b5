import { isSdkError } from '@cutover/base';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleParts, exampleStream } from '../testing/contents-sync.ts';
import { hex } from '../testing/hex.ts';
import { testReplicas } from '../testing/replicas.ts';
import { ContentsReader } from './contents-reader.ts';
import { decodeItem } from './decode-item.ts';
import { readHierarchy } from './hierarchy-reader.ts';
import { StateTracker } from './state-tracker.ts';
import { SyncStream } from './sync-stream.ts';

const prefix = 'ddccbbaaffee11002233445566778899';
const folder = hex`03001240 0201e165 00000000 0201e065 16000000 ${prefix} 000000000011
  40000830 00d09b8cf9bfc401 14004867 0100 000000000011 1f000130 06000000 490050000000`;
const hierarchy = Buffer.concat([folder, exampleParts.deletions, exampleParts.state]);

/** Changes to a valid stream: bytes replaced, taken out or put in at places of it, then cut in two. */
const damages = fc.array(fc.record({ at: fc.nat(1000), remove: fc.nat(6), insert: fc.uint8Array({ maxLength: 6 }) }), {
  minLength: 1,
  maxLength: 4,
});

function damaged(stream: Uint8Array, changes: readonly { at: number; remove: number; insert: Uint8Array }[]): Buffer {
  let bytes = Buffer.from(stream);
  for (const { at, remove, insert } of changes) {
    const from = at % (bytes.length + 1);
    bytes = Buffer.concat([bytes.subarray(0, from), insert, bytes.subarray(from + remove)]);
  }
  return bytes;
}

function streamOf(bytes: Uint8Array, cut: number): SyncStream {
  const chunks = [bytes.subarray(0, cut % (bytes.length + 1)), bytes.subarray(cut % (bytes.length + 1))];
  let index = 0;
  return new SyncStream(() => Promise.resolve(chunks[index++]));
}

async function readContents(bytes: Uint8Array, cut: number): Promise<void> {
  const reader = new ContentsReader(streamOf(bytes, cut), testReplicas, new StateTracker(undefined, testReplicas));
  for (let change = await reader.next(); change; change = await reader.next()) {
    if (change.kind === 'item') await decodeItem(change.content);
  }
}

/** What is damaged either is read or fails as an error of ours, and always comes to an end. */
async function expectTold(work: Promise<unknown>): Promise<void> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error !== undefined && !(isSdkError(error) && error.code.startsWith('outlookAnywhere.'))) throw error;
}

describe('a damaged stream', () => {
  test('of contents is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(damages, fc.nat(1000), (changes, cut) =>
        expectTold(readContents(damaged(exampleStream, changes), cut)),
      ),
      { numRuns: 700 },
    );
  });

  test('of folders is read or refused', async () => {
    const context = { top: '0'.repeat(44), replicas: testReplicas };
    const whole = await readHierarchy(streamOf(hierarchy, 40), context);
    expect(whole.folders).toMatchObject([{ id: `${prefix}000000000011`, displayName: 'IP', parentId: context.top }]);
    await fc.assert(
      fc.asyncProperty(damages, fc.nat(1000), (changes, cut) =>
        expectTold(readHierarchy(streamOf(damaged(hierarchy, changes), cut), context)),
      ),
      { numRuns: 400 },
    );
  });

  test('of an item is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(damages, (changes) => expectTold(decodeItem([damaged(exampleParts.content, changes)]))),
      { numRuns: 400 },
    );
  });

  test('of bytes without any sense is refused', async () => {
    const anyBytes = fc.uint8Array({ maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(anyBytes, (bytes) => expectTold(readContents(bytes, 0))),
      { numRuns: 300 },
    );
  });
});
