import { describe, expect, test } from 'vitest';
import { exampleParts } from '../testing/contents-sync.ts';
import { hex } from '../testing/hex.ts';
import { testReplicas } from '../testing/replicas.ts';
import { readHierarchy } from './hierarchy-reader.ts';
import { decodeSyncState } from './sync-state.ts';
import { SyncStream } from './sync-stream.ts';

const prefix = 'ddccbbaaffee11002233445566778899';
const top = `${prefix}000000000004`;
// folderChange: parent (none: the top), source key, time, id, name, class. [MS-OXCFXICS] 2.2.4.3.5
const inbox = hex`03001240 0201e165 00000000 0201e065 16000000 ${prefix} 000000000011
  40000830 00d09b8cf9bfc401 14004867 0100 000000000011
  1f000130 0c000000 49006e0062006f0078000000 1f001336 12000000 4900500046002e004e006f00740065000000`;
// Without an id, below the inbox, its name in 8 bits.
const below = hex`03001240 0201e165 16000000 ${prefix} 000000000011 0201e065 16000000 ${prefix} 000000000012
  1e000130 04000000 4f6c6400`;
const { deletions, state, errorInfo } = exampleParts;

const read = (bytes: Uint8Array, cut = bytes.length) => {
  const chunks = [bytes.subarray(0, cut), bytes.subarray(cut)];
  let index = 0;
  const stream = new SyncStream(() => Promise.resolve(chunks[index++]));
  return readHierarchy(stream, { top, replicas: testReplicas });
};

describe('readHierarchy', () => {
  test('tells folders, deletions and the state, wherever the stream is cut', async () => {
    const bytes = Buffer.concat([inbox, below, deletions, state]);
    for (let cut = 0; cut <= bytes.length; cut++) {
      const changes = await read(bytes, cut);
      expect(changes.folders).toMatchObject([
        {
          id: `${prefix}000000000011`,
          parentId: top,
          displayName: 'Inbox',
          containerClass: 'IPF.Note',
          lastModified: new Date('2004-11-01T10:00:00Z'),
        },
        { id: `${prefix}000000000012`, parentId: `${prefix}000000000011`, displayName: 'Old', containerClass: '' },
      ]);
      expect(changes.deleted).toEqual([{ first: `${prefix}000000001fff`, last: `${prefix}000000001fff` }]);
      expect(decodeSyncState(changes.state).size).toBe(4);
    }
  });

  test('keeps the properties of a folder as they came', async () => {
    const { folders } = await read(Buffer.concat([inbox, state]));
    expect(Buffer.from(folders[0]!.content)).toEqual(Buffer.from(inbox.subarray(4)));
  });

  test.each([
    ['a folder that the server cannot read', [inbox, errorInfo, state], 'streamBroken'],
    ['an end before the state', [inbox], 'streamBroken'],
    ['items in a hierarchy', [exampleParts.readState, state], 'streamInvalid'],
  ])('%s ends it', async (_what, parts, code) => {
    await expect(read(Buffer.concat(parts))).rejects.toMatchObject({ code: `outlookAnywhere.${code}` });
  });
});
