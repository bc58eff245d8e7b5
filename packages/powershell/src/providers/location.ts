import type { Drive } from './drive.ts';
import type { ItemPath } from './provider.ts';

/** The path as people write it: with the drive's name where it is not the file system's own root. */
export function shownPath({ drive, provider, path }: ItemPath): string {
  if (!drive || drive.name === '/') return drive ? path : providerPath({ provider, path });
  const inside = drive.root === '/' ? path : path.slice(drive.root.length);
  return `${drive.name}:/${inside.replace(/^\//, '')}`;
}

/** `Microsoft.PowerShell.Core\FileSystem::/a/b`. */
export const providerPath = ({ provider, path }: Pick<ItemPath, 'provider' | 'path'>): string =>
  `Microsoft.PowerShell.Core\\${provider.name}::${path}`;

/** A place that a session is or was in. Source: System.Management.Automation.PathInfo. */
export class PathInfo {
  readonly typeName = 'System.Management.Automation.PathInfo';
  readonly item: ItemPath;

  constructor(item: ItemPath) {
    this.item = item;
  }

  get drive(): Drive | undefined {
    return this.item.drive;
  }

  get path(): string {
    return shownPath(this.item);
  }

  text(): string {
    return this.path;
  }
}
