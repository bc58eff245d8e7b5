import { bindValue } from '../binder/bind-value.ts';
import type { PlanParameter } from '../binder/plan-parameter.ts';
import { convertTo } from '../conversions/convert.ts';
import { numericTypeNamed } from '../conversions/numeric-type-name.ts';
import { scriptError } from '../errors/script-error.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';
import { toText } from '../values/to-text.ts';
import type { Frame } from './frame.ts';

/** What a parameter's variable makes of a value assigned to it; undefined when it takes anything. */
export function parameterConstraint({ type, name, details }: PlanParameter): ((value: unknown) => unknown) | undefined {
  const { checks } = details;
  if (!type && checks.length === 0) return undefined;
  return (given) => {
    const value = type ? convertTo(given, type) : given;
    if (checks.some((check) => check(value) !== undefined)) {
      throw scriptError('ValidateSetFailure', [toText(value), name]);
    }
    return value;
  };
}

/** The value of a parameter that got no argument; a default runs in the function's own scope. */
export function defaultOf(parameter: PlanParameter, frame: Frame): unknown {
  const { defaultValue } = parameter.details;
  if (!defaultValue) return emptyOf(parameter);
  const options = { coerce: true, isDefault: true, place: undefined };
  return bindValue(parameter, defaultValue(frame), options);
}

function emptyOf({ type, isSwitch }: PlanParameter): unknown {
  if (!type) return null;
  if (isSwitch) return new SwitchParameter(false);
  if (type.name === 'System.String') return '';
  if (type.name === 'System.Boolean') return false;
  return numericTypeNamed(type.name) ? convertTo(0, type) : null;
}
