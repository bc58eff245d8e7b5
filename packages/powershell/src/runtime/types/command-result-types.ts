import { DateTime, TimeSpan } from '../../dotnet/index.ts';
import type { HistoryEntry } from '../engine/history.ts';
import type { GroupInfo, MeasureInfo, MeasureKind, MemberDefinition, VerbInfo } from '../values/command-results.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { toText } from '../values/to-text.ts';
import { enumValue } from './enum-type.ts';
import { type DotNetType, type Property, readOnly } from './define-type.ts';

const commands = 'Microsoft.PowerShell.Commands';
const automation = 'System.Management.Automation';

const groupInfo: DotNetType = {
  name: `${commands}.GroupInfo`,
  base: 'System.Object',
  properties: {
    Values: readOnly(({ values }: GroupInfo) => values, 'System.Collections.ArrayList'),
    Count: readOnly(({ count }: GroupInfo) => count, 'int'),
    Group: readOnly(
      ({ group }: GroupInfo) => group,
      'System.Collections.ObjectModel.Collection`1[System.Management.Automation.PSObject]',
    ),
    Name: readOnly(({ name }: GroupInfo) => name, 'string'),
  },
};

const measured = (name: string): Property => readOnly(({ values }: MeasureInfo) => values[name] ?? null);

const measureType = (kind: MeasureKind, names: readonly string[]): DotNetType => ({
  name: `${commands}.${kind}`,
  base: `${commands}.MeasureInfo`,
  properties: Object.fromEntries(names.map((name) => [name, measured(name)])),
});

const statistics = ['Count', 'Average', 'Sum', 'Maximum', 'Minimum', 'StandardDeviation', 'Property'];

const memberDefinition: DotNetType = {
  name: `${commands}.MemberDefinition`,
  base: 'System.Object',
  properties: {
    TypeName: readOnly(({ of }: MemberDefinition) => of, 'string'),
    Name: readOnly(({ name }: MemberDefinition) => name, 'string'),
    MemberType: readOnly(({ memberType }: MemberDefinition) => enumValue(`${automation}.PSMemberTypes`, memberType)),
    Definition: readOnly(({ definition }: MemberDefinition) => definition, 'string'),
  },
};

const dateOf = (milliseconds: number): DateTime => DateTime.fromUnixMilliseconds(milliseconds);

const historyInfo: DotNetType = {
  name: `${commands}.HistoryInfo`,
  base: 'System.Object',
  properties: {
    Id: readOnly(({ id }: HistoryEntry) => BigInt(id), 'long'),
    CommandLine: readOnly(({ commandLine }: HistoryEntry) => commandLine, 'string'),
    ExecutionStatus: readOnly(({ succeeded }: HistoryEntry) => (succeeded ? 'Completed' : 'Failed')),
    StartExecutionTime: readOnly(({ started }: HistoryEntry) => dateOf(started), 'datetime'),
    EndExecutionTime: readOnly(({ ended }: HistoryEntry) => dateOf(ended), 'datetime'),
    Duration: readOnly(
      ({ ended, started }: HistoryEntry) => TimeSpan.from(ended - started, 'milliseconds'),
      'timespan',
    ),
  },
};

const verbInfo: DotNetType = {
  name: 'System.Management.Automation.VerbInfo',
  base: 'System.Object',
  properties: {
    Verb: readOnly(({ verb }: VerbInfo) => verb, 'string'),
    AliasPrefix: readOnly(({ aliasPrefix }: VerbInfo) => aliasPrefix, 'string'),
    Group: readOnly(({ group }: VerbInfo) => group, 'string'),
    Description: readOnly(({ description }: VerbInfo) => description, 'string'),
  },
};

const enumeration = (name: string, values: Readonly<Record<string, number>>, flags = false): DotNetType => ({
  name,
  base: 'System.Enum',
  valueType: true,
  flags,
  enumeration: values,
});

/** Types of what general cmdlets take and give. */
export const commandResultTypes: readonly DotNetType[] = [
  {
    name: `${commands}.PSPropertyExpression`,
    base: 'System.Object',
    convert: (value) => (value instanceof ScriptBlock ? value : toText(value)),
  },
  enumeration(`${automation}.SessionStateEntryVisibility`, { Public: 0, Private: 1 }),
  enumeration(`${automation}.PSMemberViewTypes`, { Extended: 1, Adapted: 2, Base: 4, All: 7 }, true),
  enumeration(`${commands}.OutputModeOption`, { None: 0, Single: 1, Multiple: 2 }),
  groupInfo,
  verbInfo,
  historyInfo,
  memberDefinition,
  { name: `${commands}.GroupInfoNoElement`, base: `${commands}.GroupInfo` },
  { name: `${commands}.MeasureInfo`, base: 'System.Object' },
  measureType('GenericMeasureInfo', statistics),
  measureType('GenericObjectMeasureInfo', statistics),
  measureType('TextMeasureInfo', ['Lines', 'Words', 'Characters', 'Property']),
];
