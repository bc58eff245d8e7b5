import type { FunctionMemberAst, MemberAst, TypeDefinitionAst } from '../../syntax/ast.ts';
import { fullTypeName } from '../../syntax/type-name.ts';
import { scriptError, type ScriptError } from '../errors/script-error.ts';
import type { ScriptSource } from '../errors/script-position.ts';

/** Refuses members that a type has already, and values that no enumeration can have. Source: TypeDefiner. */
export function checkMembers(source: ScriptSource, { members, definitionKind }: TypeDefinitionAst): void {
  const seen = new Set<string>();
  for (const member of members) {
    const key = signature(member);
    if (seen.has(key))
      throw located(scriptError('MemberAlreadyDefined', [member.name]), { source, ...placeOf(member) });
    seen.add(key);
    if (definitionKind === 'enum') checkValue(source, member);
  }
}

function signature(member: MemberAst): string {
  const name = member.name.toLowerCase();
  if (member.type === 'PropertyMember') return `$${name}`;
  const isStatic = member.modifiers.includes('Static') ? 'static ' : '';
  return `${isStatic}${name}(${parameterTypes(member).join(',')})`;
}

const parameterTypes = ({ parameters }: FunctionMemberAst): string[] =>
  parameters.map(({ attributes }) => {
    const constraint = attributes.find(({ type }) => type === 'TypeConstraint');
    return constraint ? fullTypeName(constraint.typeName).toLowerCase() : 'object';
  });

const placeOf = (member: MemberAst): { start: number; end: number } =>
  member.type === 'FunctionMember'
    ? { start: member.nameStart, end: member.nameStart + member.name.length }
    : { start: member.start, end: member.end };

function checkValue(source: ScriptSource, member: MemberAst): void {
  const value = member.type === 'PropertyMember' ? member.initialValue : undefined;
  if (value?.type !== 'StringConstantExpression' || /^\s*[+-]?\d+\s*$/.test(value.value)) return;
  throw located(scriptError('CannotConvertValue', ['int']), { source, start: value.start, end: value.end });
}

interface Place {
  readonly source: ScriptSource;
  readonly start: number;
  readonly end: number;
}

function located(error: ScriptError, { source, start, end }: Place): ScriptError {
  error.record.locate({ source, start, end });
  return error;
}
