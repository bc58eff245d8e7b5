import { expect, test } from 'vitest';
import { defaultDataFolder } from './data-folder.ts';

test.each([
  [{ CUTOVER_DATA: '/here', XDG_DATA_HOME: '/xdg' }, 'linux', '/here'],
  [{ XDG_DATA_HOME: '/xdg' }, 'linux', '/xdg/cutover'],
  [{ XDG_DATA_HOME: '' }, 'linux', /\/\.local\/share\/cutover$/],
  [{}, 'darwin', /\/Library\/Application Support\/cutover$/],
  [{ LOCALAPPDATA: 'C:/Local' }, 'win32', /^C:[/\\]Local[/\\]cutover$/],
] as const)('%j on %s', (env, platform, expected) => {
  const folder = defaultDataFolder(env, platform);
  if (typeof expected === 'string') expect(folder).toBe(expected);
  else expect(folder).toMatch(expected);
});
