import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRunspace } from '@cutover/powershell';
import { nodeFiles } from '@cutover/powershell/node';
import { afterAll, expect, test } from 'vitest';
import { suggest } from './suggest.ts';

const folder = mkdtempSync(join(tmpdir(), 'cutover-suggest-'));
writeFileSync(join(folder, 'script-one.ps1'), '');
writeFileSync(join(folder, 'notes.txt'), '');
const session = createRunspace({
  host: { write: () => undefined, writeError: () => undefined, width: 80 },
  environment: {},
  capabilities: { files: nodeFiles(), folder },
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['Get-Dat', 'Get-Date'],
  ['Get-Date -Formt d', '-Format'],
  ['./scrip-one.ps1', 'script-one.ps1'],
  ['Get-Content nots.txt', 'notes.txt'],
  ['Get-Content ./notes.tx', 'notes.txt'],
  ["[DayOfWeek]$day = 'x'; function f([DayOfWeek]$Day) {}; f -Day Mondy", 'Monday'],
])('%s: did you mean %s', (script, meant) => {
  session.invoke(script);
  expect(suggest(session)).toMatch(new RegExp(`^\nDid you mean: ${meant}\\b.*\\?\n$`));
});

test.each(['xyzzyplugh', 'Get-Content ./no-such-file', "throw 'x'"])('%s: nothing is near', (script) => {
  session.invoke(script);
  expect(suggest(session)).toBe('');
});
