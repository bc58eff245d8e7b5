import { Boxed } from '../values/boxed.ts';
import type { PlanParameter } from './plan-parameter.ts';

interface WrittenValue {
  readonly value: unknown;
  readonly written?: string | undefined;
}

/** The value for a parameter: to one for text a number is what is written, and one without a type may still ask. */
export function valueFor({ type }: PlanParameter, { value, written }: WrittenValue): unknown {
  if (written === undefined) return value;
  if (!type) return new Boxed(value, written);
  return /^System\.(?:String|Version)$/.test((type.element ?? type).name) ? written : value;
}

/** An argument that no parameter of its own takes. */
export const objectFor = ({ value, written }: WrittenValue): unknown =>
  written === undefined ? value : new Boxed(value, written);

/** The type of a parameter as messages name it. */
export const textOfType = ({ type }: PlanParameter): string => type?.name ?? 'System.Object';
