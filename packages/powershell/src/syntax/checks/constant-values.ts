import type { ExpressionAst, StatementAst } from '../ast.ts';
import { pureExpression } from './assignment-checks.ts';

const constantVariables = new Set(['true', 'false', 'null']);

interface Constants {
  /** Whether script blocks count as such. */
  readonly scriptBlocks: boolean;
}

/** Whether an expression has the same value whenever it is read. */
export function isConstant(expression: ExpressionAst, kinds: Constants = { scriptBlocks: true }): boolean {
  const isPart = (part: ExpressionAst): boolean => isConstant(part, kinds);
  const isPartStatement = (part: StatementAst): boolean => isConstantStatement(part, isPart);
  switch (expression.type) {
    case 'ScriptBlockExpression':
      return kinds.scriptBlocks;
    case 'ConstantExpression':
    case 'StringConstantExpression':
    case 'TypeExpression':
      return true;
    case 'VariableExpression':
      return constantVariables.has(expression.path.userPath.toLowerCase());
    case 'ParenExpression': {
      const inner = pureExpression(expression.pipeline);
      return inner !== undefined && isPart(inner);
    }
    case 'ArrayLiteral':
      return expression.elements.every(isPart);
    case 'ArrayExpression':
    case 'SubExpression':
      return expression.body.traps.length === 0 && expression.body.statements.every(isPartStatement);
    case 'Hashtable':
      return expression.pairs.every(([key, value]) => isPart(key) && isPartStatement(value));
    case 'UnaryExpression':
      return isPart(expression.child);
    case 'BinaryExpression':
      return isPart(expression.left) && isPart(expression.right);
    case 'TernaryExpression':
      return isPart(expression.condition) && isPart(expression.ifTrue) && isPart(expression.ifFalse);
    case 'ConvertExpression':
      return isPart(expression.child);
    case 'MemberExpression':
      return expression.isStatic && expression.expression.type === 'TypeExpression';
    default:
      return false;
  }
}

function isConstantStatement(statement: StatementAst, isPart: (part: ExpressionAst) => boolean): boolean {
  if (statement.type === 'CommandExpression') return isPart(statement.expression);
  const inner = statement.type === 'Pipeline' ? pureExpression(statement) : undefined;
  return inner !== undefined && isPart(inner);
}
