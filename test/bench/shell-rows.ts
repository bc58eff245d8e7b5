import { readFileSync } from 'node:fs';

/** One row of the shell's bench: what a script does, and the same in plain JavaScript. */
export interface ShellRow {
  readonly name: string;
  /** Runs before the clock starts, in the same session. */
  readonly setUp?: string;
  readonly script: string;
  readonly plain: () => unknown;
  /** Milliseconds of wall time that PowerShell 7.6.5 took on an idle machine with two cores. */
  readonly powerShell?: number;
  /** How many times faster than PowerShell it is to be; without it or a figure of PowerShell's, `plainGoal` counts. */
  readonly goal?: number;
  /** How many times the time of plain JavaScript it may take: 5 where nothing else is said. */
  readonly plainGoal?: number;
}

const hundredThousand = 100_000;
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const fields = (id: number) => ({ Id: id, Name: `user${id}`, Size: (id * 7919) % 100_003 });
const objects = range(hundredThousand).map(fields);
const lines = range(10_000).map((id) => `2003-11-0${id % 9} user${id}@contoso.test logged on from 10.0.${id % 250}.7`);
const makeObjects =
  '$objs = for ($i = 0; $i -lt 100000; $i++) { [pscustomobject]@{ Id = $i; Name = "user$i"; Size = $i * 7919 % 100003 } }';
const makeLines =
  '$lines = for ($i = 0; $i -lt 10000; $i++) { "2003-11-0$($i % 9) user$i@contoso.test logged on from 10.0.$($i % 250).7" }';

/** A table of texts: every column as wide as its widest cell. */
function tableOf(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const names = Object.keys(rows[0]!);
  const cells = [names, ...rows.map((row) => names.map((name) => String(row[name])))];
  const widths = names.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  return cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join(' ')).join('\n');
}

export const shellRows: readonly ShellRow[] = [
  {
    name: '1,000,000 additions in a loop',
    script: '$s = 0; for ($i = 0; $i -lt 1000000; $i++) { $s += $i }; $s',
    plain: () => {
      let sum = 0;
      for (let i = 0; i < 1_000_000; i++) sum += i;
      return sum;
    },
    powerShell: 57,
    goal: 3,
  },
  {
    name: '100,000 function calls',
    setUp: 'function Add-One($x) { $x + 1 }',
    script: '$s = 0; for ($i = 0; $i -lt 100000; $i++) { $s = Add-One $s }; $s',
    plain: () => {
      const addOne = (x: number): number => x + 1;
      let sum = 0;
      for (let i = 0; i < hundredThousand; i++) sum = addOne(sum);
      return sum;
    },
    powerShell: 926,
    goal: 10,
  },
  {
    name: '100,000 objects through Where/ForEach/Select',
    setUp: makeObjects,
    script: '$objs | Where-Object { $_.Size -gt 50000 } | ForEach-Object { $_ } | Select-Object Id, Name',
    plain: () =>
      objects
        .filter(({ Size }) => Size > 50_000)
        .map((each) => each)
        .map(({ Id, Name }) => ({ Id, Name })),
    powerShell: 1154,
    goal: 10,
  },
  {
    name: '100,000 objects through Where',
    setUp: makeObjects,
    script: '$objs | Where-Object { $_.Size -gt 50000 }',
    plain: () => objects.filter(({ Size }) => Size > 50_000),
    powerShell: 395,
    goal: 3,
  },
  {
    name: '100,000 strings built',
    script: '$s = ""; for ($i = 0; $i -lt 100000; $i++) { $s += "line $i;" }; $s.Length',
    plain: () => {
      let text = '';
      for (let i = 0; i < hundredThousand; i++) text += `line ${i};`;
      return text.length;
    },
  },
  {
    name: '100,000 times -f',
    script: "for ($i = 0; $i -lt 100000; $i++) { '{0:D8}-{1}' -f $i, 'x' }",
    plain: () => range(hundredThousand).map((i) => `${String(i).padStart(8, '0')}-x`),
  },
  {
    name: 'hashtable, 100,000 filled and looked up',
    script:
      '$h = @{}; for ($i = 0; $i -lt 100000; $i++) { $h["k$i"] = $i }; $n = 0; for ($i = 0; $i -lt 100000; $i++) { if ($h.ContainsKey("k$i")) { $n++ } }; $n',
    plain: () => {
      const map = new Map<string, number>();
      for (let i = 0; i < hundredThousand; i++) map.set(`k${i}`, i);
      let found = 0;
      for (let i = 0; i < hundredThousand; i++) if (map.has(`k${i}`)) found++;
      return found;
    },
    powerShell: 194,
    goal: 3,
  },
  {
    name: 'sort of 100,000 objects by a property',
    setUp: makeObjects,
    script: '$objs | Sort-Object Size',
    plain: () => objects.toSorted((a, b) => a.Size - b.Size),
    powerShell: 608,
    goal: 3,
  },
  {
    name: 'sort of 100,000 integers',
    setUp: `${makeObjects}; $sizes = $objs.Size`,
    script: '$sizes | Sort-Object',
    plain: () => objects.map(({ Size }) => Size).toSorted((a, b) => a - b),
    powerShell: 868,
    goal: 3,
  },
  {
    name: 'regex over 10,000 lines',
    setUp: makeLines,
    script:
      "$n = 0; foreach ($line in $lines) { if ($line -match '(\\w+)@contoso\\.test.*10\\.0\\.(\\d+)') { $n += [int]$Matches[2] } }; $n",
    plain: () => {
      let sum = 0;
      for (const line of lines) {
        const match = /(\w+)@contoso\.test.*10\.0\.(\d+)/i.exec(line);
        if (match) sum += Number(match[2]);
      }
      return sum;
    },
  },
  {
    name: 'Group-Object of 100,000',
    setUp: makeObjects,
    script: '$objs | Group-Object { $_.Id % 37 }',
    plain: () => Map.groupBy(objects, ({ Id }) => Id % 37),
    powerShell: 992,
    goal: 3,
  },
  {
    name: 'ConvertTo-Json of 10,000 objects',
    setUp: `${makeObjects}; $ten = $objs[0..9999]`,
    script: '$ten | ConvertTo-Json -Depth 3',
    plain: () => JSON.stringify(objects.slice(0, 10_000), undefined, 2),
    powerShell: 109,
    goal: 3,
  },
  {
    name: 'ConvertFrom-Csv of 100,000 rows',
    setUp: `${makeObjects}; $csv = @('Id,Name,Size') + @(foreach ($o in $objs) { "$($o.Id),$($o.Name),$($o.Size)" })`,
    script: '$csv | ConvertFrom-Csv',
    plain: () => objects.map(({ Id, Name, Size }) => `${Id},${Name},${Size}`.split(',')),
    goal: 3,
  },
  {
    name: 'Import-Csv of 100,000 rows',
    setUp: `${makeObjects}; $objs | Export-Csv rows.csv`,
    script: 'Import-Csv rows.csv',
    plain: () =>
      readFileSync('rows.csv', 'utf8')
        .split('\n')
        .map((line) => line.split(',')),
    powerShell: 594,
    goal: 3,
  },
  {
    name: 'Format-Table of 10,000',
    setUp: `${makeObjects}; $ten = $objs[0..9999]`,
    script: '$ten | Format-Table | Out-String',
    plain: () => tableOf(objects.slice(0, 10_000)),
    goal: 3,
  },
];
