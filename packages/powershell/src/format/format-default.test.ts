import { describe, expect, test } from 'vitest';
import { golden } from './testing/golden.ts';
import { Real, Thing, entry, enumOf, hash } from './testing/plain-source.ts';
import { render } from './testing/render.ts';

const custom = 'System.Management.Automation.PSCustomObject';

const timeSpan = new Thing({
  types: ['System.TimeSpan'],
  text: '1.02:03:04',
  properties: {
    Ticks: 937840000000,
    Days: 1,
    Hours: 2,
    Milliseconds: 0,
    Minutes: 3,
    Seconds: 4,
    TotalDays: 1.08546296296296,
    TotalHours: 26.0511111111111,
    TotalMilliseconds: 93784000,
    TotalMinutes: 1563.06666666667,
    TotalSeconds: 93784,
  },
});

const dateTime = (text: string) =>
  new Thing({ types: ['System.DateTime'], text, properties: { Year: 2024, Month: 1, DateTime: text } });
const midnight = dateTime('Tuesday, 02 January 2024 00:00:00');

const version = (properties: Record<string, unknown>) => new Thing({ types: ['System.Version'], properties });
const typed = (type: string, properties: Record<string, unknown>, text = type) =>
  new Thing({ types: [type], properties, text });

const runtimeType = (Name: string, BaseType: string, IsSerializable = true) =>
  typed('System.RuntimeType', { IsPublic: true, IsSerializable, Name, BaseType });

const command = (CommandType: string, Name: string, more: Record<string, unknown> = {}) =>
  new Thing({
    types: [`System.Management.Automation.${CommandType}Info`, 'System.Management.Automation.CommandInfo'],
    properties: { CommandType: enumOf('CommandTypes', CommandType), Name, Version: null, Source: '', ...more },
  });
const alias = (name: string, target: string) => command('Alias', name, { DisplayName: `${name} -> ${target}` });

const group = (Name: string, Group: readonly string[]) =>
  typed('Microsoft.PowerShell.Commands.GroupInfo', { Count: Group.length, Name, Group });
const groupOnly = (Name: string, Count: number) =>
  new Thing({
    types: ['Microsoft.PowerShell.Commands.GroupInfoNoElement', 'Microsoft.PowerShell.Commands.GroupInfo'],
    properties: { Count, Name },
  });

const measure = (properties: Record<string, unknown>) =>
  typed('Microsoft.PowerShell.Commands.GenericMeasureInfo', {
    Count: 3,
    Average: null,
    Sum: null,
    Maximum: null,
    Minimum: null,
    StandardDeviation: null,
    Property: null,
    ...properties,
  });

const regexOptions = enumOf('System.Text.RegularExpressions.RegexOptions', 'None');
const span = typed('System.TimeSpan', {}, '-00:00:00.0010000');
const culture = (LCID: number, Name: string, DisplayName: string) =>
  typed('System.Globalization.CultureInfo', { LCID, Name, DisplayName });
const a1 = { a: 1 };
const a2 = { a: 2 };
const five = { a: 1, b: 2, c: 3, d: 4, e: 5 };

/** Golden case → the values that its script writes. */
const cases: Readonly<Record<string, readonly unknown[]>> = {
  '1': [1],
  str: ['str'],
  'true-null-false': [true, null, false],
  '1-2-3': [[1, 2, 3]],
  '1-a-2-5': [[1, 'a', 2.5]],
  case: [[]],
  'a-1': [hash(a1)],
  'ordered-b-1-a-2': [hash({ b: 1, a: 2 })],
  'case-2': [hash({})],
  'a-b-1': [hash({ a: hash({ b: 1 }) })],
  'a-1-10': [hash({ a: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] })],
  'ordered-a-null-b-c': [hash({ a: null, b: '', c: [] })],
  'ordered-k-v-100': [hash({ k: 'v'.repeat(100) })],
  'pscustomobject-a-1-text-pscustomobject-a-2': [a1, 'text', a2],
  'pscustomobject-a-1-pscustomobject-b-2': [a1, { b: 2 }],
  'pscustomobject-a-1-5-pscustomobject-a-2': [a1, 5, a2],
  'before-pscustomobject-a-1-b-2-after': ['before', { a: 1, b: 2 }, 'after'],
  'pscustomobject-a-1-b-1-x': [a1, hash({ b: 1 }), 'x'],
  'pscustomobject-a-1-b-2-c-3-d-4-e-5-pscustomobjec': [five, a1],
  'pscustomobject-a-1-pscustomobject-a-1-b-2-c-3-d': [a1, five],
  'datetime-2024-01-02-03-04-05': [dateTime('Tuesday, 02 January 2024 03:04:05')],
  'datetime-2024-01-02': [midnight],
  'timespan-1-02-03-04': [timeSpan],
  'guid-empty': [typed('System.Guid', { Guid: '00000000-0000-0000-0000-000000000000' })],
  'version-1-2-3-4': [version({ Major: 1, Minor: 2, Build: 3, Revision: 4 })],
  'semver-1-2-3-rc-1': [
    typed('System.Management.Automation.SemanticVersion', {
      Major: 1,
      Minor: 2,
      Patch: 3,
      PreReleaseLabel: 'rc.1',
      BuildLabel: null,
    }),
  ],
  'mailaddress-ann-a-b-com': [
    typed('System.Net.Mail.MailAddress', { DisplayName: 'Ann', User: 'a', Host: 'b.com', Address: 'a@b.com' }),
  ],
  'dayofweek-monday': [enumOf('System.DayOfWeek', 'Monday')],
  'system-io-fileattributes-hidden-readonly': [enumOf('System.IO.FileAttributes', 'ReadOnly, Hidden')],
  int: [runtimeType('Int32', 'System.ValueType')],
  'string-datetime': [[runtimeType('String', 'System.Object'), runtimeType('DateTime', 'System.ValueType')]],
  'system-random': [runtimeType('Random', 'System.Object', false)],
  'char-a': [typed('System.Char', {}, 'a')],
  'byte-1-2-3': [[typed('System.Byte', {}, '1'), typed('System.Byte', {}, '2'), typed('System.Byte', {}, '3')]],
  'regex-a': [
    typed('System.Text.RegularExpressions.Regex', { Options: regexOptions, RightToLeft: false, MatchTimeout: span }),
  ],
  'abc-match-b-matches': [true, hash({ 0: 'b' })],
  'system-text-stringbuilder-new-abc': [
    typed('System.Text.StringBuilder', { Capacity: 16, MaxCapacity: 2147483647, Length: 3 }),
  ],
  'd-system-collections-generic-dictionary-string-i': [
    [
      typed('System.Collections.Generic.KeyValuePair', { Key: 'a', Value: 1 }),
      typed('System.Collections.Generic.KeyValuePair', { Key: 'b', Value: 2 }),
    ],
  ],
  'tuple-create-1-a': [typed('System.Tuple', { Item1: 1, Item2: 'a', Length: 2 })],
  'system-collections-dictionaryentry-new-k-v': [entry('k', 'v')],
  'bigint-123': [typed('System.Numerics.BigInteger', { IsEven: false }, '123')],
  'system-numerics-complex-new-1-2': [
    typed('System.Numerics.Complex', {
      Real: new Real(1),
      Imaginary: new Real(2),
      Magnitude: 2.23606797749979,
      Phase: 1.1071487177940904,
    }),
  ],
  'system-globalization-cultureinfo-invariantcultur': [culture(127, '', 'Invariant Language (Invariant Country)')],
  'cultureinfo-en-us': [culture(1033, 'en-US', 'English (United States)')],
  'system-net-mail-mailaddress-new-a-b-c': [
    typed('System.Net.Mail.MailAddress', { DisplayName: '', User: 'a', Host: 'b.c', Address: 'a@b.c' }),
  ],
  'get-alias-ft': [alias('ft', 'Format-Table')],
  'get-alias-ft-fl': [alias('ft', 'Format-Table'), alias('fl', 'Format-List')],
  'get-command-write-output': [
    command('Cmdlet', 'Write-Output', { Version: '7.0.0.0', Source: 'Microsoft.PowerShell.Utility' }),
  ],
  'function-f-1-get-command-f': [command('Function', 'f')],
  'get-variable-x-erroraction-silentlycontinue-x-5': [
    typed('System.Management.Automation.PSVariable', { Name: 'x', Value: 5 }),
  ],
  'env-zz-v-get-item-env-zz': [entry('ZZ', 'v')],
  '1-3-measure-object': [measure({})],
  '1-3-measure-object-sum-average': [measure({ Average: new Real(2), Sum: new Real(6) })],
  'a-b-c-measure-object-word-line-character': [
    typed('Microsoft.PowerShell.Commands.TextMeasureInfo', { Lines: 2, Words: 3, Characters: 4, Property: null }),
  ],
  'a-b-a-group-object': [group('a', ['a', 'a']), group('b', ['b'])],
  'a-b-a-group-object-noelement': [groupOnly('a', 2), groupOnly('b', 1)],
  '1-2-select-object-n-dbl-e-2': [{ Dbl: 2 }, { Dbl: 4 }],
  'compare-object-1-2-2-3': [
    { InputObject: 3, SideIndicator: '=>' },
    { InputObject: 1, SideIndicator: '<=' },
  ],
  'abc-get-member-name-length': [
    typed('Microsoft.PowerShell.Commands.MemberDefinition', {
      TypeName: 'System.String',
      Name: 'Length',
      MemberType: enumOf('PSMemberTypes', 'Property'),
      Definition: 'int Length {get;}',
    }),
  ],
  'abc-select-string-b': [typed('Microsoft.PowerShell.Commands.MatchInfo', { Line: 'abc' }, 'abc')],
  'get-date-2024-01-02-select-object-year-month': [{ Year: 2024, Month: 1 }],
  'get-psdrive-variable': [
    typed('System.Management.Automation.PSDriveInfo', {
      Name: 'Variable',
      Used: null,
      Free: null,
      Provider: { Name: 'Variable' },
      Root: '',
      CurrentLocation: '',
    }),
  ],
  'new-object-system-version-1-2': [version({ Major: 1, Minor: 2, Build: -1, Revision: -1 })],
  'system-management-automation-pscredential-new-u': [
    typed('System.Management.Automation.PSCredential', {
      UserName: 'u',
      Password: typed('System.Security.SecureString', { Length: 1 }, 'System.Security.SecureString'),
    }),
  ],
  'convertto-securestring-p-asplaintext-force': [typed('System.Security.SecureString', { Length: 1 })],
  'exception-new-plain-exception': [
    typed('System.Exception', {
      TargetSite: null,
      Message: 'plain exception',
      Data: hash({}),
      InnerException: null,
      HelpLink: null,
      Source: null,
      HResult: -2146233088,
      StackTrace: null,
    }),
  ],
  'class-e-e-new': [typed('E', {})],
  'class-p-string-tostring-return-custom-p-new': [typed('P', {}, 'custom')],
  'enum-e-a-b-e-a-e': [
    enumOf('E', 'A'),
    typed('System.RuntimeType', { IsPublic: true, IsSerializable: true, Name: 'E', BaseType: 'System.Enum' }),
  ],
  'pscustomobject-pstypename-t1-a-1-pscustomobject': [[typed('T1', a1), typed('T2', a2)]],
  'update-typedata-typename-my-t-defaultdisplayprop': [
    new Thing({ types: ['My.T', custom], properties: { a: 1, b: 2, c: 3 }, defaults: ['a', 'b'] }),
  ],
  '1-3-foreach-object-pscustomobject-n-done': [{ n: 1 }, { n: 2 }, { n: 3 }, 'done'],
  'get-date-2024-01-02-pscustomobject-a-1': [midnight, a1],
  'pscustomobject-a-1-get-date-2024-01-02': [a1, midnight],
  'pscustomobject-a-1-null-pscustomobject-a-2': [a1, null, a2],
  'pscustomobject-a-1-pscustomobject-a-2': [a1, '', a2],
  '1-pscustomobject-a-1-timespan-1-0-0-2': [1, a1, timeSpan, 2],
  '1-2-3-4': [
    [1, 2],
    [3, 4],
  ],
  'a-1-b-2': [[hash(a1), hash({ b: 2 })]].flat(),
  'pscustomobject-a-1-b-2': [a1, hash({ b: 2 })],
  'a-1-pscustomobject-b-2': [hash(a1), { b: 2 }],
  'pscustomobject-1': [{}, 1],
  'object-new': [typed('System.Object', {})],
  'pscustomobject-s-a-pscustomobject-s-b-t-c': [{ s: 'a' }, { s: 'b', t: 'c' }],
  'multi-nline-n-next': ['multi\nline\n', 'next'],
  x: ['', ' ', 'x'],
  'pscustomobject-count-3-items-a-b-c-nested-x-y-1': [
    { Count: 3, Items: ['a', 'b', 'c'], Nested: hash({ x: hash({ y: 1 }) }) },
  ],
  '1-select-object-property': [typed('Selected.System.Int32', {}, '')],
  'str-select-object-property': [{ Length: 3 }],
};

describe('values without a Format cmdlet', () => {
  test.each(Object.entries(cases))('%s', (name, values) => {
    expect(render([{ values }])).toBe(golden('format-default', name));
  });
});
