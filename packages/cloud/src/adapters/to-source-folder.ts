import type { SourceFolder } from '@cutover/migration';
import type { FolderChange, WellKnownFolders } from '@cutover/outlook-anywhere';

/** A folder of the source as the migration knows it; `itemCount` where it was counted. */
export function toSourceFolder(
  { id, parentId, displayName, containerClass, content }: FolderChange,
  { wellKnown, itemCount }: { wellKnown: WellKnownFolders; itemCount: number | undefined },
): SourceFolder {
  const parent = parentId === wellKnown.ipmSubtree ? undefined : parentId;
  const role = Object.entries(wellKnown).find(([, known]: [string, string]) => known === id)?.[0];
  return { id, parentId: parent, name: displayName, containerClass, role, itemCount, properties: content };
}
