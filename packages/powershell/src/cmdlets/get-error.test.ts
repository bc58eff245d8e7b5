import { expect, test } from 'vitest';
import { createRunspace } from '../runtime/runspace.ts';

function run(script: string): string {
  let text = '';
  const write = (part: string): void => void (text += part);
  createRunspace({ host: { write, writeError: () => undefined, width: 200 } }).invoke(script);
  return text.trim();
}

test('an error is told with the exceptions and records within it', () => {
  const lines = run("try { throw 'no' } catch { }; Get-Error").split('\n');
  expect(lines.slice(0, 4)).toEqual([
    'Exception             : ',
    '    Type                        : System.Management.Automation.RuntimeException',
    '    ErrorRecord                 : ',
    '        Exception             : ',
  ]);
  expect(lines).toContain('FullyQualifiedErrorId : no');
});

test('several errors are told with their places in $Error; the errors themselves are shown as before', () => {
  expect(
    run("Write-Error a; Write-Error b; Get-Error -Newest 2 | % { $_.PSErrorIndex, $_.Exception.Message -join ' ' }"),
  ).toBe('0 b\n1 a');
  expect(run("try { throw 'no' } catch { $e = $_ }; $null = $e | Get-Error; $e.pstypenames[0]")).toBe(
    'System.Management.Automation.ErrorRecord',
  );
  expect(run('Get-Error; "nothing"')).toBe('nothing');
});
