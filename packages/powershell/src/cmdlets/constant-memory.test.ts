import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeFiles } from '../host/node/node-files.ts';
import { createRunspace } from '../runtime/runspace.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

let folder = '';
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'many-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const count = Number(process.env['CUTOVER_OBJECTS'] ?? 30_000);
const megabyte = 1024 * 1024;

/** Runs a script in which `Mark` stands in the pipeline; gives what it wrote, and by how many MB the heap grew meanwhile. */
function grownBy(script: string): { readonly text: string; readonly megabytes: number } {
  let text = '';
  let [first, most] = [0, 0];
  const write = (part: string): void => void (text += part);
  let seen = 0;
  const look = (): void => {
    if (++seen % (count / 3) !== 0) return;
    collect();
    const used = process.memoryUsage().heapUsed;
    first ||= used;
    most = Math.max(most, used);
  };
  const runspace = createRunspace({
    host: { write, writeError: write, width: 100 },
    capabilities: { files: nodeFiles(), folder },
    commands: [
      {
        kind: 'cmdlet',
        name: 'Mark',
        parameters: [{ name: 'InputObject', pipeline: 'value' }],
        create: ({ out }) => ({ process: (item) => (look(), out.write(item)) }),
      },
    ],
  });
  runspace.invoke(`$n = ${count}; ${script}`);
  return { text: text.trim(), megabytes: (most - first) / megabyte };
}

test.each([
  [
    'objects through Where, ForEach, Select and Measure',
    `(1..$n | % { [pscustomobject]@{ Id = $_; Name = "user$_" } } | ? { $_.Id -gt 0 } | Select-Object Id, Name | Mark | Measure-Object Id -Sum).Count`,
    String(count),
  ],
  [
    'objects into a file of CSV',
    `1..$n | % { [pscustomobject]@{ Id = $_; Name = "user \`"$_\`", of many"; More = 'x' * 200 } } | Mark | Export-Csv many.csv; (Get-Item many.csv).Length -gt ${count * 100}`,
    'True',
  ],
  ['rows of a file of CSV', `(Import-Csv many.csv | Mark | Measure-Object Id -Maximum).Maximum`, String(count)],
  [
    'lines of a file into another',
    `Get-Content many.csv | Mark | Set-Content copy.csv; (Get-FileHash many.csv).Hash -eq (Get-FileHash copy.csv).Hash`,
    'True',
  ],
  [
    'the first lines of a long file',
    `Get-Content many.csv -TotalCount 2 | Select-Object -Last 1`,
    `"1","user ""1"", of many","${'x'.repeat(200)}"`,
  ],
])('%s take no more memory the more there are', (_, script, expected) => {
  const { text, megabytes } = grownBy(script);
  expect(text).toBe(expected);
  expect(megabytes).toBeLessThan(4);
});
