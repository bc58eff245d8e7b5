import { convertAs, convertTo } from '../conversions/convert.ts';
import { castingOperand } from '../conversions/convert-error.ts';
import { scriptError } from '../errors/script-error.ts';
import type { Frame } from '../engine/frame.ts';
import type { DotNetType } from '../types/define-type.ts';
import { isOfType } from '../types/type-of.ts';
import { Boxed, boxed } from '../values/boxed.ts';
import { nothing, valueOrNull } from '../values/nothing.ts';
import { TypeValue } from '../values/type-value.ts';
import { CustomObject } from '../values/ps-object.ts';

/** The type whose cast makes an object of a plain value. */
export const isPsObject = ({ name }: DotNetType): boolean => name === 'System.Management.Automation.PSObject';

function typeFrom(frame: Frame, value: unknown): DotNetType {
  if (value instanceof TypeValue) return value.type;
  const target = frame.session.types.find('System.Type')!;
  return (convertTo(value, target) as TypeValue).type;
}

/** What stands right of `-is`. */
function typeToBeOf(frame: Frame, value: unknown): DotNetType {
  if (valueOrNull(value) === null) throw scriptError('IsOperatorRequiresType');
  return castingOperand(() => typeFrom(frame, value));
}

/** `-is`. */
export function isOfNamedType(frame: Frame, given: unknown, type: unknown): boolean {
  const wanted = typeToBeOf(frame, type);
  const value = valueOrNull(given);
  if (isPsObject(wanted)) return value instanceof CustomObject || value instanceof Boxed;
  return value !== null && isOfType(value, wanted.name);
}

/** `-as`. */
export function asType(frame: Frame, value: unknown, type: unknown): unknown {
  if (valueOrNull(type) === null) throw scriptError('AsOperatorRequiresType');
  const target = typeFrom(frame, type);
  const converted = convertAs(value === nothing ? null : value, target);
  return isPsObject(target) ? boxed(converted) : converted;
}
