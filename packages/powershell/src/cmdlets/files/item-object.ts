import { FileSystemInfo } from '../../providers/file-system/file-info.ts';
import { providerPath } from '../../providers/location.ts';
import { leafOf } from '../../providers/path-text.ts';
import type { ItemPath } from '../../providers/provider.ts';
import { extend } from '../../runtime/values/ps-object.ts';

/** An item as cmdlets write it: with the notes that tell where it is. */
export function itemObject(item: ItemPath, value: unknown = item.provider.get(item.path)): unknown {
  if (value instanceof FileSystemInfo || typeof value !== 'object' || value === null) return value;
  const { provider, drive, path } = item;
  const members = extend(value);
  const notes = {
    PSPath: providerPath(item),
    PSDrive: drive ?? null,
    PSProvider: provider,
    PSIsContainer: provider.isContainer(path),
    PSChildName: leafOf(path),
  };
  for (const [name, note] of Object.entries(notes)) members.set({ kind: 'note', name, value: note });
  return value;
}
