import { pidTag } from '@cutover/wire/properties';
import { syncFlag } from '@cutover/wire/rop';
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
