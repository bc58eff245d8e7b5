import { convertAs } from '../conversions/convert.ts';
import { scriptError } from '../errors/script-error.ts';
import type { Frame } from '../engine/frame.ts';
import type { DotNetType } from '../types/define-type.ts';
import { isOfType } from '../types/type-of.ts';
import { nothing, valueOrNull } from '../values/nothing.ts';
import { toText } from '../values/to-text.ts';
import { TypeValue } from '../values/type-value.ts';
import { CustomObject } from '../values/ps-object.ts';

function typeFrom(frame: Frame, value: unknown): DotNetType {
  if (value instanceof TypeValue) return value.type;
  const type = frame.session.types.find(toText(value));
  if (!type) throw scriptError('TypeNotFound', [toText(value)]);
  return type;
}

/** `-is`. */
export function isOfNamedType(frame: Frame, given: unknown, type: unknown): boolean {
  const { name } = typeFrom(frame, type);
  const value = valueOrNull(given);
  if (name === 'System.Management.Automation.PSObject') return value instanceof CustomObject;
  return value !== null && isOfType(value, name);
}

/** `-as`. */
export const asType = (frame: Frame, value: unknown, type: unknown): unknown =>
  convertAs(value === nothing ? null : value, typeFrom(frame, type));
