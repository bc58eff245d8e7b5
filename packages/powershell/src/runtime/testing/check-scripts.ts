import { expect, test } from 'vitest';
import { createRunspace } from '../runspace.ts';
import type { ErrorRecord } from '../values/error-record.ts';
import type { Prompts } from '../../host/prompts.ts';

/** What a script says: its output line by line, or the FullyQualifiedErrorId of its first error. */
export interface ScriptCase {
  readonly script: string;
  readonly output?: string;
  readonly errorId?: string;
  /** Lines that a person types. */
  readonly answers?: readonly string[];
}

/** One test for each script, in a runspace of its own. */
export function checkScripts(cases: readonly ScriptCase[]): void {
  test.each(cases.map((each) => [each.script, each] as const))('%s', (_script, each) => {
    const said = run(each);
    if (each.output !== undefined) expect(said.output.trimEnd()).toBe(each.output);
    expect(said.errors[0]).toBe(each.errorId);
  });
}

function run({ script, answers }: ScriptCase): { output: string; errors: string[] } {
  let output = '';
  const errors: string[] = [];
  const prompts = answers && answering(answers);
  const host = { write: (text: string) => void (output += text), writeError: () => undefined, width: 80, prompts };
  const error = (record: ErrorRecord) => void errors.push(record.fullId);
  createRunspace({ host }).invoke(script, { records: { error } });
  return { output, errors };
}

function answering(lines: readonly string[]): Prompts {
  const rest = [...lines];
  return { readLine: () => rest.shift() };
}
