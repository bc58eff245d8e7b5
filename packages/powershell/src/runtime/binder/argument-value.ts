import type { PlanParameter } from './plan-parameter.ts';

interface WrittenValue {
  readonly value: unknown;
  readonly written?: string | undefined;
}

/** The value for a parameter: a number is given to one for text as it is written. */
export function valueFor({ type }: PlanParameter, { value, written }: WrittenValue): unknown {
  if (written === undefined || !type) return value;
  return /^System\.(?:String|Version)$/.test((type.element ?? type).name) ? written : value;
}

/** The type of a parameter as messages name it. */
export const textOfType = ({ type }: PlanParameter): string => type?.name ?? 'System.Object';
