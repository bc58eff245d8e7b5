import { convertTo } from '../conversions/convert.ts';
import { toNumeric } from '../conversions/to-number.ts';
import { Boxed } from '../values/boxed.ts';
import { EnumValue } from '../values/enum-value.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';
import {
  BigInteger,
  Char,
  isNumeric,
  type NumericType,
  type NumericValue,
  numericType,
} from '../values/number-types.ts';
import { numberFromText } from '../values/parse-number.ts';
import { callTypeOperator, type OperatorName } from './type-operator.ts';

/** The operand of an arithmetic operator as a number; undefined for what is none. Text is read as a number literal. */
export function numericOperand(value: unknown, target: NumericType = 'Int32'): NumericValue | undefined {
  if (isNumeric(value)) return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return numberFromText(value) ?? toNumeric(value.trim(), target);
  if (value instanceof EnumValue) return value.value;
  if (value instanceof SwitchParameter) return value.isPresent ? 1 : 0;
  if (value instanceof Boxed) return numericOperand(value.value, target);
  return value instanceof Char ? value.value.charCodeAt(0) : undefined;
}

/** Computes on both operands as numbers; where one is none, the operator of its own type does. */
export function onNumbers(
  operator: OperatorName,
  [left, right]: readonly [unknown, unknown],
  action: (a: NumericValue, b: NumericValue) => unknown,
): unknown {
  const a = operandBeside(left, right);
  const b = operandBeside(right, left);
  return a === undefined || b === undefined ? callTypeOperator(operator, left, right) : action(a, b);
}

/** Text beside an enumeration's value is one of its names; beside an object of another type it is for that type's operator. */
function operandBeside(value: unknown, other: unknown): NumericValue | undefined {
  if (typeof value !== 'string') return numericOperand(value);
  if (other instanceof EnumValue) return (convertTo(value, other.type) as EnumValue).value;
  return hasOwnOperators(other) ? undefined : numericOperand(value, numericType(other));
}

const hasOwnOperators = (value: unknown): boolean =>
  value instanceof BigInteger || (typeof value !== 'string' && numericOperand(value) === undefined);
