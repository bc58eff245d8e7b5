import { convertTo } from '../runtime/conversions/convert.ts';
import type { Session } from '../runtime/engine/session.ts';
import { invokeStatic } from '../runtime/members/invoke-member.ts';
import { Hashtable } from '../runtime/values/dictionary.ts';
import { knownTypes } from '../runtime/values/running-session.ts';
import { TypeValue } from '../runtime/values/type-value.ts';
import type { AnyAst, ExpressionAst, StatementAst } from '../syntax/ast.ts';
import { allNodes } from './command-at-cursor.ts';

/** What an expression is worth, as far as it can be told without running anything; undefined when it cannot. */
export function safeValue(session: Session, expression: ExpressionAst, script: AnyAst): unknown {
  try {
    return evaluate(session, expression, script);
  } catch {
    return undefined;
  }
}

function evaluate(session: Session, node: ExpressionAst, script: AnyAst): unknown {
  switch (node.type) {
    case 'ConstantExpression':
      return node.value;
    case 'StringConstantExpression':
    case 'ExpandableStringExpression':
      return node.value;
    case 'TypeExpression': {
      const type = knownTypes().resolve(node.typeName);
      return type && new TypeValue(type);
    }
    case 'ConvertExpression': {
      const type = knownTypes().resolve(node.attribute.typeName);
      const value = evaluate(session, node.child, script);
      return type && value !== undefined ? convertTo(value, type) : undefined;
    }
    case 'Hashtable':
      return hashtable(session, node, script);
    case 'ParenExpression':
      return statementValue(session, node.pipeline, script);
    case 'VariableExpression':
      return variable(session, node.path.unqualifiedPath, script);
    case 'InvokeMemberExpression':
      return made(session, node, script);
    default:
      return undefined;
  }
}

function hashtable(session: Session, node: AnyAst & { type: 'Hashtable' }, script: AnyAst): Hashtable {
  const table = new Hashtable();
  for (const [key, value] of node.pairs) {
    const name = evaluate(session, key, script);
    if (name !== undefined) table.set(name, statementValue(session, value, script) ?? null);
  }
  return table;
}

function statementValue(session: Session, statement: StatementAst, script: AnyAst): unknown {
  if (statement.type !== 'Pipeline' || statement.elements.length !== 1) return undefined;
  const [element] = statement.elements;
  return element?.type === 'CommandExpression' ? evaluate(session, element.expression, script) : undefined;
}

/** The last assignment in the input, else the session's variable. */
function variable(session: Session, name: string, script: AnyAst): unknown {
  const assigned = Array.from(allNodes(script)).findLast(
    (node) =>
      node.type === 'AssignmentStatement' &&
      node.left.type === 'VariableExpression' &&
      node.left.path.unqualifiedPath.toLowerCase() === name.toLowerCase(),
  );
  if (assigned?.type === 'AssignmentStatement') return statementOrExpression(session, assigned.right, script);
  return session.scope.find(name.toLowerCase())?.value;
}

function statementOrExpression(session: Session, right: StatementAst, script: AnyAst): unknown {
  return right.type === 'CommandExpression'
    ? evaluate(session, (right as AnyAst & { type: 'CommandExpression' }).expression, script)
    : statementValue(session, right, script);
}

/** `[type]::new()` of a type of .NET: making one has no effect. */
function made(session: Session, node: AnyAst & { type: 'InvokeMemberExpression' }, script: AnyAst): unknown {
  const target = evaluate(session, node.expression, script);
  const isNew = node.isStatic && node.member.type === 'StringConstantExpression' && /^new$/i.test(node.member.value);
  if (!isNew || !(target instanceof TypeValue) || node.arguments) return undefined;
  return invokeStatic({ target, name: 'new', args: [], run: () => null });
}
