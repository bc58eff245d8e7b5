import { createHash } from 'node:crypto';
import { lstatSync, realpathSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { cloudErrors } from '../errors.ts';
import { makeFolder } from '../make-folder.ts';

// What sun_path holds on the strictest system (macOS: 104 bytes with the closing zero).
const longestSocketPath = 100;

/**
 * Where the service of a data folder listens: a socket in the folder itself; beside other sockets of the same user
 * when the folder's path is too long for the system; a named pipe on Windows.
 */
export function serviceAddress(dataFolder: string): string {
  const folder = realpathSync(dataFolder);
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\cutover-${name}`;
  const inside = join(folder, 'service.sock');
  return Buffer.byteLength(inside) <= longestSocketPath ? inside : join(ownSocketFolder(), `${name}.sock`);
}

/** A folder that nobody else may enter: others can write to the one above it. */
function ownSocketFolder(): string {
  const { uid } = userInfo();
  const folder = join(tmpdir(), `cutover-${uid}`);
  makeFolder(folder);
  const { mode, uid: owner } = lstatSync(folder);
  if (owner !== uid || (mode & 0o077) !== 0) throw cloudErrors.socketFolderOpen({ folder });
  return folder;
}
