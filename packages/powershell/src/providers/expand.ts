import { containsWildcards, unescapeWildcards, WildcardPattern } from '../dotnet/index.ts';
import { ScriptError } from '../runtime/errors/script-error.ts';
import type { Drives } from './drives.ts';
import { joinPath, leafOf } from './path-text.ts';
import type { ItemPath } from './provider.ts';
import { providerRecord } from './provider-errors.ts';

export interface ExpandOptions {
  /** The path is taken as it is written. */
  readonly literal?: boolean;
  /** Wildcards find hidden items, too. */
  readonly hidden?: boolean;
}

/** The items that a path stands for, wildcards expanded; one without wildcards has to be there. */
export function expandPath(drives: Drives, path: string, options: ExpandOptions = {}): readonly ItemPath[] {
  if (options.literal || !containsWildcards(path)) return [existing(drives, path, options)];
  return wildcardItems(drives, path, options);
}

/** What a path without wildcards means, whether it is there or not. */
export const plainPath = (drives: Drives, path: string, { literal }: ExpandOptions = {}): ItemPath =>
  drives.resolve(literal ? path : unescapeWildcards(path));

function existing(drives: Drives, path: string, options: ExpandOptions): ItemPath {
  const item = plainPath(drives, path, options);
  if (item.provider.exists(item.path)) return item;
  // Source: LocationGlobber, which names a literal path as it was given.
  const whole = item.provider.values && item.drive ? `${item.drive.name}:/${item.path}` : item.path;
  const shown = options.literal || item.path === '' ? path : whole;
  throw new ScriptError(providerRecord('PathNotFound', [shown], shown));
}

/** Goes down part by part; what stands before the first wildcard is taken as one. */
function wildcardItems(drives: Drives, path: string, { hidden = false }: ExpandOptions): readonly ItemPath[] {
  const parts = path.split(/[\\/]/);
  const first = parts.findIndex(containsWildcards);
  const prefix = parts.slice(0, first).join('/');
  const { start, pattern } = startOf(drives, prefix, { first, part: parts[first]! });
  let found: readonly ItemPath[] = [start];
  for (const part of [pattern, ...parts.slice(first + 1)]) {
    if (part === '') continue;
    found = found.flatMap((item) => childrenMatching(item, part, { hidden }));
  }
  return found;
}

/** `env:P*` begins at the root of its drive. */
function startOf(drives: Drives, prefix: string, { first, part }: { first: number; part: string }) {
  const onDrive = /^([^:]+:)(.*)$/s.exec(part);
  if (first === 0 && onDrive) {
    const drive = drives.resolve(onDrive[1]!);
    return { start: drive, pattern: onDrive[2]! };
  }
  const base = first === 0 ? '.' : prefix === '' ? '/' : unescapeWildcards(prefix);
  return { start: drives.resolve(base), pattern: part };
}

function childrenMatching(item: ItemPath, part: string, options: { readonly hidden: boolean }): readonly ItemPath[] {
  const { provider, drive, path } = item;
  if (!provider.isContainer(path)) return [];
  if (!containsWildcards(part)) {
    const child = childOf(item, unescapeWildcards(part));
    return provider.exists(child.path) ? [child] : [];
  }
  const pattern = new WildcardPattern(part);
  return provider
    .childNames(path, options)
    .filter((name) => pattern.isMatch(name))
    .map((name) => ({ provider, drive, path: path === '' ? name : joinPath(path, name) }));
}

/** The item of a name in a container. */
export const childOf = ({ provider, drive, path }: ItemPath, name: string): ItemPath => ({
  provider,
  drive,
  path: path === '' ? name : joinPath(path, name),
});

/** Whether `-Include` and `-Exclude` let a name through. */
export function nameFilter(
  include: readonly string[] = [],
  exclude: readonly string[] = [],
): (path: string) => boolean {
  const wanted = include.map((pattern) => new WildcardPattern(pattern));
  const unwanted = exclude.map((pattern) => new WildcardPattern(pattern));
  return (path) => {
    const name = leafOf(path);
    const isWanted = wanted.length === 0 || wanted.some((pattern) => pattern.isMatch(name));
    return isWanted && !unwanted.some((pattern) => pattern.isMatch(name));
  };
}
