import type { TokenKind } from '../../syntax/token-kind.ts';
import { plainResult } from '../operators/plain-result.ts';
import type { Expression } from './compiled.ts';

/** What an operator does to two values. */
export type Operation = (left: unknown, right: unknown) => unknown;

type Make = (left: Expression, right: Expression, otherwise: Operation) => Expression;

const isInt32 = (value: number): boolean => value === (value | 0);

const plus: Make = (left, right, otherwise) => (frame) => {
  const a = left(frame);
  const b = right(frame);
  return typeof a === 'number' && typeof b === 'number' ? plainResult(a, b, a + b) : otherwise(a, b);
};

const minus: Make = (left, right, otherwise) => (frame) => {
  const a = left(frame);
  const b = right(frame);
  return typeof a === 'number' && typeof b === 'number' ? plainResult(a, b, a - b) : otherwise(a, b);
};

const multiply: Make = (left, right, otherwise) => (frame) => {
  const a = left(frame);
  const b = right(frame);
  return typeof a === 'number' && typeof b === 'number' ? plainResult(a, b, a * b) : otherwise(a, b);
};

/** The sum takes the sign from a remainder of zero. */
const remainder: Make = (left, right, otherwise) => (frame) => {
  const a = left(frame);
  const b = right(frame);
  const fits = typeof a === 'number' && typeof b === 'number' && b !== 0 && isInt32(a) && isInt32(b);
  return fits ? (a % b) + 0 : otherwise(a, b);
};

const equal: Make = (left, right, otherwise) => (frame) => {
  const a = left(frame);
  const b = right(frame);
  return typeof a === 'number' && typeof b === 'number' ? a === b : otherwise(a, b);
};

const notEqual: Make = (left, right, otherwise) => (frame) => {
  const a = left(frame);
  const b = right(frame);
  return typeof a === 'number' && typeof b === 'number' ? a !== b : otherwise(a, b);
};

const less: Make = (left, right, otherwise) => (frame) => {
  const a = left(frame);
  const b = right(frame);
  return typeof a === 'number' && typeof b === 'number' ? a < b : otherwise(a, b);
};

const lessOrEqual: Make = (left, right, otherwise) => (frame) => {
  const a = left(frame);
  const b = right(frame);
  return typeof a === 'number' && typeof b === 'number' ? a <= b : otherwise(a, b);
};

const greater: Make = (left, right, otherwise) => (frame) => {
  const a = left(frame);
  const b = right(frame);
  return typeof a === 'number' && typeof b === 'number' ? a > b : otherwise(a, b);
};

const greaterOrEqual: Make = (left, right, otherwise) => (frame) => {
  const a = left(frame);
  const b = right(frame);
  return typeof a === 'number' && typeof b === 'number' ? a >= b : otherwise(a, b);
};

const table: Partial<Readonly<Record<TokenKind, Make>>> = {
  Plus: plus,
  Minus: minus,
  Multiply: multiply,
  Rem: remainder,
  Ieq: equal,
  Ceq: equal,
  Ine: notEqual,
  Cne: notEqual,
  Ilt: less,
  Clt: less,
  Ile: lessOrEqual,
  Cle: lessOrEqual,
  Igt: greater,
  Cgt: greater,
  Ige: greaterOrEqual,
  Cge: greaterOrEqual,
};

/**
 * A binary operator that answers two plain numbers on the spot and leaves all else to `operation`. Each operator has a
 * closure of its own, written out, as V8 learns the types of a function's operands by its source.
 */
export const numberOperator = (operator: TokenKind, operation: Operation): Make =>
  table[operator] ?? ((left, right) => (frame) => operation(left(frame), right(frame)));
