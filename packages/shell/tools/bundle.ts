import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'tsdown';
import { bundleConfig } from './bundle-config.ts';
import { chunkOf } from './chunks.ts';
import { neededByCore } from './needed-by-core.ts';

// Makes the command: of the thread of the scripts a core that every start needs and chunks that come when something of them is used,
// and one file for the thread with the event loop. They lie in a folder named by their content, so that a command that runs finds
// its own chunks even when newer ones have been made: in `dist`, or where the argument says.

const dist = resolve(process.argv[2] ?? join(import.meta.dirname, '../dist'));
const hour = 60 * 60 * 1000;

const begin = new Date();
mkdirSync(dist, { recursive: true });
const outDir = mkdtempSync(join(dist, 'new-'));
try {
  await buildCommand();
  const whole = bundleConfig(() => null);
  await build({ ...whole, outputOptions: {}, outDir, entry: { world: 'src/world/world-main.ts' }, clean: false });
  publish();
} finally {
  rmSync(outDir, { recursive: true, force: true });
}

/** Chunks that the core needs while it is made are put into it. */
async function buildCommand(): Promise<void> {
  const inCore = new Set<string>();
  for (;;) {
    const config = bundleConfig((id) => chunkOf(id, inCore));
    await build({ ...config, outDir, entry: { command: 'src/main.ts' } });
    const needed = neededByCore(outDir);
    if (needed.length === 0) return;
    for (const chunk of needed) inCore.add(chunk);
  }
}

/** Puts the files where the command looks for them. */
function publish(): void {
  const hash = createHash('sha256');
  for (const name of readdirSync(outDir).toSorted()) {
    const code = runnable(name, asciiOf(readFileSync(join(outDir, name), 'utf8')));
    writeFileSync(join(outDir, name), code);
    hash.update(name).update(code);
  }
  const folder = `parts-${hash.digest('hex').slice(0, 16)}`;
  try {
    renameSync(outDir, join(dist, folder));
  } catch {
    // The same was made before.
  }
  writeFileSync(join(dist, 'command.new'), folder);
  // A source that was changed meanwhile is newer than the program.
  utimesSync(join(dist, 'command.new'), begin, begin);
  renameSync(join(dist, 'command.new'), join(dist, 'command'));
  forgetOthers(folder);
}

/** Somebody may still run what was made within the hour. */
function forgetOthers(current: string): void {
  for (const name of readdirSync(dist)) {
    if (!/^(?:parts|new)-/.test(name) || name === current) continue;
    const path = join(dist, name);
    if (begin.getTime() - statSync(path).mtimeMs > hour) rmSync(path, { recursive: true, force: true });
  }
}

/** The loader takes chunks as functions; what a thread begins with is a module. */
function runnable(name: string, code: string): string {
  return name === 'world.cjs' ? code : `(function (exports, require, module, __filename, __dirname) {${code}\n})`;
}

/** A source of ASCII alone takes half the memory and is read in half the time. */
function asciiOf(code: string): string {
  return code.replaceAll(/[^\0-\x7F]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
