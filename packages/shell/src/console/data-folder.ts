import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the data lie when nobody says otherwise: CUTOVER_DATA, or the platform's folder for application data. */
export function defaultDataFolder(env: Environment, platform: NodeJS.Platform = process.platform): string {
  if (env['CUTOVER_DATA']) return env['CUTOVER_DATA'];
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'cutover');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'cutover');
  return join(env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'cutover');
}
