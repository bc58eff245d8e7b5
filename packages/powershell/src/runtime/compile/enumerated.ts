import type { ExpressionAst, PipelineBaseAst } from '../../syntax/ast.ts';
import { rangeElements } from '../operators/range.ts';
import type { Compiler } from './compiler.ts';
import type { Expression } from './compiled.ts';

/** A value that is taken apart at once: a range is counted while that goes on. Source: Compiler.GetRangeEnumerator. */
export function enumeratedExpression(c: Compiler, ast: ExpressionAst): Expression {
  if (ast.type !== 'BinaryExpression' || ast.operator !== 'DotDot') return c.expression(ast);
  const from = c.expression(ast.left);
  const to = c.expression(ast.right);
  return (frame) => rangeElements(from(frame), to(frame));
}

/** The same of a statement. */
export function enumeratedValue(c: Compiler, ast: PipelineBaseAst): Expression {
  const [element] = ast.type === 'Pipeline' && ast.elements.length === 1 ? ast.elements : [];
  const isExpression = element?.type === 'CommandExpression' && element.redirections.length === 0;
  return isExpression ? enumeratedExpression(c, element.expression) : c.value(ast);
}
