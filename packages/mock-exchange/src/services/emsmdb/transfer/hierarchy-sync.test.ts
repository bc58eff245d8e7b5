import { pidTag } from '@cutover/wire/properties';
import { syncFlag } from '@cutover/wire/rop';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { globalId } from '@cutover/wire/ics';
import { counterIn, sourceOf, type SyncedFolder, textIn } from '../testing/read-sync.ts';
import { signIn, startStore, type StoreClient, type StoreFixture } from '../testing/store-client.ts';
import { everyFlag, syncFolder, type SyncRequest } from '../testing/sync-client.ts';

let fixture: StoreFixture;
let client: StoreClient;
let root: number;
let inbox: number;

beforeEach(async () => {
  fixture = startStore();
  const signedIn = await signIn(fixture);
  ({ client } = signedIn);
  inbox = fixture.ann.wellKnown('inbox');
  root = await client.openFolder(signedIn.logon, fixture.ann.wellKnown('ipmSubtree'));
});

const sync = (request: SyncRequest = {}): Promise<SyncedFolder> =>
  syncFolder(client, root, { kind: 'hierarchy', ...request });
const names = ({ changes }: SyncedFolder): unknown[] => changes.map(({ header }) => textIn(header, pidTag.displayName));

describe('a hierarchy sync', () => {
  test('brings parents before children, the topmost without a parent key', async () => {
    const child = fixture.ann.createFolder(inbox, { name: 'child' });
    const { changes, state } = await sync();
    const byId = new Map(changes.map(({ header }) => [sourceOf(header).counter, header]));
    expect(byId.get(inbox)!.get(pidTag.parentSourceKey)!.length).toBe(0);
    expect(globalId.decode(byId.get(child.id)!.get(pidTag.parentSourceKey)!).counter).toBe(inbox);
    expect([...byId.keys()].indexOf(inbox)).toBeLessThan([...byId.keys()].indexOf(child.id));
    expect(counterIn(byId.get(child.id)!, pidTag.folderId)).toBe(child.id);
    expect([...state.keys()]).toEqual([0x40170003, 0x67960102]);
  });

  test('tells the parent id only without foreign identifiers', async () => {
    const withIds = await sync();
    const without = await sync({ flags: everyFlag & ~syncFlag.noForeignIdentifiers });
    expect(withIds.changes.every(({ header }) => header.has(pidTag.parentFolderId))).toBe(true);
    expect(without.changes.some(({ header }) => header.has(pidTag.parentFolderId))).toBe(false);
  });

  test('then brings what is new, renamed or moved, and tells what is gone', async () => {
    const [a, b] = [fixture.ann.createFolder(inbox, { name: 'a' }), fixture.ann.createFolder(inbox, { name: 'b' })];
    const { state } = await sync();
    expect(await sync({ state })).toMatchObject({ changes: [], deleted: [] });
    fixture.ann.renameFolder(a.id, 'renamed');
    fixture.ann.createFolder(a.id, { name: 'new' });
    fixture.ann.deleteFolder(b.id);
    const changes = await sync({ state });
    expect([names(changes), changes.deleted]).toEqual([['renamed', 'new'], [b.id]]);
    fixture.ann.moveFolder(a.id, fixture.ann.wellKnown('drafts'));
    const moved = await sync({ state: changes.state });
    expect([names(moved), moved.deleted]).toEqual([['renamed'], []]);
  });

  test('messages that come and go change no folder', async () => {
    const { state } = await sync();
    fixture.ann.deliver(inbox, { content: { properties: [], recipients: [], attachments: [] } });
    expect((await sync({ state })).changes).toEqual([]);
  });
});

/** What a client holds of a folder tree: names and parents by id. */
class Tree {
  readonly folders = new Map<number, { name: string; parent: number }>();
  state: SyncedFolder['state'] | undefined;

  apply({ changes, deleted, state }: SyncedFolder, top: number): void {
    for (const id of deleted) expect(this.folders.delete(id), `deleted ${id} was there`).toBe(true);
    for (const { header } of changes) {
      const key = header.get(pidTag.parentSourceKey)!;
      const parent = key.length === 0 ? top : globalId.decode(key).counter;
      expect(parent === top || this.folders.has(parent), 'a parent comes before its children').toBe(true);
      this.folders.set(sourceOf(header).counter, { name: textIn(header, pidTag.displayName)!, parent });
    }
    this.state = state;
  }
}

type Step = {
  readonly kind: 'create' | 'rename' | 'move' | 'delete' | 'sync';
  readonly pick: number;
  readonly other: number;
};

const anyStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('create', 'create', 'rename', 'move', 'delete', 'sync'),
  pick: fc.nat(1000),
  other: fc.nat(1000),
});

/** Does to the folders what a step says; a folder that cannot be moved there stays. */
function mutate({ ann }: StoreFixture, top: number, { kind, pick, other }: Step): void {
  const folders = ann.descendants(top);
  const folder = folders[pick % folders.length]!;
  try {
    if (kind === 'create') ann.createFolder(folder.id, { name: `folder ${other}` });
    if (kind === 'rename') ann.renameFolder(folder.id, `renamed ${other}`);
    if (kind === 'move') ann.moveFolder(folder.id, folders[other % folders.length]!.id);
    if (kind === 'delete') ann.deleteFolder(folder.id);
  } catch (error) {
    // A name that is taken, a folder of every mailbox, a folder into itself.
    expect(error).toMatchObject({ code: expect.stringMatching(/^store\./) });
  }
}

test('whatever happens to the folders, a client that applies the syncs holds the same tree', async () => {
  const property = fc.asyncProperty(fc.array(anyStep, { maxLength: 40 }), async (steps) => {
    const store = startStore();
    const signedIn = await signIn(store);
    const top = store.ann.wellKnown('ipmSubtree');
    const handle = await signedIn.client.openFolder(signedIn.logon, top);
    const tree = new Tree();
    for (const step of [...steps, { kind: 'sync', pick: 0, other: 0 } as const]) {
      if (step.kind !== 'sync') mutate(store, top, step);
      else tree.apply(await syncFolder(signedIn.client, handle, { kind: 'hierarchy', state: tree.state }), top);
    }
    const expected = store.ann
      .descendants(top)
      .map(({ id, name, parentId }) => [id, { name, parent: parentId! }] as const);
    expect(tree.folders).toEqual(new Map(expected));
    expect((await syncFolder(signedIn.client, handle, { kind: 'hierarchy', state: tree.state })).changes).toEqual([]);
  });
  await fc.assert(property, { numRuns: 50 });
});
