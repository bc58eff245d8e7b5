import type { ExpressionAst } from '../../syntax/ast.ts';
import { holding, Reference } from '../values/reference.ts';
import { compileVariable, assigner } from './variables.ts';
import type { Compiler } from './compiler.ts';
import type { Expression } from './compiled.ts';

/** `[ref]$x` is the variable itself; `[ref]` of anything else holds its value. */
export function compileReference(c: Compiler, child: ExpressionAst): Expression {
  const value = c.expression(child);
  if (child.type !== 'VariableExpression') return (frame) => holding(value(frame));
  const read = compileVariable(c, child);
  const write = assigner(c, child.path);
  return (frame) =>
    new Reference(
      () => read(frame),
      (given) => write(frame, given),
    );
}
