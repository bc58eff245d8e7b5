import { posix } from 'node:path';
import { netError } from '../errors/script-error.ts';
import { runningSession } from '../values/running-session.ts';

const folders = new WeakMap<object, string>();

/** The folder of the process, which Set-Location leaves alone: where the session began, unless a script changed it. */
export function processFolder(): string {
  const session = runningSession();
  return folders.get(session) ?? session.capabilities.folder ?? '/';
}

/** `[Environment]::CurrentDirectory = …`. */
export function setProcessFolder(path: string): void {
  const session = runningSession();
  const folder = fullPath(path);
  if (session.capabilities.files?.stat(folder)?.kind !== 'folder')
    throw netError('System.IO.DirectoryNotFoundException', `Could not find a part of the path '${folder}'.`);
  folders.set(session, folder);
}

/** A path as .NET's file functions take it: seen from the folder of the process. */
export function fullPath(path: string): string {
  if (path === '')
    throw netError('System.ArgumentException', "The value cannot be an empty string. (Parameter 'path')");
  return posix.resolve(processFolder(), path);
}
