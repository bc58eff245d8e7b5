import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isExact, runCase, type RunGolden } from './run-case.ts';

// What PowerShell 7.6 printed for each script, against what a fresh runspace prints.

interface KnownRuns {
  readonly topicsNotRunYet: readonly string[];
  /** By topic and reason, the names of the cases that differ. */
  readonly differing: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

process.env['TZ'] = 'UTC';

const folder = join(import.meta.dirname, 'run');
const known = JSON.parse(readFileSync(join(import.meta.dirname, 'known-differences.json'), 'utf8')) as { run: KnownRuns };
const { topicsNotRunYet, differing: knownDiffering } = known.run;

const topics = readdirSync(folder).map((file) => file.replace('.json', ''));

describe.each(topics.filter((topic) => !topicsNotRunYet.includes(topic)))('%s', (topic) => {
  const goldens = JSON.parse(readFileSync(join(folder, `${topic}.json`), 'utf8')) as RunGolden[];

  test('every run prints what the original printed, known differences excepted', { timeout: 60_000 }, () => {
    const differing = goldens.filter((golden) => !isExact(golden, runCase(golden))).map(({ name }) => name);
    // A case that has become exact must leave the list, so that it can only shrink.
    expect(differing.toSorted()).toEqual(Object.values(knownDiffering[topic] ?? {}).flat().toSorted());
  });
});

test('the list names only topics that exist', () => {
  expect(topics).toEqual(expect.arrayContaining([...topicsNotRunYet, ...Object.keys(knownDiffering)]));
});
