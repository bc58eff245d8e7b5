import { convertTo, strictBoolean } from '../conversions/convert.ts';
import { isScriptError } from '../errors/is-script-error.ts';
import { valueOrNull } from '../values/nothing.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';
import { type ArgumentPlace, cannotBind } from './bind-error.ts';
import type { BoundParameter } from './bound-parameter.ts';

export interface ConvertOptions {
  readonly isFunction: boolean;
  readonly place?: ArgumentPlace | undefined;
}

/** An argument as its parameter's type has it, checked by its validators. */
export function convertArgument(spec: BoundParameter, given: unknown, { isFunction, place }: ConvertOptions): unknown {
  const value = valueOrNull(given);
  if (spec.mandatory && value === null && !spec.allowNull) {
    throw cannotBind('ParameterArgumentValidationErrorNullNotAllowed', place, [spec.name]);
  }
  try {
    return converted(spec, value);
  } catch (error) {
    if (!isScriptError(error)) throw error;
    const name = isFunction ? 'ParameterArgumentTransformationError' : 'CannotConvertArgumentNoMessage';
    throw cannotBind(name, place, [spec.name, error.message]);
  }
}

function converted(spec: BoundParameter, value: unknown): unknown {
  if (spec.isSwitch) return value instanceof SwitchParameter ? value : new SwitchParameter(strictBoolean(value));
  if (!spec.type) return value;
  return spec.type.name === 'System.Boolean' ? strictBoolean(value) : convertTo(value, spec.type);
}
