import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRunspace, scriptArguments } from '@cutover/powershell';
import { describe, expect, test } from 'vitest';

// What PowerShell 7.6 printed for each script, against what a fresh runspace prints.

interface Golden {
  readonly name: string;
  readonly script: string;
  readonly args?: readonly string[];
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

interface KnownRuns {
  readonly topicsNotRunYet: readonly string[];
  /** By topic and reason, the names of the cases that differ. */
  readonly differing: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

const folder = join(import.meta.dirname, 'run');
const known = JSON.parse(readFileSync(join(import.meta.dirname, 'known-differences.json'), 'utf8')) as { run: KnownRuns };
const { topicsNotRunYet, differing: knownDiffering } = known.run;

/** The runs were made in folders whose names are not in the goldens; their length only moved where lines break. */
const folded = (text: string): string => text.replaceAll(/[\s|]+/g, ' ');

function isExact({ script, args = [], stdout, stderr, exit }: Golden): boolean {
  let [written, errors] = ['', ''];
  const host = {
    write: (text: string) => void (written += text),
    writeError: (text: string) => void (errors += text),
    width: 80,
  };
  try {
    const { exitCode } = createRunspace({ host }).invoke(script, { file: '<dir>/script.ps1', commandLine: scriptArguments(args) });
    return written === stdout && exitCode === exit && folded(errors) === folded(stderr);
  } catch {
    return false;
  }
}

const topics = readdirSync(folder).map((file) => file.replace('.json', ''));

describe.each(topics.filter((topic) => !topicsNotRunYet.includes(topic)))('%s', (topic) => {
  const goldens = JSON.parse(readFileSync(join(folder, `${topic}.json`), 'utf8')) as Golden[];

  test('every run prints what the original printed, known differences excepted', { timeout: 60_000 }, () => {
    const differing = goldens.filter((golden) => !isExact(golden)).map(({ name }) => name);
    // A case that has become exact must leave the list, so that it can only shrink.
    expect(differing.toSorted()).toEqual(Object.values(knownDiffering[topic] ?? {}).flat().toSorted());
  });
});

test('the list names only topics that exist', () => {
  expect(topics).toEqual(expect.arrayContaining([...topicsNotRunYet, ...Object.keys(knownDiffering)]));
});
