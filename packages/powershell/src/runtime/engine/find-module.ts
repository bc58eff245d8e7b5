import { joinPath, leafOf, parentOf } from '../../providers/path-text.ts';
import { fullPath, isFile, readText } from './script-files.ts';
import type { Session } from './session.ts';

const extensions: readonly string[] = ['.psd1', '.psm1', '.ps1'];
const hasExtension = (path: string): boolean => /\.(?:psd1|psm1|ps1)$/i.test(path);

/** The file of a module: by a path, or by its name in the folders of PSModulePath. */
export function findModuleFile(session: Session, name: string, folder?: string): string | undefined {
  for (const file of moduleFiles(session, name, folder)) return file;
  return undefined;
}

/** All files of a module, with those of its other versions; what comes first counts where nothing is said of versions. */
export function* moduleFiles(session: Session, name: string, folder?: string): Generator<string> {
  if (!session.capabilities.files) return;
  if (/[/\\]/.test(name) || hasExtension(name)) {
    const path =
      folder && !/^([/~]|\w+:)/.test(name) ? fullPath(session, joinPath(folder, name)) : fullPath(session, name);
    if (path !== undefined) yield* filesAt(session, path);
    return;
  }
  for (const each of modulePath(session)) yield* filesAt(session, joinPath(each, name));
}

/** The folders of PSModulePath. */
export const modulePath = ({ environment }: Session): readonly string[] =>
  (environment.get('PSModulePath') ?? '').split(':').filter((folder) => folder !== '');

/** A file itself, with one of the extensions, or of the folder's own name in it and in those of its versions, the newest first. */
function* filesAt(session: Session, path: string): Generator<string> {
  if (hasExtension(path) && isFile(session, path)) return yield path;
  const beside = extensions.map((extension) => path + extension).find((each) => isFile(session, each));
  if (beside !== undefined) return yield beside;
  for (const folder of [path, ...versionFolders(session, path)]) {
    const inside = extensions.slice(0, 2).map((extension) => joinPath(folder, leafOf(path) + extension));
    const found = inside.find((each) => isFile(session, each));
    if (found !== undefined) yield found;
  }
}

function versionFolders({ capabilities }: Session, path: string): readonly string[] {
  const { files } = capabilities;
  if (files?.stat(path)?.kind !== 'folder') return [];
  const versions = files.list(path).filter((name) => /^\d+(\.\d+){1,3}$/.test(name));
  return versions.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true })).map((name) => joinPath(path, name));
}

/** The module in PSModulePath that defines a function of this name: it is loaded when the function is first called. */
export function findModuleOf(session: Session, functionName: string): string | undefined {
  const { files } = session.capabilities;
  if (!files) return undefined;
  for (const folder of modulePath(session)) {
    if (files.stat(folder)?.kind !== 'folder') continue;
    for (const name of files.list(folder)) {
      const [file] = filesAt(session, joinPath(folder, name));
      if (file !== undefined && definesFunction(session, file, functionName)) return file;
    }
  }
  return undefined;
}

function definesFunction(session: Session, file: string, name: string): boolean {
  const code = /\.psd1$/i.test(file) ? joinPath(parentOf(file), leafOf(file).replace(/psd1$/i, 'psm1')) : file;
  if (!isFile(session, code)) return false;
  const pattern = new RegExp(String.raw`^\s*(?:function|filter)\s+(?:global:)?${RegExp.escape(name)}[\s({]`, 'im');
  return pattern.test(readText(session, code));
}
