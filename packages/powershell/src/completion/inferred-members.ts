import { shortTypeName } from '../runtime/types/display-type-name.ts';
import { typeNameOf } from '../runtime/types/type-of.ts';
import type { Session } from '../runtime/engine/session.ts';
import type { AnyAst, ExpressionAst, FunctionMemberAst, StatementAst, TypeDefinitionAst } from '../syntax/ast.ts';
import { fullTypeName } from '../syntax/type-name.ts';
import { allNodes } from './command-at-cursor.ts';
import { type CompletionMatch, same } from './completion.ts';
import { safeValue } from './safe-value.ts';

/** Where an expression stands. */
export interface ExpressionInScript {
  readonly session: Session;
  readonly script: AnyAst;
  /** The nodes around it, from the outermost. */
  readonly path: readonly AnyAst[];
  /** How many steps led to it: a variable may be made of itself. */
  readonly depth?: number;
}

const deepest = 12;

/** The same place one step further; undefined where the way is too long to lead anywhere. */
export function deeper(place: ExpressionInScript): ExpressionInScript | undefined {
  const depth = (place.depth ?? 0) + 1;
  return depth > deepest ? undefined : { ...place, depth };
}

/** The members of a class that the script itself defines, as far as reading it tells what an expression is. */
export function classMembers(
  expression: ExpressionAst,
  place: ExpressionInScript,
  { isStatic }: { readonly isStatic: boolean },
): CompletionMatch[] | undefined {
  const definition = isStatic ? namedClass(expression, place) : classOf(expression, place);
  return definition && membersOfClass(definition, place, { isStatic });
}

/** `[Gold]` */
function namedClass(expression: ExpressionAst, { script }: ExpressionInScript): TypeDefinitionAst | undefined {
  return expression.type === 'TypeExpression' ? definitionNamed(fullTypeName(expression.typeName), script) : undefined;
}

function definitionNamed(name: string, script: AnyAst): TypeDefinitionAst | undefined {
  for (const node of allNodes(script)) {
    if (node.type === 'TypeDefinition' && node.definitionKind === 'class' && same(node.name, name)) return node;
  }
  return undefined;
}

/** `$this`, `[Gold]::new()`, `[Gold]$x`, and variables that were given one of these. */
function classOf(expression: ExpressionAst, place: ExpressionInScript): TypeDefinitionAst | undefined {
  switch (expression.type) {
    case 'InvokeMemberExpression':
      return isNew(expression.member) ? namedClass(expression.expression, place) : undefined;
    case 'ConvertExpression':
      return definitionNamed(fullTypeName(expression.attribute.typeName), place.script);
    case 'ParenExpression':
      return classOfStatement(expression.pipeline, place);
    case 'VariableExpression':
      return classOfVariable(expression.path.unqualifiedPath, place);
    default:
      return undefined;
  }
}

const isNew = (member: AnyAst): boolean => member.type === 'StringConstantExpression' && same(member.value, 'new');

function classOfVariable(name: string, from: ExpressionInScript): TypeDefinitionAst | undefined {
  if (same(name, 'this')) return from.path.findLast((node) => node.type === 'TypeDefinition');
  const place = deeper(from);
  if (!place) return undefined;
  for (const node of allNodes(place.script)) {
    if (node.type === 'AssignmentStatement' && isVariable(node.left, name)) {
      return node.left.type === 'ConvertExpression' ? classOf(node.left, place) : classOfStatement(node.right, place);
    }
  }
  return undefined;
}

function isVariable(left: ExpressionAst, name: string): boolean {
  const target = left.type === 'ConvertExpression' ? left.child : left;
  return target.type === 'VariableExpression' && same(target.path.unqualifiedPath, name);
}

function classOfStatement(statement: StatementAst, place: ExpressionInScript): TypeDefinitionAst | undefined {
  const element = statement.type === 'Pipeline' ? statement.elements[0] : statement;
  return element?.type === 'CommandExpression' ? classOf(element.expression, place) : undefined;
}

/** Its own members, then those of the classes that it comes from. */
function membersOfClass(
  definition: TypeDefinitionAst,
  place: ExpressionInScript,
  { isStatic }: { readonly isStatic: boolean },
): CompletionMatch[] {
  const own = definition.members.filter(
    (member) => member.modifiers.includes('Static') === isStatic && !member.modifiers.includes('Hidden'),
  );
  const inherited = definition.baseTypes.flatMap(({ typeName }) => {
    const base = definitionNamed(fullTypeName(typeName), place.script);
    return base && base !== definition ? membersOfClass(base, place, { isStatic }) : [];
  });
  const matches = own.flatMap((member): CompletionMatch[] => {
    if (member.type === 'FunctionMember') return member.isConstructor ? [] : [methodMatch(member)];
    const type = member.propertyType ? fullTypeName(member.propertyType.typeName) : 'System.Object';
    return [
      { text: member.name, list: member.name, type: 'Property', tip: `${staticMark(member)}${type} ${member.name}` },
    ];
  });
  const names = new Set(matches.map(({ list }) => list.toLowerCase()));
  return [...matches, ...inherited.filter(({ list }) => !names.has(list.toLowerCase()))];
}

const staticMark = ({ modifiers }: { readonly modifiers: readonly string[] }): string =>
  modifiers.includes('Static') ? 'static ' : '';

/** Source: FunctionMemberAst.GetTooltip. */
function methodMatch(member: FunctionMemberAst): CompletionMatch {
  const { name, returnType, parameters } = member;
  const shown = parameters.map((parameter) => {
    const constraint = parameter.attributes.find(({ type }) => type === 'TypeConstraint');
    return `${constraint ? shortTypeName(fullTypeName(constraint.typeName)) : 'Object'} ${parameter.name.path.userPath}`;
  });
  const returns = returnType ? fullTypeName(returnType.typeName) : 'void';
  const tip = `${staticMark(member)}${returns} ${name}(${shown.join(', ')})`;
  return { text: `${name}(`, list: name, type: 'Method', tip };
}

/** The keys of a table that the script writes out, each with the type of its value. */
export function literalKeys(expression: ExpressionAst, place: ExpressionInScript): CompletionMatch[] | undefined {
  const table = tableOf(expression, place);
  return table?.pairs.flatMap(([key, statement]): CompletionMatch[] => {
    if (key.type !== 'StringConstantExpression') return [];
    const element = statement.type === 'Pipeline' ? statement.elements[0] : statement;
    const value =
      element?.type === 'CommandExpression' ? safeValue(place.session, element.expression, place.script) : undefined;
    const type = value === undefined || value === null ? 'System.Object' : shortTypeName(typeNameOf(value));
    const text = /^\w+$/.test(key.value) ? key.value : `'${key.value}'`;
    return [{ text, list: key.value, type: 'Property', tip: `${type} ${key.value}` }];
  });
}

function tableOf(expression: ExpressionAst, from: ExpressionInScript): (AnyAst & { type: 'Hashtable' }) | undefined {
  if (expression.type === 'Hashtable') return expression;
  const place = deeper(from);
  if (expression.type !== 'VariableExpression' || !place) return undefined;
  const name = expression.path.unqualifiedPath;
  const assigned = Array.from(allNodes(place.script)).findLast(
    (node) => node.type === 'AssignmentStatement' && isVariable(node.left, name),
  );
  if (assigned?.type !== 'AssignmentStatement') return undefined;
  const element = assigned.right.type === 'Pipeline' ? assigned.right.elements[0] : assigned.right;
  return element?.type === 'CommandExpression' ? tableOf(element.expression, place) : undefined;
}
