import type { Overload } from '../types/define-type.ts';
import { shortTypeName } from '../types/display-type-name.ts';
import { typeNameOf, typeOf } from '../types/type-of.ts';
import type { MemberInfo } from '../values/member-info.ts';
import { TypeValue } from '../values/type-value.ts';
import { plainText, toText } from '../values/to-text.ts';
import { formsOfMethod } from './method-forms.ts';
import { isSettable, memberValueType } from './member-value.ts';
import { returnTypeOf } from './return-types.ts';

const codeName = (name: string): string => (name === 'System.Object' ? name : shortTypeName(name));

/** `string Substring(int startIndex)`, for each form of a method. */
export function methodDefinitions({ member, owner }: MemberInfo): string[] {
  if (member.kind !== 'typeMethod') return [];
  const type = member.isStatic && owner instanceof TypeValue ? owner.type : typeOf(owner);
  const typeName = type.name;
  const known = member.overloads.some(({ isScript }) => isScript) ? undefined : formsOfMethod(type, member);
  if (known) return [...known];
  const returns = ({ returns: declared, parameters }: Overload): string =>
    codeName(member.name === 'new' ? typeName : (declared ?? returnTypeOf(typeName, member.name, parameters)));
  const mark = member.isStatic && member.name !== 'new' ? 'static ' : '';
  return member.overloads.map((form) => `${mark}${returns(form)} ${member.name}(${parameterList(form)})`);
}

export const parameterList = ({ parameters, names, rest, byReference }: Overload): string =>
  parameters
    .map((type, index) => {
      const mark = rest && index === parameters.length - 1 ? 'Params ' : byReference?.[index] ? '[ref] ' : '';
      return `${mark}${codeName(type)} ${names[index] ?? 'value'}`;
    })
    .join(', ');

/** What Get-Member says of a member. Source: the ToString of each class of members. */
export function memberDefinition(info: MemberInfo): string {
  const { member } = info;
  switch (member.kind) {
    case 'note':
      return noteDefinition(member.name, member.value);
    case 'script':
      return `System.Object ${member.name} {get=${member.getter.code.text};${member.setter ? `set=${member.setter.code.text};` : ''}}`;
    case 'alias':
      return `${member.name} = ${member.target}`;
    case 'method':
      return `System.Object ${member.name}();`;
    case 'set':
      return `${member.name} {${member.names.join(', ')}}`;
    case 'members':
      return `${member.name} {${Array.from(member.members, ({ name }) => name).join(', ')}}`;
    case 'property':
      return `${codeName(memberValueType(info))} ${member.name} {get;${isSettable(info) ? 'set;' : ''}}`;
    case 'typeMethod':
      return methodDefinitions(info).join(', ');
  }
}

function noteDefinition(name: string, value: unknown): string {
  if (value === null || value === undefined) return `object ${name}=null`;
  const type = codeName(typeNameOf(value));
  return `${type.slice(type.lastIndexOf('.') + 1)} ${name}=${typeof value === 'object' ? plainText(value) : toText(value)}`;
}
