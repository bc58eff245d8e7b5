import { scriptError } from '../errors/script-error.ts';
import { displayTypeName } from '../types/display-type-name.ts';
import { typeNameOf } from '../types/type-of.ts';
import { EnumValue } from '../values/enum-value.ts';
import { CustomObject } from '../values/ps-object.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';
import { toText } from '../values/to-text.ts';
import { Char, isNumeric, type NumericType, type NumericValue, numericType } from '../values/number-types.ts';
import { numberFromText } from '../values/parse-number.ts';

/** The operand of an arithmetic operator as a number; undefined for what is none. Text is read as a number literal. */
export function numericOperand(value: unknown, target: NumericType = 'Int32'): NumericValue | undefined {
  if (isNumeric(value)) return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return textOperand(value, target);
  if (value instanceof EnumValue) return value.value;
  if (value instanceof SwitchParameter) return value.isPresent ? 1 : 0;
  return value instanceof Char ? value.value.charCodeAt(0) : undefined;
}

/** Text that is no number is told as one that does not convert to the other operand's type. */
function textOperand(text: string, target: NumericType): NumericValue {
  const value = numberFromText(text);
  if (value !== undefined) return value;
  const type = target === 'BigInteger' ? 'System.Numerics.BigInteger' : `System.${target}`;
  const reason = `The input string '${text}' was not in a correct format.`;
  throw scriptError('InvalidCastFromStringToNumber', [text, type, reason]);
}

/** Both operands as numbers. */
export function numericOperands(
  operator: string,
  left: unknown,
  right: unknown,
): readonly [NumericValue, NumericValue] {
  const a = numericOperand(left, numericType(right));
  const b = a === undefined ? undefined : numericOperand(right, numericType(a));
  if (a === undefined || b === undefined) throw operatorError(operator, left, right);
  return [a, b];
}

/** `[System.Version] + 1`: the left operand's type has no such operator. */
export function operatorError(operator: string, left: unknown, right: unknown): Error {
  const owner = (left === null || isNumeric(left) ? right : left) ?? left;
  const isCustom = owner instanceof CustomObject;
  const name = isCustom ? 'System.Management.Automation.PSObject' : displayTypeName(typeNameOf(owner));
  return scriptError('MethodNotFound', [name, operator], { target: toText(owner) });
}
