/** Paths as text, with `/` between their parts; a backslash is one, too. Source: NavigationCmdletProvider. */

export const toSlashes = (path: string): string => path.replaceAll('\\', '/');

/** The path without `.`, `..` and doubled slashes; `..` ends at the root. */
export function normalPath(path: string): string {
  const parts: string[] = [];
  for (const part of toSlashes(path).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `${/^[\\/]/.test(path) ? '/' : ''}${parts.join('/')}`;
}

/** One path behind another, with one slash between. */
export function joinPath(parent: string, child: string): string {
  const [first, second] = [toSlashes(parent), toSlashes(child)];
  if (first === '') return second;
  if (second === '') return first.endsWith('/') ? first : `${first}/`;
  return `${first.replace(/\/+$/, '')}/${second.replace(/^\/+/, '')}`;
}

const withoutEnd = (path: string): string => (path.length > 1 ? path.replace(/\/+$/, '') || '/' : path);

/** The last part; of the root nothing. */
export const leafOf = (path: string): string => {
  const whole = withoutEnd(toSlashes(path));
  return whole.slice(whole.lastIndexOf('/') + 1);
};

/** What stands before the last part; empty where there is none. */
export function parentOf(path: string): string {
  const whole = withoutEnd(toSlashes(path));
  const slash = whole.lastIndexOf('/');
  if (slash > 0) return whole.slice(0, slash);
  return slash === 0 && whole.length > 1 ? '/' : '';
}

/** `.txt` of `a.txt`; empty where there is none. */
export const extensionOf = (name: string): string => {
  const dot = name.lastIndexOf('.');
  return dot < 0 || dot === name.length - 1 ? '' : name.slice(dot);
};

/** The way from one folder to a path, `./x` or `../x`. */
export function relativePath(from: string, to: string): string {
  const [start, end] = [partsOf(from), partsOf(to)];
  let shared = 0;
  while (shared < start.length && shared < end.length && start[shared] === end[shared]) shared++;
  const up = start.slice(shared).map(() => '..');
  const down = end.slice(shared);
  if (up.length === 0) return down.length === 0 ? '.' : `./${down.join('/')}`;
  return [...up, ...down].join('/');
}

const partsOf = (path: string): string[] => toSlashes(path).split('/').filter(Boolean);
