import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { build, type UserConfig } from 'tsdown';

// Makes the command's one file as `pnpm build` makes it, in a folder of its own first: others may be running the old one.
const home = join(import.meta.dirname, '..');
const { tsdown } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { tsdown: UserConfig[] };
const begin = new Date();
const outDir = mkdtempSync(join(home, 'dist-'));
try {
  for (const config of tsdown.filter(({ format }) => format === 'cjs')) {
    await build({ ...config, cwd: home, config: false, logLevel: 'error', outDir });
  }
  mkdirSync(join(home, 'dist'), { recursive: true });
  for (const name of readdirSync(outDir)) {
    // A source that was changed meanwhile is newer than the bundle.
    utimesSync(join(outDir, name), begin, begin);
    renameSync(join(outDir, name), join(home, 'dist', name));
  }
} finally {
  rmSync(outDir, { recursive: true, force: true });
}
