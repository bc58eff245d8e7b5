import { describe, expect, test } from 'vitest';
import { Thing, enumOf } from '../testing/plain-source.ts';
import { render } from '../testing/render.ts';
import { builtInViews } from './built-in-views.ts';

const folder = 'Microsoft.PowerShell.Core\\FileSystem::/home/ann';
const item = (type: string, Name: string, more: Record<string, unknown> = {}) =>
  new Thing({
    types: [`System.IO.${type}`, 'System.IO.FileSystemInfo'],
    properties: {
      PSParentPath: folder,
      Name,
      NameString: Name,
      UnixMode: type === 'FileInfo' ? '-rw-r--r--' : 'drwxr-xr-x',
      User: 'ann',
      Group: 'staff',
      Size: 4096,
      LastWriteTime: new Thing({
        types: ['System.DateTime'],
        properties: { '{0:d} {0:HH}:{0:mm}': '01/02/2024 03:04' },
      }),
      ...more,
    },
  });
const file = item('FileInfo', 'a.txt', { Size: 12, LengthString: '12' });
const directory = item('DirectoryInfo', 'mail');

const shown: readonly (readonly [name: string, value: unknown, expected: string])[] = [
  [
    'a directory listing',
    [directory, file],
    `
    Directory: /home/ann

UnixMode         User Group         LastWriteTime         Size Name
--------         ---- -----         -------------         ---- ----
drwxr-xr-x        ann staff      01/02/2024 03:04         4096 mail
-rw-r--r--        ann staff      01/02/2024 03:04           12 a.txt

`,
  ],
  [
    'a process',
    new Thing({
      types: ['System.Diagnostics.Process'],
      properties: { NPM: 0, PM: 1572864, WS: 2097152, CPU: 1.5, Id: 42, SI: 1, ProcessName: 'node' },
    }),
    `
 NPM(K)    PM(M)      WS(M)     CPU(s)      Id  SI ProcessName
 ------    -----      -----     ------      --  -- -----------
      0     1.50       2.00       1.50      42   1 node

`,
  ],
  [
    'a method',
    new Thing({
      types: ['System.Management.Automation.PSMethod'],
      properties: { OverloadDefinitions: ['int A()', 'int A(int b)'] },
    }),
    `
OverloadDefinitions
-------------------
int A()
int A(int b)


`,
  ],
  [
    'a date without its property',
    new Thing({ types: ['System.DateTime'], properties: { Year: 2024, D: 'Tuesday, 02 January 2024', T: '03:04:05' } }),
    '\nTuesday, 02 January 2024 03:04:05\n\n',
  ],
  [
    'a script block',
    new Thing({ types: ['System.Management.Automation.ScriptBlock'], properties: { Ast: '' }, text: ' 1 + 1 ' }),
    ' 1 + 1 \n',
  ],
];

describe('views that come with the language', () => {
  test.each(shown)('%s', (_name, value, expected) => {
    expect(render([{ values: [value] }])).toBe(expected);
  });

  test('wide and list views of a listing', () => {
    expect(render([{ values: [directory, file], request: { shape: 'wide' } }])).toBe(
      `\n    Directory: /home/ann\n\n${'[mail]'.padEnd(40)}a.txt\n\n`,
    );
    expect(render([{ values: [file], request: { shape: 'list' } }])).toContain(
      'Name           : a.txt\nLength         : 12\n',
    );
    expect(render([{ values: [directory], request: { shape: 'list' } }])).not.toContain('Length');
  });

  test('an alias is shown with what it stands for, other commands by name', () => {
    const alias = new Thing({
      types: ['System.Management.Automation.AliasInfo'],
      properties: { CommandType: enumOf('CommandTypes', 'Alias'), Name: 'ls', DisplayName: 'ls -> Get-ChildItem' },
    });
    expect(render([{ values: [alias] }])).toContain('Alias           ls -> Get-ChildItem');
  });

  test('each has a type, and no type has two of one shape and name', () => {
    const keys = builtInViews.flatMap(({ name, shape, types }) => types.map((type) => `${type} ${shape} ${name}`));
    expect(keys.length).toBeGreaterThan(0);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
