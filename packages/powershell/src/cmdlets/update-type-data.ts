import { numberOf, switchOf, textOf, textsOf } from '../runtime/binder/read-parameters.ts';
import type { ParameterSpec } from '../runtime/binder/parameter-spec.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet } from '../runtime/engine/command.ts';
import type { TypeData } from '../runtime/types/type-data.ts';
import { toText } from '../runtime/values/to-text.ts';
import { memberOfType } from './objects/member-of-type.ts';
import { objectError, terminating } from './objects/object-errors.ts';

const file = 'FileSet';
const dynamic = 'DynamicTypeSet';
const data = 'TypeDataSet';
const inDynamic = { sets: { [dynamic]: {} } } as const;
const notEmpty = { ...inDynamic, validate: [{ kind: 'notNullOrEmpty' }] } as const satisfies Partial<ParameterSpec>;
const refused = { unsupported: true } as const;

const parameters: readonly ParameterSpec[] = [
  { name: 'MemberType', type: 'System.Management.Automation.PSMemberTypes', ...inDynamic },
  { name: 'MemberName', type: 'String', ...notEmpty },
  { name: 'Value', ...inDynamic },
  { name: 'SecondValue', ...inDynamic },
  { name: 'TypeConverter', type: 'System.Type', ...inDynamic, ...refused },
  { name: 'TypeAdapter', type: 'System.Type', ...inDynamic, ...refused },
  { name: 'SerializationMethod', type: 'String', ...inDynamic, ...refused },
  { name: 'TargetTypeForDeserialization', type: 'System.Type', ...inDynamic, ...refused },
  { name: 'SerializationDepth', type: 'Int32', ...inDynamic },
  { name: 'DefaultDisplayProperty', type: 'String', ...notEmpty },
  { name: 'InheritPropertySerializationSet', type: 'Nullable[Boolean]', ...inDynamic, ...refused },
  { name: 'StringSerializationSource', type: 'String', ...inDynamic, ...refused },
  { name: 'DefaultDisplayPropertySet', type: 'String[]', ...notEmpty },
  { name: 'DefaultKeyPropertySet', type: 'String[]', ...notEmpty },
  { name: 'PropertySerializationSet', type: 'String[]', ...inDynamic, ...refused },
  { name: 'TypeName', type: 'String', sets: { [dynamic]: { mandatory: true, pipeline: 'value' } } },
  { name: 'Force', type: 'SwitchParameter', sets: { [dynamic]: {}, [data]: {} } },
  {
    name: 'TypeData',
    type: 'System.Management.Automation.Runspaces.TypeData[]',
    sets: { [data]: { position: 0, mandatory: true, pipeline: 'both' } },
    ...refused,
  },
  {
    name: 'AppendPath',
    type: 'String[]',
    aliases: ['PSPath', 'Path'],
    sets: { [file]: { position: 0, pipeline: 'both' } },
    ...refused,
  },
  { name: 'PrependPath', type: 'String[]', sets: { [file]: {} }, ...refused },
];

export const updateTypeData: Cmdlet = {
  kind: 'cmdlet',
  name: 'Update-TypeData',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.UpdateTypeDataCommand',
  defaultSet: file,
  confirms: 'Low',
  parameters,
  create: (context) => ({ process: () => update(context) }),
};

function update(context: CommandContext): void {
  const { parameters: given, session, shouldProcess, writeError } = context;
  const typeName = (textOf(given, 'TypeName') ?? '').trim();
  if (typeName === '') return;
  const apply = changes(given).filter((change) => change !== undefined);
  if (apply.length === 0) return writeError(objectError('TypeDataEmpty', [typeName]));
  if (!shouldProcess(`Type to update: ${typeName}`, 'Update TypeData')) return;
  const typeData = session.typeData.of(typeName);
  for (const change of apply) {
    const problem = change(typeData);
    if (problem !== undefined) writeError(objectError('DynamicTypeDataError', [typeName, problem]));
  }
}

/** Gives what is wrong with it, if anything is. */
type Change = (typeData: TypeData) => string | undefined;

function changes(given: CommandContext['parameters']): (Change | undefined)[] {
  return [
    memberChange(given),
    setting(given, textsOf, 'DefaultDisplayPropertySet', 'defaultDisplayPropertySet'),
    setting(given, textsOf, 'DefaultKeyPropertySet', 'defaultKeyPropertySet'),
    setting(given, textOf, 'DefaultDisplayProperty', 'defaultDisplayProperty'),
    setting(given, numberOf, 'SerializationDepth', 'serializationDepth'),
  ];
}

type SettingKey =
  | 'defaultDisplayProperty'
  | 'defaultDisplayPropertySet'
  | 'defaultKeyPropertySet'
  | 'serializationDepth';

/** A standard member: the first word about it stands, unless it is forced. */
function setting<K extends SettingKey>(
  given: CommandContext['parameters'],
  read: (given: CommandContext['parameters'], name: string) => TypeData[K],
  parameter: string,
  key: K,
): Change | undefined {
  const value = read(given, parameter);
  if (value === undefined) return undefined;
  return (typeData) => {
    if (typeData[key] !== undefined && !switchOf(given, 'Force')) return `The member ${parameter} is already present.`;
    typeData[key] = value;
    return undefined;
  };
}

function memberChange(given: CommandContext['parameters']): Change | undefined {
  const { MemberName, MemberType, Value, SecondValue } = given;
  if (MemberType === undefined) {
    if (MemberName === undefined && Value === undefined && SecondValue === undefined) return undefined;
    throw terminating('MemberTypeIsMissing');
  }
  const member = memberOfType(toText(MemberType), { name: toText(MemberName), value: Value, secondValue: SecondValue });
  return ({ members }) => {
    if (members.get(member.name) && !switchOf(given, 'Force')) return `The member ${member.name} is already present.`;
    members.set(member);
    return undefined;
  };
}
