import { containsWildcards } from '../dotnet/index.ts';
import { drivesOf } from '../providers/drives.ts';
import { expandPath } from '../providers/expand.ts';
import { leafOf } from '../providers/path-text.ts';
import type { Session } from '../runtime/engine/session.ts';
import { byName, type CompletionMatch, type Found } from './completion.ts';

/** Files and folders, and the items of other drives. */
export function completePath(session: Session, word: string): Found | undefined {
  if (!session.capabilities.files && !/^\w+:/.test(word)) return undefined;
  const typed = word.replace(/^['"]/, '').replaceAll('\\', '/');
  const folder = typed.slice(0, typed.lastIndexOf('/') + 1);
  const home = session.capabilities.files?.homeFolder ?? '~';
  const pattern = `${typed.replace(/^~(?=\/)/, home)}${containsWildcards(typed) ? '' : '*'}`;
  try {
    const items = expandPath(drivesOf(session), pattern === '*' ? './*' : pattern);
    const matches = items.map(({ provider, path }) =>
      match(folder === '' ? './' : folder, path, provider.isContainer(path)),
    );
    return { length: word.length, matches: matches.toSorted((a, b) => byName(a.list, b.list)) };
  } catch {
    // A drive or folder that is not there has nothing in it.
    return { length: word.length, matches: [] };
  }
}

function match(folder: string, path: string, isContainer: boolean): CompletionMatch {
  const name = leafOf(path);
  const text = folder + name;
  return {
    text: /[\s'`$;&(){}[\],@#]/.test(text) ? `'${text.replaceAll("'", "''")}'` : text,
    list: name,
    type: isContainer ? 'ProviderContainer' : 'ProviderItem',
    tip: path,
  };
}
