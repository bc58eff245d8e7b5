import { convertTo } from '../conversions/convert.ts';
import { isScriptError } from '../errors/is-script-error.ts';
import type { DotNetType } from '../types/define-type.ts';
import { isOfType, typeNameOf } from '../types/type-of.ts';
import { elementsOf } from '../values/enumerate.ts';
import { isNumeric } from '../values/number-types.ts';
import { valueOrNull } from '../values/nothing.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';
import { toText } from '../values/to-text.ts';
import { isTrue } from '../values/truth.ts';
import { typedArray } from '../values/typed-array.ts';
import { type ArgumentPlace, cannotBind } from './bind-error.ts';
import type { PlanParameter } from './plan-parameter.ts';

/** An argument in its parameter's type. Source: ParameterBinderBase.CoerceTypeAsNeeded. */
export function coerceArgument(parameter: PlanParameter, value: unknown, place: ArgumentPlace | undefined): unknown {
  const { type, name } = parameter;
  if (valueOrNull(value) === null) return coerceNull(parameter, place);
  if (!type || parameter.accepts(value)) return value;
  return coerce(value, { type, name, place });
}

/** Whether a value may be bound as it is: in an array of the type it may stand alone. */
export function fitsUncoerced(parameter: PlanParameter, value: unknown, isDefault: boolean): boolean {
  const { type } = parameter;
  if (valueOrNull(value) === null) {
    return !type || isDefault || (type.valueType !== true && type.name !== 'System.String');
  }
  if (parameter.accepts(value)) return true;
  const { element } = type!;
  return element !== undefined && [...(elementsOf(value) ?? [value])].every((each) => isElement(each, element));
}

const isElement = (value: unknown, { name }: DotNetType): boolean =>
  name === 'System.Object' || (value !== null && isOfType(value, name));

function coerceNull({ type, name, isSwitch }: PlanParameter, place: ArgumentPlace | undefined): unknown {
  if (isSwitch) return new SwitchParameter(true);
  if (type?.name === 'System.Boolean') {
    throw cannotBind('ParameterArgumentValidationErrorNullNotAllowed', place, [name]);
  }
  return null;
}

interface Coercion {
  readonly type: DotNetType;
  readonly name: string;
  readonly place: ArgumentPlace | undefined;
}

function coerce(value: unknown, coercion: Coercion): unknown {
  const { type } = coercion;
  if (isBooleanType(type.name)) return coerceBoolean(value, coercion);
  if (type.element) return coerceItems(value, type.element, coercion);
  if (isTakenApart(value, type)) {
    throw cannotConvert(coercion, [value, 'Specified method is not supported.']);
  }
  return converted(value, coercion);
}

const isBooleanType = (name: string): boolean =>
  name === 'System.Boolean' || name === 'System.Management.Automation.SwitchParameter';

/** A list is not given to a parameter for one value, except where the type itself takes lists. */
const isTakenApart = (value: unknown, type: DotNetType): boolean =>
  Array.isArray(value) && !type.enumeration && !type.name.startsWith('System.Collections.');

function coerceBoolean(value: unknown, coercion: Coercion): unknown {
  const isSwitch = coercion.type.name !== 'System.Boolean';
  if (value instanceof SwitchParameter || typeof value === 'boolean' || isNumeric(value)) {
    const truth = value instanceof SwitchParameter ? value.isPresent : isTrue(value);
    return isSwitch ? new SwitchParameter(truth) : truth;
  }
  throw cannotConvert(coercion, [typeNameOf(value), '']);
}

const cannotConvert = ({ name, type, place }: Coercion, [shown, reason]: readonly [unknown, string]): Error =>
  cannotBind('CannotConvertArgument', place, [toText(shown), type.name, name, reason]);

function coerceItems(value: unknown, element: DotNetType, coercion: Coercion): unknown {
  const items = typeof value === 'string' ? [value] : [...(elementsOf(value) ?? [value])];
  const made = items.map((each) => {
    if (valueOrNull(each) === null || isElement(each, element)) return each;
    return coerce(each, { ...coercion, type: element });
  });
  return element.name === 'System.Object' ? made : typedArray(element.name, made);
}

function converted(value: unknown, { name, type, place }: Coercion): unknown {
  try {
    return convertTo(value, type);
  } catch (error) {
    if (!isScriptError(error)) throw error;
    const { exception } = error.record;
    throw cannotBind('CannotConvertArgumentNoMessage', place, [name, exception.message], exception);
  }
}
