/** A value whose type has operators of its own: dates, time spans, versions. Undefined where it has none for the operand. */
export interface OperatorBearer {
  operator(name: string, left: unknown, right: unknown): unknown;
}

const bears = (value: unknown): value is OperatorBearer =>
  typeof value === 'object' && value !== null && 'operator' in value && typeof value.operator === 'function';

/** What the operator of either operand's type gives, or undefined. */
export function userOperator(name: string, left: unknown, right: unknown): unknown {
  if (bears(left)) return left.operator(name, left, right);
  return bears(right) ? right.operator(name, left, right) : undefined;
}
