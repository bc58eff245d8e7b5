import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'tsdown';
import { bundleConfig } from './bundle-config.ts';
import { coreChunk } from './chunks.ts';
import { neededByCore } from './needed-by-core.ts';

// Measures which modules ordinary short scripts use, and writes hot-modules.json: they make the core that every start loads.

const scripts = [
  '1',
  'Get-Date | Out-String',
  'function f($x) { $x * 2 }; 1..5 | ForEach-Object { f $_ }',
  '$h = @{ a = 1; b = \'x\' }; foreach ($k in $h.Keys) { if ($h[$k] -eq 1) { "$k = $($h[$k])" } }',
  "Write-Output 'text' | Where-Object { $_ -like 't*' }",
];

interface CoveredFunction {
  readonly ranges: readonly { readonly startOffset: number; readonly count: number }[];
}

/** The comment that the bundler puts where a module begins, with its path below `packages`. */
const moduleStart = /^\/\/ (?:\.\.\/)?((?:\w+\/)?src\/\S+)$/gm;

const program = /[\\/]shell[\\/]src[\\/]main\.ts$/;
const folder = mkdtempSync(join(tmpdir(), 'cutover-hot-'));
try {
  await buildIn(folder, () => coreChunk);
  const hot = shared(scripts.map((script) => modulesUsedBy(script)));
  await addNeeded(hot);
  writeFileSync(new URL('hot-modules.json', import.meta.url), `${JSON.stringify([...hot].toSorted(), null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** What more than one script uses. */
function shared(lists: readonly (readonly string[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const name of lists.flatMap((list) => [...new Set(list)])) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Set([...counts].flatMap(([name, count]) => (count > 1 ? [name] : [])));
}

/** Builds the command with chunks by the paths of modules. */
async function buildIn(outDir: string, chunkOf: (path: string) => string): Promise<void> {
  await build({
    ...bundleConfig((id) => (program.test(id) ? null : chunkOf(pathOf(id)))),
    outDir,
    entry: { command: 'src/main.ts' },
    minify: false,
  });
}

/** Adds what the hot modules need, besides each other, to be made; and what the scripts load all the same: values that are no functions. */
async function addNeeded(hot: Set<string>): Promise<void> {
  const paths = new Map<string, string>();
  for (;;) {
    const before = hot.size;
    await buildIn(folder, (path) => (paths.set(chunkName(path), path), hot.has(path) ? coreChunk : chunkName(path)));
    const missing = neededByCore(folder);
    const found = missing.length > 0 ? missing : shared(scripts.map((script) => record(script).chunks));
    for (const name of found) {
      const path = paths.get(name);
      if (path !== undefined) hot.add(path);
    }
    if (hot.size === before) return;
  }
}

function pathOf(id: string): string {
  return id.replaceAll('\\', '/').replace(/^.*\/packages\//, '');
}

function chunkName(path: string): string {
  return path.replace(/\.ts$/, '').replaceAll('/', '_');
}

interface Recorded {
  readonly functions: readonly CoveredFunction[];
  readonly chunks: readonly string[];
}

function record(script: string): Recorded {
  const output = join(folder, 'recorded.json');
  const argv = [join(import.meta.dirname, 'record-functions.cjs'), folder, output, '-NoProfile', '-Command', script];
  execFileSync(process.execPath, argv, { stdio: ['ignore', 'ignore', 'inherit'] });
  return JSON.parse(readFileSync(output, 'utf8')) as Recorded;
}

function modulesUsedBy(script: string): string[] {
  const code = readFileSync(join(folder, `${coreChunk}.cjs`), 'utf8');
  const modules = Array.from(code.matchAll(moduleStart), ({ index, 1: path }) => ({ index, path: path! }));
  return record(script)
    .functions.filter(({ ranges }) => ranges[0]!.count > 0)
    .flatMap(({ ranges }) => modules.findLast(({ index }) => index <= ranges[0]!.startOffset)?.path ?? [])
    .map((path) => (path.startsWith('src/') ? `shell/${path}` : path));
}
