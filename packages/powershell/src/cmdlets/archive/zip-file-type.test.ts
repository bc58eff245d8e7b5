import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeFiles } from '../../host/node/node-files.ts';
import { createRunspace } from '../../runtime/runspace.ts';
import { writeZip } from './zip-writer.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'zip-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function run(script: string): string {
  let text = '';
  const write = (part: string): void => void (text += part);
  const capabilities = { files: nodeFiles(), folder };
  createRunspace({ host: { write, writeError: write, width: 200 }, capabilities }).invoke(
    `$d = '${folder}'; ${script}`,
  );
  return text.trim();
}

test('a folder is packed and unpacked, empty folders too', () => {
  mkdirSync(join(folder, 'logs/empty'), { recursive: true });
  writeFileSync(join(folder, 'logs/a.txt'), 'text');
  const script = `Add-Type -AssemblyName System.IO.Compression.FileSystem
    [io.compression.zipfile]::CreateFromDirectory("$d/logs", "$d/logs.zip")
    [IO.Compression.ZipFile]::ExtractToDirectory("$d/logs.zip", "$d/out")
    Get-ChildItem $d/out -Recurse | % Name; Get-Content $d/out/a.txt
    [io.compression.zipfile]::CreateFromDirectory("$d/logs", "$d/base.zip", 'Fastest', $true)
    Expand-Archive $d/base.zip $d/out2 -PassThru | % FullName | % Substring ($d.Length)`;
  expect(run(script).split('\n')).toEqual(['empty', 'a.txt', 'text', '/out2/logs/a.txt', '/out2/logs/empty']);
});

test('nothing is overwritten unasked, and nothing leads out of the folder', () => {
  writeFileSync(
    join(folder, 'x.zip'),
    writeZip([{ name: 'a', bytes: new Uint8Array(1), modified: new Date(0) }], { level: 6 }),
  );
  writeFileSync(
    join(folder, 'bad.zip'),
    writeZip([{ name: '../a', bytes: new Uint8Array(1), modified: new Date(0) }], { level: 6 }),
  );
  const unpack = (zip: string, rest = ''): string =>
    run(`try { [IO.Compression.ZipFile]::ExtractToDirectory("$d/${zip}", "$d/out"${rest}); 'done' } catch { "$_" }`);
  expect(unpack('x.zip')).toBe('done');
  expect(unpack('x.zip')).toContain('already exists');
  expect(unpack('x.zip', ', $true')).toBe('done');
  expect(unpack('bad.zip', ', $true')).toContain('outside the specified destination directory');
});
