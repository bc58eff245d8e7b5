import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';

// What PowerShell 7.6 answered to each script, against what the tool prints that dumps trees in the same form.

interface Golden {
  readonly name: string;
  readonly script: string;
  readonly errors: unknown;
  readonly ast: unknown;
  readonly tokens?: unknown;
}

const folder = join(import.meta.dirname, 'parse');
const tool = join(import.meta.dirname, '../../packages/powershell/tools/parse-dump.ts');
const known = JSON.parse(readFileSync(join(import.meta.dirname, 'known-differences.json'), 'utf8')) as {
  parse: Record<string, Record<string, string>>;
};

function dump(goldens: readonly Golden[]): Golden[] {
  const input = JSON.stringify(goldens.map(({ name, script, tokens }) => ({ name, script, tokens: tokens !== undefined })));
  return JSON.parse(execFileSync(process.execPath, [tool], { input, maxBuffer: 2 ** 28, encoding: 'utf8' })) as Golden[];
}

function isExact(golden: Golden, dumped: Golden): boolean {
  const same = isDeepStrictEqual(dumped.errors, golden.errors) && isDeepStrictEqual(dumped.ast, golden.ast);
  return same && (golden.tokens === undefined || isDeepStrictEqual(dumped.tokens, golden.tokens));
}

describe.each(readdirSync(folder).filter((file) => file.endsWith('.json')))('%s', (file) => {
  const goldens = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Golden[];
  const dumps = dump(goldens);
  const differing = goldens.filter((golden, index) => !isExact(golden, dumps[index]!)).map(({ name }) => name);

  test('every tree, error and token is the original, known differences excepted', () => {
    // A case that has become exact must leave the list, so that it can only shrink.
    expect(differing.toSorted()).toEqual(Object.keys(known.parse[file] ?? {}).toSorted());
  });
});
