import { writeEnumerated } from '../engine/output.ts';
import type { Frame } from '../engine/frame.ts';
import { isTrue } from '../values/truth.ts';
import type { Expression, Statement } from './compiled.ts';

interface Place {
  readonly start: number;
  readonly end: number;
}

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
export const silent =
  (expression: Expression): Statement =>
  (frame) => {
    expression(frame);
    frame.session.succeeded = true;
    return undefined;
  };
