import type { FolderChange, HierarchyChanges, WellKnownFolders } from '@cutover/outlook-anywhere';
import { expect, test } from 'vitest';
import { clientState, visibleChanges } from './folder-tree.ts';

const wellKnown = { root: 'root', ipmSubtree: 'top', inbox: 'in' } as WellKnownFolders;

const folder = (id: string, parentId: string): FolderChange => ({
  id,
  parentId,
  displayName: id,
  containerClass: '',
  lastModified: undefined,
  content: new Uint8Array(),
});

const sync = (folders: FolderChange[], before?: Uint8Array, deleted: HierarchyChanges['deleted'] = []) =>
  visibleChanges({ folders, deleted, state: Buffer.from('client') }, { before, wellKnown });

const shown = ({ folders }: ReturnType<typeof sync>) => folders.map(({ id, parentId, role }) => [id, parentId, role]);

const first = sync([
  folder('views', 'root'),
  folder('top', 'root'),
  folder('in', 'top'),
  folder('sub', 'in'),
  folder('of views', 'views'),
]);

test('what users see is kept, below the top, each with its part in the mailbox', () => {
  expect(shown(first)).toEqual([
    ['in', undefined, 'inbox'],
    ['sub', 'in', undefined],
  ]);
  expect(Buffer.from(clientState(first.state)!).toString()).toBe('client');
  expect(clientState(undefined)).toBeUndefined();
});

test('a later sync knows where a changed folder belongs', () => {
  const later = sync([folder('new', 'sub'), folder('hidden', 'of views')], first.state);
  expect(shown(later)).toEqual([['new', 'sub', undefined]]);
});

test('a folder moved out of sight counts as deleted, and what is deleted is forgotten', () => {
  const moved = sync([folder('sub', 'views')], first.state);
  expect(moved).toMatchObject({ folders: [], deleted: [{ first: 'sub', last: 'sub' }] });
  const gone = sync([], first.state, [{ first: 'in', last: 'in' }]);
  expect(shown(sync([folder('below', 'in')], gone.state))).toEqual([]);
});
