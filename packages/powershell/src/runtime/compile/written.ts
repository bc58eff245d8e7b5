import { writeEnumerated } from '../engine/output.ts';
import type { Frame } from '../engine/frame.ts';
import { isTrue } from '../values/truth.ts';
import type { ExpressionAst, StatementAst } from '../../syntax/ast.ts';
import type { Expression, Statement } from './compiled.ts';
import { expressionSetsSuccess, setsSuccess } from './sets-success.ts';

interface Place {
  readonly start: number;
  readonly end: number;
}

/** An expression as a statement writes its value; `$?` is true then, unless it is that of a command in it. */
export function written(ast: ExpressionAst, expression: Expression): Statement {
  if (!expressionSetsSuccess(ast)) {
    return (frame, out) => {
      writeEnumerated(out, expression(frame));
      return undefined;
    };
  }
  return (frame, out) => {
    writeEnumerated(out, expression(frame));
    frame.session.succeeded = true;
    return undefined;
  };
}

/** Remembers where a condition stands, for errors in it. */
export const positioned =
  (ast: Place, expression: Expression): Expression =>
  (frame) => {
    frame.position = ast;
    return expression(frame);
  };

/** A condition: remembers where it stands, and tells whether its value counts as true. */
export const truth =
  (ast: Place, value: Expression): ((frame: Frame) => boolean) =>
  (frame) => {
    frame.position = ast;
    const result = value(frame);
    return typeof result === 'boolean' ? result : isTrue(result);
  };

/** An expression whose value is not written: an assignment, a step. */
export function silent(ast: StatementAst, expression: Expression): Statement {
  const sets = setsSuccess(ast);
  return (frame) => {
    expression(frame);
    if (sets) frame.session.succeeded = true;
    return undefined;
  };
}
