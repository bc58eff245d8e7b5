import { readFileSync } from 'node:fs';

/** The chunk that is loaded at every start. */
export const coreChunk = 'core';

/** The modules whose functions run in ordinary short scripts, by path below `packages`; `find-hot-modules.ts` measures them. */
const hot: ReadonlySet<string> = new Set(
  JSON.parse(readFileSync(new URL('hot-modules.json', import.meta.url), 'utf8')) as string[],
);

type Rule = readonly [path: RegExp, chunk: string];

/** Classes, and what makes them values of the language when it is loaded. */
const together: readonly Rule[] = [
  [/^powershell\/src\/(?:dotnet\/regex\/(?!regex-options)|runtime\/types\/regex-type-table)/, 'regex'],
  [/^powershell\/src\/runtime\/(?:types|values)\/data-/, 'types-data'],
];

/** Modules that are chunks of their own, as one of many is used at a time. */
const apart: readonly Rule[] = [
  [/^powershell\/src\/runtime\/types\/([\w-]+)\.ts$/, 'types-$1'],
  [/^(?:powershell|core)\/src\/.*generated\/([\w-]+)\.ts$/, 'generated-$1'],
];

const programs = /^shell\/src\/(?:main|world\/world-main)\.ts$/;

/**
 * The chunk of a module: the core, or one by its folder that comes when something of it is first used. A program's own module
 * belongs to none, so that it runs when the core is complete.
 */
export function chunkOf(id: string, inCore: ReadonlySet<string>): string | null {
  const path = id.replaceAll('\\', '/').replace(/^.*\/packages\//, '');
  if (programs.test(path)) return null;
  const fixed = byRule(together, path);
  if (fixed !== undefined) return fixed;
  const chunk = byRule(apart, path) ?? byFolder(path);
  return hot.has(path) || inCore.has(chunk) ? coreChunk : chunk;
}

function byRule(rules: readonly Rule[], path: string): string | undefined {
  const [pattern, chunk] = rules.find(([each]) => each.test(path)) ?? [];
  return pattern && chunk?.replace('$1', pattern.exec(path)?.[1] ?? '');
}

/** `powershell/src/cmdlets/csv/import-csv.ts` → `powershell-cmdlets-csv`. */
function byFolder(path: string): string {
  const [, name, inside = ''] = /^([^/]+)\/src\/(.*)$/.exec(path) ?? [];
  return [name, ...inside.split('/').slice(0, -1)].filter((part) => part !== undefined).join('-');
}
