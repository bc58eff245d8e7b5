import { readFileSync } from 'node:fs';

interface GoldenCase {
  readonly script: string;
  readonly stdout: string;
  readonly stderr: string;
}

/** What PowerShell 7.6 printed for the cases that these tests use, unedited, by topic and name. */
const goldens = JSON.parse(readFileSync(new URL('goldens.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, Readonly<Record<string, GoldenCase>>>
>;

export function goldenCase(topic: string, name: string): GoldenCase {
  const found = goldens[topic]?.[name];
  if (!found) throw new RangeError(`No golden case ${topic}/${name}.`);
  return found;
}

/** The standard output of a case. */
export function golden(topic: string, name: string): string {
  return goldenCase(topic, name).stdout;
}
