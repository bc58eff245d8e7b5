import type { ExpressionAst, StatementAst } from '../../syntax/ast.ts';

/**
 * Whether `$?` is true after a statement that ended well because it is a pure expression; commands set it themselves.
 * Source: Compiler.ShouldSetExecutionStatusToSuccess.
 */
export function setsSuccess(statement: StatementAst): boolean {
  if (statement.type === 'AssignmentStatement') return setsSuccess(statement.right);
  if (statement.type === 'CommandExpression') return expressionSetsSuccess(statement.expression);
  if (statement.type !== 'Pipeline' || statement.elements.length !== 1) return false;
  const [element] = statement.elements;
  return element?.type === 'CommandExpression' && expressionSetsSuccess(element.expression);
}

export function expressionSetsSuccess(expression: ExpressionAst): boolean {
  if (expression.type === 'ParenExpression') return setsSuccess(expression.pipeline);
  if (expression.type === 'SubExpression') return expression.body.statements.length === 0;
  if (expression.type !== 'ArrayExpression') return true;
  const { statements, traps } = expression.body;
  if (statements.length === 0) return true;
  return statements.length === 1 && traps.length === 0 && setsSuccess(statements[0]!);
}
