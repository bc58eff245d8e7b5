import type { ErrorName } from '../errors/error-table.ts';
import { scriptError, type ScriptError } from '../errors/script-error.ts';
import type { ExceptionValue } from '../values/error-record.ts';
import { toText } from '../values/to-text.ts';

/** Where the argument stands that could not be bound; the whole command without one. */
export interface ArgumentPlace {
  readonly start: number;
  readonly end: number;
}

/** An error of binding, which the invocation of the command gives its position. */
export class BindError extends Error {
  readonly error: ScriptError;
  readonly place: ArgumentPlace | undefined;

  constructor(error: ScriptError, place: ArgumentPlace | undefined) {
    super(error.message);
    this.error = error;
    this.place = place;
  }

  /** The entry of the catalogue. */
  get id(): string {
    return this.error.record.id;
  }
}

/** An error of the catalogue whose first value is the parameter's name, where it has one. */
export function cannotBind(
  name: ErrorName,
  place: ArgumentPlace | undefined,
  values: readonly unknown[],
  inner?: ExceptionValue,
): BindError {
  const texts = values.map((value) => toText(value));
  const details = { ParameterName: texts[0] ?? '', ErrorId: name };
  return new BindError(scriptError(name, texts, { inner, details }), place);
}
