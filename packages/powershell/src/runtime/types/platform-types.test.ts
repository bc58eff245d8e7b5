import { describe } from 'vitest';
import { checkScripts } from '../testing/check-scripts.ts';

describe('types of the platform', () => {
  checkScripts([
    {
      script: '[Runtime.InteropServices.RuntimeInformation]::IsOSPlatform([Runtime.InteropServices.OSPlatform]::Linux)',
      output: 'True',
    },
    {
      script: '[Threading.Thread]::Sleep(1); [GC]::Collect(); [AppDomain]::CurrentDomain.FriendlyName',
      output: 'pwsh',
    },
    { script: '[decimal]::Round(2.5d); [decimal]::Floor(-1.5d); [decimal]::Truncate(1.9d)', output: '2\n-2\n1' },
    { script: "'abC'.EndsWith('c', $true, $null); \"a`r`nb\".ReplaceLineEndings('|')", output: 'True\na|b' },
    { script: "([uri]'relative').Host -eq $null", output: 'True' },
    {
      script:
        '$l = [Collections.Generic.List[string]]@("a", "bc"); $l.ConvertAll([Converter[string,int]]{ $args[0].Length }) -join ","; $l.BinarySearch("bc"); $l.ForEach({ "lost" })',
      output: '1,2\n1',
    },
    {
      script:
        '$d = [Data.DataTable]::new(); [void]$d.Columns.Add("A", [int]); [void]$d.Columns.Add("B"); [void]$d.Rows.Add(1, "x"); $d.Rows[0].B',
      output: 'x',
    },
  ]);
});
