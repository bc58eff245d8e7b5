import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { build, type InlineConfig } from 'tsdown';
import { lazyBuiltins } from './lazy-builtins.ts';

// Makes the command: one file of CommonJS for each of its two threads, which is what Node starts fastest.

const home = join(import.meta.dirname, '..');
const inlined = [
  '@cutover/powershell',
  '@cutover/powershell/node',
  '@cutover/powershell/values',
  '@cutover/core/metadata',
];

const config: InlineConfig = {
  cwd: home,
  config: false,
  deps: { alwaysBundle: inlined, onlyBundle: false },
  dts: false,
  format: 'cjs',
  logLevel: 'error',
  minify: true,
  plugins: [lazyBuiltins],
};

const begin = new Date();
// In a folder of its own first: others may be running the old files.
const outDir = mkdtempSync(join(home, 'dist-'));
try {
  await build({ ...config, outDir, entry: { command: 'src/main.ts' } });
  await build({ ...config, outDir, entry: { world: 'src/world/world-main.ts' }, clean: false });
  mkdirSync(join(home, 'dist'), { recursive: true });
  for (const name of readdirSync(outDir)) {
    // A source that was changed meanwhile is newer than the bundle.
    utimesSync(join(outDir, name), begin, begin);
    renameSync(join(outDir, name), join(home, 'dist', name));
  }
} finally {
  rmSync(outDir, { recursive: true, force: true });
}
