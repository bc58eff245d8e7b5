import { describe, expect, test } from 'vitest';
import { checkScripts } from './testing/check-scripts.ts';
import { createRunspace } from './runspace.ts';

/** What a script shows, its escape sequences as `<code>`. */
function shown(script: string, isTerminal: boolean): string {
  let output = '';
  const write = (text: string) => void (output += text);
  createRunspace({ host: { write, writeError: write, width: 80, isTerminal } }).invoke(script);
  // oxlint-disable-next-line no-control-regex -- the sequences begin with one
  return output.replaceAll(/\u001B\[([\d;]*)m/g, '<$1>');
}

describe('what reaches a terminal', () => {
  test.each([
    ['[pscustomobject]@{ a = 1 }', '\n<32;1>a<0>\n<32;1>-<0>\n1\n\n'],
    ['[pscustomobject]@{ a = 1 } | Format-List', '\n<32;1>a : <0>1\n\n'],
    ['Write-Warning w', '<33;1>WARNING: w<0>\n'],
    ['Write-Host -ForegroundColor Red -BackgroundColor DarkBlue h', '<91><44>h<0>\n'],
    ['"`e[31mred`e[0m"', '<31>red<0>\n'],
    ['"`e[31mred`e[0m" | Out-String', 'red\n\n'],
    [
      '$PSStyle.Formatting.TableHeader = "`e[3m"; [pscustomobject]@{ a = 1 } | Format-Table',
      '\n<3>a<0>\n<3>-<0>\n1\n\n',
    ],
    ['$PSStyle.OutputRendering = \'PlainText\'; Write-Warning w; "`e[31mred`e[0m"', 'WARNING: w\nred\n'],
  ])('%s', (script, expected) => {
    expect(shown(script, true)).toBe(expected);
  });
});

test('without a terminal nothing has an escape sequence', () => {
  const script =
    '"`e[31mred`e[0m"; Write-Warning w; Write-Host -ForegroundColor Red h; Write-Error e; $PSStyle.OutputRendering';
  const output = shown(script, false);
  expect(output).not.toContain('<');
  expect(output).toContain('PlainText');
});

describe('$PSStyle', () => {
  checkScripts([
    { script: '$PSStyle.Foreground.FromRgb(1, 2, 3) -eq "`e[38;2;1;2;3m"', output: 'True' },
    { script: '$PSStyle.Background.FromRgb(0x102030) -eq "`e[48;2;16;32;48m"', output: 'True' },
    {
      script: '[System.Management.Automation.PSStyle]::MapColorPairToEscapeSequence(12, 1) -eq "`e[91;44m"',
      output: 'True',
    },
    {
      script: '$PSStyle.FileInfo.Extension[".x"] = "`e[1m"; $PSStyle.FileInfo.Extension.ContainsKey(".X")',
      output: 'True',
    },
    { script: '$PSStyle.Formatting.Error = "red"', errorId: 'ExceptionWhenSetting' },
    { script: '$PSStyle = 1', errorId: 'VariableNotWritable' },
  ]);
});

test('$PSStyle shows sequences in themselves', () => {
  expect(shown('$PSStyle.FileInfo', true).split('\n')).toContain('<32;1>Executable   : <0><32;1>`e[32;1m<0>');
  expect(shown('$PSStyle', false)).toContain('\nBackground.BrightYellow           : `e[103m\n');
  expect(shown('$PSStyle.FileInfo', false)).toContain('\nExtension    : .zip    = "`e[31;1m"\n');
});
