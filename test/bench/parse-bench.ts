import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from '../../packages/powershell/src/syntax/parser/parse.ts';

export interface ParseFigure {
  readonly name: string;
  /** Megabytes of script a second of processor time. */
  readonly megabytesPerSecond: number;
}

type ParseAll = (scripts: readonly string[]) => void;

interface Case {
  readonly script: string;
  readonly errors: readonly unknown[];
}

const rounds = 5;
const megabytes = 2;

/** The scripts of the golden trees, over and over until they are large enough to time. */
function corpus(): string[] {
  const path = join(import.meta.dirname, '../golden/parse/scripts.json');
  const cases = JSON.parse(readFileSync(path, 'utf8')) as Case[];
  const scripts = cases.filter(({ errors }) => errors.length === 0).map(({ script }) => script);
  const once = sizeOf(scripts);
  return Array.from({ length: Math.ceil((megabytes * 1e6) / once) }, () => scripts).flat();
}

const sizeOf = (scripts: readonly string[]): number => scripts.reduce((sum, script) => sum + script.length, 0);

/** How fast the project parses; tree-sitter and PowerShell beside it where they are installed. */
export async function benchParse(): Promise<ParseFigure[]> {
  const scripts = corpus();
  const own = timed('cutover', scripts, (all) => all.forEach((script) => parse(script)));
  const treeSitter = await treeSitterParser();
  const peer = treeSitter ? [timed('tree-sitter-powershell (wasm)', scripts, treeSitter)] : [];
  return [own, ...peer, ...powerShell(scripts)];
}

/** The fastest of several rounds. */
function timed(name: string, scripts: readonly string[], parseAll: ParseAll): ParseFigure {
  let least = Infinity;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    parseAll(scripts);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  return { name, megabytesPerSecond: sizeOf(scripts) / least };
}

interface TreeSitter {
  readonly Parser: {
    new (): { setLanguage(language: unknown): void; parse(text: string): { delete(): void } | null };
    init(): Promise<void>;
  };
  readonly Language: { load(path: string): Promise<unknown> };
}

/** web-tree-sitter and the grammar's wasm, from the folder CUTOVER_BENCH_PEERS where `npm install` has put them. */
async function treeSitterParser(): Promise<ParseAll | undefined> {
  const folder = process.env['CUTOVER_BENCH_PEERS'];
  if (folder === undefined) return undefined;
  const require = createRequire(join(folder, 'package.json'));
  const { Parser, Language } = (await import(pathToFileURL(require.resolve('web-tree-sitter')).href)) as TreeSitter;
  await Parser.init();
  const parser = new Parser();
  const grammar = dirname(require.resolve('tree-sitter-powershell/package.json'));
  parser.setLanguage(await Language.load(join(grammar, 'tree-sitter-powershell.wasm')));
  return (scripts) => scripts.forEach((script) => parser.parse(script)?.delete());
}

const inPowerShell = `
$scripts = [System.IO.File]::ReadAllText($args[0]) | ConvertFrom-Json
$process = [System.Diagnostics.Process]::GetCurrentProcess()
$least = [double]::MaxValue
foreach ($round in 1..${rounds}) {
  $process.Refresh(); $before = $process.TotalProcessorTime
  foreach ($script in $scripts) { $null = [System.Management.Automation.Language.Parser]::ParseInput($script, [ref]$null, [ref]$null) }
  $process.Refresh(); $least = [Math]::Min($least, ($process.TotalProcessorTime - $before).TotalMilliseconds)
}
$least.ToString([cultureinfo]::InvariantCulture)
`;

/** None where there is no `pwsh` on the PATH. */
function powerShell(scripts: readonly string[]): ParseFigure[] {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-parse-'));
  try {
    writeFileSync(join(folder, 'scripts.json'), JSON.stringify(scripts));
    writeFileSync(join(folder, 'bench.ps1'), inPowerShell);
    const args = ['-NoProfile', '-File', join(folder, 'bench.ps1'), join(folder, 'scripts.json')];
    const milliseconds = Number(execFileSync('pwsh', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return [{ name: 'PowerShell', megabytesPerSecond: sizeOf(scripts) / 1e3 / milliseconds }];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
