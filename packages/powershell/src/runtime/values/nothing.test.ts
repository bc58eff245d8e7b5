import { describe } from 'vitest';
import { checkScripts } from '../testing/check-scripts.ts';

describe('what wrote nothing', () => {
  const none = 'function none {};';
  checkScripts([
    { script: `${none} $x = none; @($x).Count; $null -eq $x`, output: '0\nTrue' },
    { script: `${none} & { $x = none; @($x).Count; $y = $x; @($y).Count }`, output: '0\n0' },
    { script: '$x = 1, 2 | Where-Object { $_ -gt 9 }; @($x).Count; $x | ForEach-Object { 1 }', output: '0' },
    { script: `${none} $all = @(1); $all += none; $all += none; $all.Count`, output: '1' },
    { script: '$all = @(1); $all += $null; $all.Count', output: '2' },
    { script: `${none} function f($p) { @($p).Count }; f (none)`, output: '1' },
    { script: `${none} [int]$i = none; $i`, output: '0' },
  ]);
});
