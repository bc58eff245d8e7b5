import { writeEnumerated } from '../engine/output.ts';
import type { Expression, Statement } from './compiled.ts';

/** An expression as a statement writes its value; `$x++` and its like write nothing. */
export const written =
  (expression: Expression): Statement =>
  (frame, out) => {
    writeEnumerated(out, expression(frame));
    frame.session.succeeded = true;
    return undefined;
  };

/** Remembers where a condition stands, for errors in it. */
export const positioned =
  (ast: { readonly start: number; readonly end: number }, expression: Expression): Expression =>
  (frame) => {
    frame.position = ast;
    return expression(frame);
  };

/** An expression whose value is not written: an assignment, a step. */
export const silent =
  (expression: Expression): Statement =>
  (frame) => {
    expression(frame);
    frame.session.succeeded = true;
    return undefined;
  };
