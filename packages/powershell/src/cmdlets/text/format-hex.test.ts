import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { nodeFiles } from '../../host/node/node-files.ts';
import { createRunspace } from '../../runtime/runspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'hex-'));
writeFileSync(
  join(folder, 'f.bin'),
  Uint8Array.from({ length: 20 }, (_, index) => index + 60),
);
afterAll(() => rmSync(folder, { recursive: true }));

function run(script: string): string {
  let text = '';
  const write = (part: string): void => void (text += part);
  const host = {
    write,
    writeError: write,
    width: 110,
    random: { next: () => 0, bytes: (count: number) => new Uint8Array(count) },
  };
  createRunspace({ host, capabilities: { files: nodeFiles(), folder } }).invoke(script);
  return text.replaceAll(/ +$/gm, '').trim();
}

test('a text stands in the table of the original', () => {
  expect(run("'abc' | Format-Hex")).toBe(`Label: String (System.String) <00000000>

          Offset Bytes                                           Ascii
                 00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F
          ------ ----------------------------------------------- -----
0000000000000000 61 62 63                                        abc`);
});

test.each([
  ["'é' | Format-Hex -Encoding latin1 | % HexBytes", 'E9'],
  ['1, 2 | Format-Hex | % HexBytes', '01 00 00 00 02 00 00 00'],
  ['[byte[]](0..17) | Format-Hex | % HexOffset', '0000000000000000\n0000000000000010'],
  ['(Format-Hex -InputObject ([int16[]](1, -1))).Label', 'Int16[] (System.Int16[]) <00000000>'],
  [
    '1.5, [single]1.5, $true, [DayOfWeek]::Friday | Format-Hex | % HexBytes',
    '00 00 00 00 00 00 F8 3F\n00 00 C0 3F\n01 00 00 00\n05 00 00 00',
  ],
  ['(Format-Hex f.bin).Ascii', '<=>?@ABCDEFGHIJK\nLMNO'],
  ['Format-Hex f.bin -Offset 2 -Count 3 | % { "$_" }', `0000000000000002   3E 3F 40 ${' '.repeat(39)} >?@`],
  ['(Get-Item f.bin | Format-Hex)[1].Path.EndsWith("f.bin")', 'True'],
  ['[byte]0, [byte]7 | fhx | % { $_.Ascii.Length; $_.Ascii[1] -eq [char]0xFFFD }', '2\nTrue'],
  [
    'try { @{} | Format-Hex -EA Stop } catch { $_.FullyQualifiedErrorId }',
    'FormatHexTypeNotSupported,Microsoft.PowerShell.Commands.FormatHex',
  ],
])('%s', (script, text) => {
  expect(run(script)).toBe(text);
});
