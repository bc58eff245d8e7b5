import { switchOf, textOf } from '../runtime/binder/read-parameters.ts';
import type { ParameterSpec, ParameterUse } from '../runtime/binder/parameter-spec.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet, Processor } from '../runtime/engine/command.ts';
import { allMembers } from '../runtime/members/all-members.ts';
import { typeNameList } from '../runtime/members/type-names.ts';
import { boxed } from '../runtime/values/boxed.ts';
import { Dictionary } from '../runtime/values/dictionary.ts';
import { type ExtendedMember, extend } from '../runtime/values/ps-object.ts';
import { toText } from '../runtime/values/to-text.ts';
import { inputReader, isPresent } from './objects/input-object.ts';
import { memberOfType } from './objects/member-of-type.ts';
import { objectError } from './objects/object-errors.ts';

const sets = {
  typeName: 'TypeNameSet',
  several: 'NotePropertyMultiMemberSet',
  single: 'NotePropertySingleMemberSet',
  member: 'MemberSet',
} as const;

const inMembers = (use: ParameterUse = {}) => ({ [sets.member]: use, [sets.single]: use, [sets.several]: use });

const parameters: readonly ParameterSpec[] = [
  { name: 'InputObject', type: 'PSObject', mandatory: true, pipeline: 'value' },
  {
    name: 'MemberType',
    type: 'System.Management.Automation.PSMemberTypes',
    aliases: ['Type'],
    sets: { [sets.member]: { position: 0, mandatory: true } },
  },
  { name: 'Name', type: 'String', sets: { [sets.member]: { position: 1, mandatory: true } } },
  { name: 'Value', sets: { [sets.member]: { position: 2 } } },
  { name: 'SecondValue', sets: { [sets.member]: { position: 3 } } },
  {
    name: 'TypeName',
    type: 'String',
    sets: { [sets.typeName]: { mandatory: true }, ...inMembers() },
    validate: [{ kind: 'notNullOrEmpty' }],
  },
  { name: 'Force', type: 'SwitchParameter', sets: inMembers() },
  { name: 'PassThru', type: 'SwitchParameter' },
  {
    name: 'NotePropertyName',
    type: 'String',
    leaves: [
      'aliasproperty',
      'codemethod',
      'codeproperty',
      'memberset',
      'noteproperty',
      'propertyset',
      'scriptmethod',
      'scriptproperty',
    ],
    sets: { [sets.single]: { position: 0, mandatory: true } },
    validate: [{ kind: 'notNullOrEmpty' }],
  },
  { name: 'NotePropertyValue', sets: { [sets.single]: { position: 1, mandatory: true } }, allowNull: true },
  {
    name: 'NotePropertyMembers',
    type: 'System.Collections.IDictionary',
    sets: { [sets.several]: { position: 0, mandatory: true } },
    validate: [{ kind: 'notNullOrEmpty' }],
  },
];

export const addMember: Cmdlet = {
  kind: 'cmdlet',
  name: 'Add-Member',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.AddMemberCommand',
  defaultSet: sets.typeName,
  parameters,
  takesBoxed: true,
  create: (context) => add(context),
};

function add(context: CommandContext): Processor {
  const { out, parameters } = context;
  const read = inputReader(context);
  return {
    process: (item) => {
      const given = read(item);
      if (!isPresent(given)) return;
      const input = boxed(given) as object;
      const typeName = textOf(parameters, 'TypeName');
      const added = membersOf(parameters).every((member) => addTo(context, input, member));
      if (!added) return;
      if (typeName !== undefined) typeNameList(input).items.unshift(typeName);
      if (switchOf(parameters, 'PassThru')) out.write(input);
    },
  };
}

function membersOf(given: CommandContext['parameters']): ExtendedMember[] {
  const { MemberType, NotePropertyMembers, NotePropertyName } = given;
  if (NotePropertyMembers instanceof Dictionary) {
    return Array.from(NotePropertyMembers.pairs(), ([key, value]) => note(toText(key), value));
  }
  if (NotePropertyName !== undefined) return [note(toText(NotePropertyName), given['NotePropertyValue'])];
  if (MemberType === undefined) return [];
  const { Name, Value, SecondValue } = given;
  return [memberOfType(toText(MemberType), { name: toText(Name), value: Value, secondValue: SecondValue })];
}

const note = (name: string, value: unknown): ExtendedMember => ({ kind: 'note', name, value: value ?? null });

/** Adds a member unless there is one of that name, which only `-Force` overwrites. */
function addTo({ parameters: given, writeError }: CommandContext, target: object, member: ExtendedMember): boolean {
  const key = member.name.toLowerCase();
  const exists = allMembers(target).some((info) => info.member.name.toLowerCase() === key);
  if (exists && !switchOf(given, 'Force')) {
    writeError(objectError('MemberAlreadyExists', [member.name], { target }));
    return false;
  }
  const members = extend(target);
  members.delete(member.name);
  members.set(member);
  return true;
}
