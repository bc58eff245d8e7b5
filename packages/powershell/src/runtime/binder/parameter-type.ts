import { convertTo } from '../conversions/convert.ts';
import { scriptError } from '../errors/script-error.ts';
import type { DotNetType } from '../types/define-type.ts';
import { typeNameOf } from '../types/type-of.ts';
import { unboxed } from '../values/boxed.ts';
import { listOf } from '../values/enumerate.ts';
import { valueOrNull } from '../values/nothing.ts';
import { isNumeric } from '../values/number-types.ts';
import { Reference } from '../values/reference.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';

const isBoolean = ({ name }: DotNetType): boolean =>
  name === 'System.Boolean' || name === 'System.Management.Automation.SwitchParameter';

/** An argument in the type that a function's parameter declares. Source: ArgumentTypeConverterAttribute.Transform. */
export function toParameterType(given: unknown, type: DotNetType, options: { readonly isAdvanced: boolean }): unknown {
  if (type.name === 'System.Management.Automation.PSReference') return requireReference(valueOrNull(given));
  const value = valueOrNull(given instanceof Reference ? given.read() : given);
  if (isBoolean(type)) requireBoolean(value, type);
  if (options.isAdvanced) {
    if (type.name === 'System.String' && Array.isArray(value)) throw scriptError('InvalidCastToText');
    const { element } = type;
    if (element && isBoolean(element)) for (const each of listOf(value) ?? []) requireBoolean(each, element);
  }
  return convertTo(value, type);
}

function requireReference(value: unknown): unknown {
  if (value instanceof Reference || value === null) return value;
  throw scriptError('RefParamNotRef');
}

/** Text is not taken for a Boolean. */
function requireBoolean(value: unknown, { name }: DotNetType): void {
  const isFine = typeof value === 'boolean' || isNumeric(unboxed(value)) || value instanceof SwitchParameter;
  if (isFine || (value === null && name !== 'System.Boolean')) return;
  throw scriptError('InvalidCastToBoolean', [value === null ? '' : typeNameOf(value), name]);
}
