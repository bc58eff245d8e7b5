import type { HierarchyChanges as SourceChanges, IdRange } from '@cutover/migration';
import type { FolderChange, HierarchyChanges, WellKnownFolders } from '@cutover/outlook-anywhere';

/** What is remembered of a mailbox's tree between two syncs. */
interface TreeState {
  /** The client's own state, in base64. */
  readonly state: string;
  /** Ids of the folders that are migrated. */
  readonly folders: readonly string[];
}

const decode = (state: Uint8Array | undefined): TreeState | undefined =>
  state && (JSON.parse(Buffer.from(state).toString()) as TreeState);

/** The client's state inside of a tree's state. */
export function clientState(state: Uint8Array | undefined): Uint8Array | undefined {
  const tree = decode(state);
  return tree && Buffer.from(tree.state, 'base64');
}

/**
 * Keeps what users see, the folders below the top of the personal folders, out of a sync of the whole mailbox: views, search folders and
 * the like beside it belong to the old server. A folder that left that part of the tree counts as deleted.
 */
export function visibleChanges(
  changes: HierarchyChanges,
  options: { before: Uint8Array | undefined; wellKnown: WellKnownFolders },
): SourceChanges {
  const { ipmSubtree } = options.wellKnown;
  const known = new Set(decode(options.before)?.folders);
  const roles = rolesOf(options.wellKnown);
  const left: string[] = [];
  const visible = changes.folders.filter(({ id, parentId }) => {
    if (parentId === ipmSubtree || known.has(parentId)) return known.add(id);
    if (known.delete(id)) left.push(id);
    return false;
  });
  for (const id of known) if (isIn(changes.deleted, id)) known.delete(id);
  const state: TreeState = { state: Buffer.from(changes.state).toString('base64'), folders: [...known] };
  return {
    folders: visible.map((folder) => toSourceFolder(folder, { ipmSubtree, role: roles.get(folder.id) })),
    deleted: [...changes.deleted, ...left.map((id) => ({ first: id, last: id }))],
    state: Buffer.from(JSON.stringify(state)),
  };
}

const isIn = (ranges: readonly IdRange[], id: string): boolean =>
  ranges.some(({ first, last }) => first <= id && id <= last);

const rolesOf = (wellKnown: WellKnownFolders): Map<string, string> =>
  new Map(Object.entries(wellKnown).map(([role, id]: [string, string]) => [id, role]));

function toSourceFolder(
  { id, parentId, displayName, containerClass, content }: FolderChange,
  { ipmSubtree, role }: { ipmSubtree: string; role: string | undefined },
): SourceChanges['folders'][number] {
  const parent = parentId === ipmSubtree ? undefined : parentId;
  return { id, parentId: parent, name: displayName, containerClass, role, properties: content };
}
