import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
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

const program = /[\\/]shell[\\/]src[\\/]main\.ts$/;
const folder = mkdtempSync(join(tmpdir(), 'cutover-hot-'));
try {
  await buildIn(folder, () => coreChunk);
  const found = new Set(scripts.flatMap((script) => modulesUsedBy(script)));
  for (const name of await modulesToMake(found)) found.add(name);
  writeFileSync(new URL('hot-modules.json', import.meta.url), `${JSON.stringify([...found].toSorted(), null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Builds the command with chunks by the paths of modules. */
async function buildIn(outDir: string, chunkOf: (path: string) => string): Promise<void> {
  await build({
    ...bundleConfig((id) => (program.test(id) ? null : chunkOf(pathOf(id)))),
    outDir,
    entry: { command: 'src/main.ts' },
    minify: false,
    sourcemap: true,
  });
}

/** What the used modules need, besides each other, to be made at all. */
async function modulesToMake(used: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const needed = new Set<string>();
  const chunkOfPath = (path: string): string =>
    used.has(path) || needed.has(chunkName(path)) ? coreChunk : chunkName(path);
  const paths = new Map<string, string>();
  for (;;) {
    await buildIn(folder, (path) => (paths.set(chunkName(path), path), chunkOfPath(path)));
    const missing = neededByCore(folder).filter((name) => !needed.has(name));
    if (missing.length === 0) return new Set([...needed].map((name) => paths.get(name)!));
    for (const name of missing) needed.add(name);
  }
}

function pathOf(id: string): string {
  return id.replaceAll('\\', '/').replace(/^.*\/packages\//, '');
}

function chunkName(path: string): string {
  return path.replace(/\.ts$/, '').replaceAll('/', '_');
}

function modulesUsedBy(script: string): string[] {
  const output = join(folder, 'functions.json');
  const argv = [join(import.meta.dirname, 'record-functions.cjs'), folder, output, '-NoProfile', '-Command', script];
  execFileSync(process.execPath, argv, { stdio: ['ignore', 'ignore', 'inherit'] });
  const functions = JSON.parse(readFileSync(output, 'utf8')) as CoveredFunction[];
  const core = join(folder, `${coreChunk}.cjs`);
  const map = new SourceMap(JSON.parse(readFileSync(`${core}.map`, 'utf8')));
  const lines = lineStarts(readFileSync(core, 'utf8'));
  return functions
    .filter(({ ranges }) => ranges[0]!.count > 0)
    .flatMap(({ ranges }) => sourceAt(map, lines, ranges[0]!.startOffset) ?? []);
}

function lineStarts(code: string): number[] {
  const starts = [0];
  for (let at = code.indexOf('\n'); at >= 0; at = code.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The path of the module, below `packages`, that an offset comes from. */
function sourceAt(map: SourceMap, lines: readonly number[], offset: number): string | undefined {
  const line = lines.findLastIndex((start) => start <= offset);
  const entry = map.findEntry(line, offset - lines[line]!);
  const source = 'originalSource' in entry ? entry.originalSource.replaceAll('\\', '/') : '';
  return /\/packages\/(.*)$|^(?:\.\.\/)+((?:base|core|powershell|shell)\/.*)$/.exec(source)?.slice(1).find(Boolean);
}
