import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { nodeFiles } from '../node.ts';
import { createRunspace } from '../runtime/runspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'glob-'));
for (const name of ['abc.txt', 'bbb.txt', 'c d.md']) writeFileSync(join(folder, name), '');
afterAll(() => rmSync(folder, { recursive: true }));

function argumentsOf(script: string): readonly string[] {
  const calls: (readonly string[])[] = [];
  const processes = {
    find: () => '/bin/tool',
    runAttached: ({ arguments: given }: { arguments: readonly string[] }) => (calls.push(given), 0),
    run: () => [],
  };
  const host = { write: () => undefined, writeError: () => undefined, width: 80 };
  const runspace = createRunspace({ host, capabilities: { files: nodeFiles(), processes, folder } });
  runspace.invoke(script);
  return calls[0]!;
}

// As PowerShell's own tests of globbing on Unix have it.
test.each([
  ['tool *.txt', ['abc.txt', 'bbb.txt']],
  ['tool [ab]b?.*', ['abc.txt', 'bbb.txt']],
  ['$v = "a*"; tool $v', ['abc.txt']],
  ['$v = "b"; tool $v*.txt', ['bbb.txt']],
  ['tool "*.txt" \'*\'', ['*.txt', '*']],
  ['$v = "a*"; tool "$v"', ['a*']],
  ['tool *.md', ['c d.md']],
  ['tool no*file -no*drive:x* no[end []', ['no*file', '-no*drive:x*', 'no[end', '[]']],
])('%s', (script, expected) => {
  expect(argumentsOf(script)).toEqual(expected);
});
