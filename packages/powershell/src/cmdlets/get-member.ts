import { switchOf, textsOf } from '../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet, Processor } from '../runtime/engine/command.ts';
import { allMembers, membersInOrder } from '../runtime/members/all-members.ts';
import { memberDefinition } from '../runtime/members/member-definition.ts';
import { typeNamesOf } from '../runtime/members/type-names.ts';
import { enumValue } from '../runtime/types/enum-type.ts';
import { MemberDefinition } from '../runtime/values/command-results.ts';
import { EnumValue } from '../runtime/values/enum-value.ts';
import { MemberInfo } from '../runtime/values/member-info.ts';
import { displayTypeName } from '../runtime/types/display-type-name.ts';
import { typeOf } from '../runtime/types/type-of.ts';
import { TypeValue } from '../runtime/values/type-value.ts';
import { matchesWildcard } from '../format/wildcard.ts';
import { inputReader, isPresent } from './objects/input-object.ts';
import { objectError } from './objects/object-errors.ts';

const memberTypes = 'System.Management.Automation.PSMemberTypes';
const viewTypes = 'System.Management.Automation.PSMemberViewTypes';

/** `Get-Member`: lists the members of each type that comes. */
export const getMember: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-Member',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['gm'],
  implementingType: 'Microsoft.PowerShell.Commands.GetMemberCommand',
  outputTypes: ['Microsoft.PowerShell.Commands.MemberDefinition'],
  parameters: [
    { name: 'InputObject', type: 'PSObject', pipeline: 'value' },
    { name: 'Name', type: 'String[]', position: 0, validate: [{ kind: 'notNullOrEmpty' }] },
    { name: 'MemberType', type: memberTypes, aliases: ['Type'] },
    { name: 'View', type: viewTypes },
    { name: 'Static', type: 'SwitchParameter' },
    { name: 'Force', type: 'SwitchParameter' },
  ],
  takesBoxed: true,
  create: (context) => list(context),
};

/** Tells the members of the first object of each type. */
function list(context: CommandContext): Processor {
  const { out, parameters: given, writeError } = context;
  const read = inputReader(context);
  const shown = new Set<string>();
  return {
    process: (item) => {
      const input = read(item);
      if (!isPresent(input)) return;
      const typeName = typeNameOf(input, switchOf(given, 'Static'));
      if (shown.has(typeName)) return;
      shown.add(typeName);
      for (const definition of definitions(context, input, typeName)) out.write(definition);
    },
    end: () => {
      if (shown.size === 0) writeError(objectError('NoObjectInGetMember'));
    },
  };
}

const typeNameOf = (value: unknown, isStatic: boolean): string =>
  isStatic
    ? value instanceof TypeValue
      ? value.type.name
      : typeOf(value).name
    : displayTypeName(typeNamesOf(value)[0]!);

function definitions(context: CommandContext, input: unknown, typeName: string): MemberDefinition[] {
  const { parameters: given } = context;
  const wanted = wantedTypes(given);
  const members = (switchOf(given, 'Static') ? staticMembers(input) : allMembers(input)).filter(
    ({ memberType }) => (enumValue(memberTypes, memberType).value & wanted) !== 0,
  );
  return (textsOf(given, 'Name') ?? ['*']).flatMap((pattern) =>
    members
      .filter(({ member }) => matchesWildcard(member.name, pattern))
      .map((info) => definition(info, typeName, switchOf(given, 'Static')))
      .toSorted(byTypeAndName),
  );
}

const extendedTypes = 1 | 2 | 8 | 16 | 32 | 128 | 256 | 1024;
const adaptedTypes = 4 | 64 | 512;

/** The flags of `-MemberType`, less those that `-View` leaves out. */
function wantedTypes(given: CommandContext['parameters']): number {
  const all = given['MemberType'] instanceof EnumValue ? given['MemberType'].value : -1;
  const view = given['View'] instanceof EnumValue ? given['View'].value : 3;
  return all & ((view & 1 ? extendedTypes : 0) | (view & 6 ? adaptedTypes : 0));
}

function definition(info: MemberInfo, typeName: string, isStatic: boolean): MemberDefinition {
  const mark = isStatic && info.member.kind === 'property' ? 'static ' : '';
  const text = mark + memberDefinition(info);
  return new MemberDefinition({ typeName, name: info.member.name, memberType: info.memberType, definition: text });
}

function staticMembers(input: unknown): MemberInfo[] {
  const owner = input instanceof TypeValue ? input : new TypeValue(typeOf(input));
  const { type } = owner;
  const methods = membersInOrder(type, ({ staticMethods }) => staticMethods);
  const properties = membersInOrder(type, ({ statics }) => statics);
  return [
    ...methods.map(
      ([name, overloads]) => new MemberInfo({ kind: 'typeMethod', name, overloads, isStatic: true }, owner),
    ),
    ...properties.map(([name, property]) => new MemberInfo({ kind: 'property', name, property }, null)),
  ];
}

const byTypeAndName = (left: MemberDefinition, right: MemberDefinition): number =>
  compareNames(left.memberType, right.memberType) || compareNames(left.name, right.name);

const compareNames = (left: string, right: string): number => {
  const [a, b] = [left.toUpperCase(), right.toUpperCase()];
  return a < b ? -1 : Number(a > b);
};
