import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** The script that every session begins with. */
export function profileFile(env: Environment, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return join(homedir(), 'Documents', 'cutover', 'profile.ps1');
  return join(env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'cutover', 'profile.ps1');
}

/** Where the lines of sessions are kept. */
export function historyFile(env: Environment, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? homedir(), 'cutover', 'history.txt');
  return join(env['XDG_STATE_HOME'] || join(homedir(), '.local', 'state'), 'cutover', 'history.txt');
}
