import { foreignTraits } from '../values/foreign-value.ts';

const operatorOf = (value: unknown) =>
  typeof value === 'object' && value !== null ? foreignTraits(value)?.operator : undefined;

/** What the operator of either operand's type gives, or undefined. */
export const userOperator = (name: string, left: unknown, right: unknown): unknown =>
  operatorOf(left)?.(name, left, right) ?? operatorOf(right)?.(name, left, right);
