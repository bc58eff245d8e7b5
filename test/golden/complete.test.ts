import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Completion, createRunspace } from '@cutover/powershell';
import { nodeFiles } from '@cutover/powershell/node';
import { expect, test } from 'vitest';

// What TabExpansion2 of PowerShell 7.6 offered for each input, against what a fresh runspace offers.

interface Golden {
  readonly name: string;
  readonly setup?: string;
  readonly input: string;
  readonly cursor: number;
  readonly replacementIndex: number;
  readonly replacementLength: number;
  readonly matches: Completion['matches'];
}

const file = join(import.meta.dirname, 'complete/completions.json');
const goldens = JSON.parse(readFileSync(file, 'utf8')) as Golden[];

/** What still differs, by reason. */
const { complete: known } = JSON.parse(readFileSync(join(import.meta.dirname, 'known-differences.json'), 'utf8')) as {
  complete: Readonly<Record<string, readonly string[]>>;
};

function isExact({ setup = '', input, cursor, replacementIndex, replacementLength, matches }: Golden): boolean {
  const host = { write: () => undefined, writeError: () => undefined, width: 80 };
  const runspace = createRunspace({ host, capabilities: { files: nodeFiles(), folder: '/' } });
  runspace.invoke(setup);
  return isDeepStrictEqual(runspace.complete(input, cursor), { replacementIndex, replacementLength, matches });
}

test('every completion is the original, known differences excepted', { timeout: 60_000 }, () => {
  const differing = goldens.filter((golden) => !isExact(golden)).map(({ name }) => name);
  // A case that has become exact must leave the list, so that it can only shrink.
  expect(differing.toSorted()).toEqual(Object.values(known).flat().toSorted());
});
