import type { ExpressionAst, FunctionMemberAst, MemberAst, TypeDefinitionAst } from '../../syntax/ast.ts';
import { fullTypeName } from '../../syntax/type-name.ts';
import { pureExpression } from '../../syntax/checks/assignment-checks.ts';
import { isConstant } from '../../syntax/checks/constant-values.ts';
import type { RefuseType } from './type-error.ts';

/** Members that a type has already, and values that an enumeration cannot have. Source: TypeDefiner. */
export function checkMembers({ members, definitionKind, baseTypes }: TypeDefinitionAst, refuse: RefuseType): void {
  const seen = new Set<string>();
  const underlying = baseTypes[0] ? fullTypeName(baseTypes[0].typeName) : 'int';
  for (const member of members) {
    checkConstructor(member, refuse);
    if (definitionKind === 'enum') checkValue(member, { underlying, refuse });
    const key = signature(member);
    if (seen.has(key)) refuse('MemberAlreadyDefined', placeOf(member), member.name);
    seen.add(key);
  }
}

function checkConstructor(member: MemberAst, refuse: RefuseType): void {
  if (member.type !== 'FunctionMember' || !member.isConstructor || !member.modifiers.includes('Static')) return;
  const [first] = member.parameters;
  if (first) refuse('StaticConstructorCantHaveParameters', { start: first.start, end: member.parameters.at(-1)!.end });
}

function signature(member: MemberAst): string {
  const name = member.name.toLowerCase();
  if (member.type === 'PropertyMember') return `$${name}`;
  const isStatic = member.isConstructor && member.modifiers.includes('Static') ? 'static ' : '';
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

interface Enumeration {
  readonly underlying: string;
  readonly refuse: RefuseType;
}

function checkValue(member: MemberAst, { underlying, refuse }: Enumeration): void {
  const value = member.type === 'PropertyMember' ? member.initialValue : undefined;
  if (!value) return;
  if (!isConstant(value, { scriptBlocks: false })) refuse('EnumeratorValueMustBeConstant', value);
  else if (isText(value)) refuse('CannotConvertValue', value, underlying);
}

const isText = (value: ExpressionAst): boolean => {
  const inner = value.type === 'ParenExpression' ? (pureExpression(value.pipeline) ?? value) : value;
  return inner.type === 'StringConstantExpression' && !/^\s*[+-]?\d+\s*$/.test(inner.value);
};
