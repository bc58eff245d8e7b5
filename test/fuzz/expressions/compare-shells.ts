import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Difference {
  readonly expression: string;
  readonly theirs: string;
  readonly ours: string;
}

/** Type and text of what an expression gives, or the id and the message of its error, on one line. */
const told = `function told($n, $r) {
  $type = if ($null -eq $r) { 'null' } else { $r.GetType().FullName }
  $text = if ($r -is [array]) { ($r | % { if ($null -eq $_) { 'null' } else { "$($_.GetType().Name):$_" } }) -join ';' } else { "$r" }
  "#$n $type|$($text -replace '\\r?\\n', '~')"
}`;

const line = (expression: string, index: number): string =>
  `try { $r = $null; $r = ${expression}; told ${index} $r } catch { "#${index} $($_.FullyQualifiedErrorId)|$($_.Exception.Message -replace '\\r?\\n', '~')" }`;

/** Runs the same expressions in both shells and gives those that are answered otherwise. */
export function compareShells(expressions: readonly string[], shells: { theirs: string; ours: string }): Difference[] {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-expressions-'));
  const file = join(folder, 'expressions.ps1');
  writeFileSync(file, [told, ...expressions.map(line)].join('\n'));
  try {
    const [theirs, ours] = [answersOf(shells.theirs, file), answersOf(shells.ours, file)];
    return expressions
      .map((expression, index) => ({ expression, theirs: theirs.get(index) ?? '', ours: ours.get(index) ?? '' }))
      .filter((each) => each.theirs !== each.ours);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function answersOf(shell: string, file: string): Map<number, string> {
  const env = { ...process.env, NO_COLOR: '1' };
  const { stdout, error } = spawnSync(shell, ['-NoProfile', '-File', file], {
    env,
    encoding: 'utf8',
    timeout: 300_000,
  });
  if (error) throw error;
  const answers = stdout.matchAll(/^#(\d+) (.*)$/gm);
  return new Map(Array.from(answers, ([, index, answer]) => [Number(index), answer!]));
}
