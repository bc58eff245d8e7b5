import { checkScripts } from '../testing/check-scripts.ts';

const table =
  "$t = New-Object System.Data.DataTable 'Users'; [void]$t.Columns.Add('Name'); [void]$t.Columns.Add('Size', [int]); $r = $t.NewRow(); $r.Name = 'ann'; $r['Size'] = '7'; $t.Rows.Add($r); ";

checkScripts([
  { script: `${table}$t.Rows.Count; $t.TableName; $t.Columns.Count`, output: '1\nUsers\n2' },
  {
    script: `${table}$t.Rows[0].Name; $t.Rows[0]['Size'].GetType().Name; $t.Rows[0].Size + 1`,
    output: 'ann\nInt32\n8',
  },
  { script: `${table}foreach ($row in $t.Rows) { $row.Name }`, output: 'ann' },
  {
    script: `${table}($t | Select-Object Name, Size | ConvertTo-Csv -NoTypeInformation) -join ';'`,
    output: '"Name","Size";"ann","7"',
  },
  { script: `${table}$t.Rows | Where-Object Size -gt 5 | ForEach-Object Name`, output: 'ann' },
  { script: `${table}$r.Delete(); $t.Rows.Count`, output: '0' },
  { script: `${table}$t.Columns.Contains('name')`, output: 'True' },
  { script: `${table}[void]$t.Columns.Add('Name')`, errorId: 'DuplicateNameException' },
  { script: `${table}$t.Rows.Add($r)`, errorId: 'ArgumentException' },
]);
