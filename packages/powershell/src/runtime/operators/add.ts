import { netError, scriptError } from '../errors/script-error.ts';
import { Dictionary, Hashtable, OrderedDictionary } from '../values/dictionary.ts';
import { elementsOf, listOf } from '../values/enumerate.ts';
import { EnumValue } from '../values/enum-value.ts';
import { Char, type NumericValue, toNumber } from '../values/number-types.ts';
import { nothing, valueOrNull } from '../values/nothing.ts';
import { operand } from '../values/boxed.ts';
import { roundHalfEven } from '../values/round.ts';
import { toText } from '../values/to-text.ts';
import { arithmetic, type ArithmeticOperator } from './arithmetic.ts';
import { limits } from '../limits.ts';
import { numericOperand, onNumbers } from './numeric-operand.ts';
import { outOfMemory } from '../errors/out-of-memory.ts';
import { plainResult } from './plain-result.ts';
import { callTypeOperator, type OperatorName } from './type-operator.ts';
import { userOperator } from './user-operator.ts';

/** `left + right`: numbers, text, lists and maps each in their own way. */
export function add(leftValue: unknown, rightValue: unknown): unknown {
  if (typeof leftValue === 'number' && typeof rightValue === 'number') {
    return plainResult(leftValue, rightValue, leftValue + rightValue);
  }
  const left = operand(leftValue);
  const right = operand(rightValue);
  if (left === null) return valueOrNull(rightValue);
  if (typeof left === 'string') return left + toText(right);
  if (left instanceof Char) return left.value + toText(right);
  if (left instanceof Dictionary) return addMaps(left, right);
  const items = listOf(left);
  if (items)
    return rightValue === nothing ? [...items] : [...items, ...(elementsOf(right) ?? [valueOrNull(rightValue)])];
  return userOperator('op_Addition', left, right) ?? keepingEnum('+', left, right);
}

function addMaps(left: Dictionary, right: unknown): Dictionary {
  if (right === null) return left;
  if (!(right instanceof Dictionary)) throw scriptError('AddHashTableToNonHashTable');
  const sum = left instanceof OrderedDictionary ? new OrderedDictionary() : new Hashtable();
  for (const [key, value] of left.pairs()) sum.set(key, value);
  for (const [key, value] of right.pairs()) {
    if (sum.has(key)) throw duplicateKey(key);
    sum.set(key, value);
  }
  return sum;
}

const duplicateKey = (key: unknown): Error =>
  netError(
    'System.ArgumentException',
    `Item has already been added. Key in dictionary: '${toText(key)}'  Key being added: '${toText(key)}'`,
  );

/** An enumeration's value on the left stays one. */
function keepingEnum(operator: ArithmeticOperator, left: unknown, right: unknown): unknown {
  const result = onNumbers(names[operator], [left, right], (a, b) => arithmetic(operator, a, b));
  const kept = left instanceof EnumValue ? left.type : undefined;
  return kept && typeof result === 'number' ? new EnumValue(kept, Math.trunc(result)) : result;
}

const names: Readonly<Record<ArithmeticOperator, OperatorName>> = {
  '+': 'op_Addition',
  '-': 'op_Subtraction',
  '*': 'op_Multiply',
  '/': 'op_Division',
  '%': 'op_Modulus',
};

/** `left - right`, `/` and `%`. */
export function compute(operator: ArithmeticOperator, leftValue: unknown, rightValue: unknown): unknown {
  if (operator === '-' && typeof leftValue === 'number' && typeof rightValue === 'number') {
    return plainResult(leftValue, rightValue, leftValue - rightValue);
  }
  const left = operand(leftValue);
  const right = operand(rightValue);
  const ofType = userOperator(names[operator], left, right);
  if (ofType !== undefined) return ofType;
  return keepingEnum(operator, left, right);
}

/** `left * right`: text and lists are repeated. */
export function multiply(leftValue: unknown, rightValue: unknown): unknown {
  if (typeof leftValue === 'number' && typeof rightValue === 'number') {
    return plainResult(leftValue, rightValue, leftValue * rightValue);
  }
  const left = operand(leftValue);
  const right = operand(rightValue);
  if (left === null) return null;
  if (typeof left === 'string') return repeatText(left, timesOf(left, right));
  const items = listOf(left);
  if (items) return repeatItems(items, timesOf(left, right));
  if (typeof left === 'boolean' || left instanceof Char) return callTypeOperator('op_Multiply', left, right);
  return compute('*', left, right);
}

function timesOf(left: unknown, right: unknown): number {
  const times = numericOperand(right) ?? (callTypeOperator('op_Multiply', left, right) as NumericValue);
  const count = roundHalfEven(toNumber(times));
  if (count < 0) throw negativeTimes(count);
  return count;
}

const negativeTimes = (count: number): Error =>
  netError(
    'System.ArgumentOutOfRangeException',
    `times ('${count}') must be a non-negative value. (Parameter 'times')\nActual value was ${count}.`,
  );

function repeatText(text: string, count: number): string {
  if (text.length * count > limits.stringLength) throw outOfMemory();
  return text.repeat(count);
}

function repeatItems(items: readonly unknown[], count: number): unknown[] {
  if (items.length * count > limits.arrayLength) throw outOfMemory();
  return Array.from({ length: count }, () => items).flat();
}
