import { toNumeric } from '../conversions/to-number.ts';
import { scriptError } from '../errors/script-error.ts';
import { displayTypeName } from '../types/display-type-name.ts';
import { typeNameOf } from '../types/type-of.ts';
import { EnumValue } from '../values/enum-value.ts';
import { CustomObject } from '../values/ps-object.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';
import { toText } from '../values/to-text.ts';
import {
  BigInteger,
  Char,
  Decimal,
  isNumeric,
  type NumericType,
  type NumericValue,
  numericType,
} from '../values/number-types.ts';
import { numberFromText } from '../values/parse-number.ts';

/** The operand of an arithmetic operator as a number; undefined for what is none. Text is read as a number literal. */
export function numericOperand(value: unknown, target: NumericType = 'Int32'): NumericValue | undefined {
  if (isNumeric(value)) return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return numberFromText(value) ?? toNumeric(value, target);
  if (value instanceof EnumValue) return value.value;
  if (value instanceof SwitchParameter) return value.isPresent ? 1 : 0;
  return value instanceof Char ? value.value.charCodeAt(0) : undefined;
}

/** Both operands as numbers. */
export function numericOperands(
  operator: OperatorName,
  left: unknown,
  right: unknown,
): readonly [NumericValue, NumericValue] {
  const a = numericOperand(left, numericType(right));
  const b = a === undefined ? undefined : numericOperand(right, numericType(a));
  if (a === undefined || b === undefined) throw operatorError(operator, left, right);
  return [a, b];
}

/** The operators by the names of .NET's methods, with their signs. */
const signs = {
  op_Addition: '+',
  op_Subtraction: '-',
  op_Multiply: '*',
  op_Division: '/',
  op_Modulus: '%',
  op_BitwiseAnd: '-band',
  op_BitwiseOr: '-bor',
  op_ExclusiveOr: '-bxor',
  op_OnesComplement: '-bnot',
  op_LeftShift: '-shl',
  op_RightShift: '-shr',
} as const;

export type OperatorName = keyof typeof signs;

/** Types of .NET that the processor itself computes with have no operators of their own. */
const isPrimitive = (value: unknown): boolean =>
  typeof value === 'boolean' ||
  value instanceof Char ||
  (isNumeric(value) && !(value instanceof Decimal) && !(value instanceof BigInteger));

/** The type whose operator is looked for has none, or neither operand has a type that could. Source: ParserOps.ImplicitOp. */
export function operatorError(operator: OperatorName, left: unknown, right: unknown): Error {
  const owner = left === null || isPrimitive(left) ? right : left;
  if (owner === null || isPrimitive(owner)) {
    const [a, b] = [left, right].map((each) => (each === null ? '$null' : displayTypeName(typeNameOf(each))));
    return scriptError('NotADefinedOperationForType', [a!, signs[operator], b!]);
  }
  const isCustom = owner instanceof CustomObject;
  const name = isCustom ? 'System.Management.Automation.PSObject' : displayTypeName(typeNameOf(owner));
  return scriptError('MethodNotFound', [name, operator], { target: toText(owner) });
}
