import { drivesOf } from '../../providers/drives.ts';
import { leafOf } from '../../providers/path-text.ts';
import { locateParseError } from '../errors/parse-exception.ts';
import { isScriptError } from '../errors/is-script-error.ts';
import { ScriptSource } from '../errors/script-position.ts';
import type { ScriptFile } from './command.ts';
import type { Session } from './session.ts';
import { decodeScript } from '../../syntax/decode-script.ts';

/** A script file by a path with a folder in it, with or without `.ps1`; by a name alone it is looked for in PATH. */
export function findScript(session: Session, name: string): ScriptFile | undefined {
  if (!session.capabilities.files || name === '') return undefined;
  const path = scriptPath(session, name);
  return path === undefined ? undefined : loadScript(session, path);
}

/** Reads and compiles a file; what is wrong with its text is thrown. */
export function loadScript(session: Session, path: string): ScriptFile {
  const text = readText(session, path);
  try {
    const { code } = session.compile(text, path);
    return { kind: 'script', name: leafOf(path), path, code };
  } catch (error) {
    if (isScriptError(error)) locateParseError(error.record, new ScriptSource(text, path));
    throw error;
  }
}

export function readText({ capabilities }: Session, path: string): string {
  return decodeScript(capabilities.files!.read(path));
}

function scriptPath(session: Session, name: string): string | undefined {
  const names = /\.ps1$/i.test(name) ? [name] : [`${name}.ps1`];
  if (/[/\\]/.test(name)) return names.map((each) => fullPath(session, each)).find((each) => isFile(session, each));
  const folders = (session.environment.get('PATH') ?? '').split(':').filter((folder) => folder !== '');
  return folders.flatMap((folder) => names.map((each) => `${folder}/${each}`)).find((each) => isFile(session, each));
}

/** A path of the file system in full; undefined for one of another drive. */
export function fullPath(session: Session, path: string): string | undefined {
  try {
    const item = drivesOf(session).resolve(path);
    return item.provider.name === 'FileSystem' ? item.path : undefined;
  } catch {
    // A drive that does not exist has no files.
    return undefined;
  }
}

export const isFile = ({ capabilities }: Session, path: string | undefined): path is string =>
  path !== undefined && capabilities.files?.stat(path)?.kind === 'file';
