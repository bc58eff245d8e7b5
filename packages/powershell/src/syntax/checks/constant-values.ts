import type { ExpressionAst, StatementAst } from '../ast.ts';
import { pureExpression } from './assignment-checks.ts';

const constantVariables = new Set(['true', 'false', 'null']);

/** Whether an expression has the same value whenever it is read; script blocks count as such. */
export function isConstant(expression: ExpressionAst): boolean {
  switch (expression.type) {
    case 'ConstantExpression':
    case 'StringConstantExpression':
    case 'ScriptBlockExpression':
    case 'TypeExpression':
      return true;
    case 'VariableExpression':
      return constantVariables.has(expression.path.userPath.toLowerCase());
    case 'ParenExpression': {
      const inner = pureExpression(expression.pipeline);
      return inner !== undefined && isConstant(inner);
    }
    case 'ArrayLiteral':
      return expression.elements.every(isConstant);
    case 'ArrayExpression':
    case 'SubExpression':
      return expression.body.traps.length === 0 && expression.body.statements.every(isConstantStatement);
    case 'Hashtable':
      return expression.pairs.every(([key, value]) => isConstant(key) && isConstantStatement(value));
    case 'UnaryExpression':
      return isConstant(expression.child);
    case 'BinaryExpression':
      return isConstant(expression.left) && isConstant(expression.right);
    case 'TernaryExpression':
      return isConstant(expression.condition) && isConstant(expression.ifTrue) && isConstant(expression.ifFalse);
    case 'ConvertExpression':
      return isConstant(expression.child);
    case 'MemberExpression':
      return expression.isStatic && expression.expression.type === 'TypeExpression';
    default:
      return false;
  }
}

function isConstantStatement(statement: StatementAst): boolean {
  if (statement.type === 'CommandExpression') return isConstant(statement.expression);
  const inner = statement.type === 'Pipeline' ? pureExpression(statement) : undefined;
  return inner !== undefined && isConstant(inner);
}
