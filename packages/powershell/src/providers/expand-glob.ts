import { containsWildcards } from '../dotnet/index.ts';
import type { Session } from '../runtime/engine/session.ts';
import { asScriptError } from '../runtime/engine/statement-error.ts';
import { type Drives, drivesOf } from './drives.ts';
import { expandPath } from './expand.ts';

/** The files that a program's bare argument stands for, as the shells of Unix pass them; itself where there are none. */
export function expandGlob(session: Session, word: string): string[] {
  const { files } = session.capabilities;
  if (files && /^~(?:\/|$)/.test(word)) return [files.homeFolder + word.slice(1)];
  if (!files || !containsWildcards(word)) return [word];
  const drives = drivesOf(session);
  const found = pathsOf(drives, word).filter(({ provider }) => provider === drives.fileSystem);
  const base = `${drives.folder === '/' ? '' : drives.folder}/`;
  const isRelative = !word.startsWith('/');
  const names = found.map(({ path }) => (isRelative && path.startsWith(base) ? path.slice(base.length) : path));
  return names.length > 0 ? names.toSorted() : [word];
}

/** A word that is no path, as `-a:*` or `no[end`, stands for no files. */
function pathsOf(drives: Drives, word: string): ReturnType<typeof expandPath> {
  try {
    return expandPath(drives, word);
  } catch (error) {
    if (asScriptError(error)) return [];
    throw error;
  }
}
