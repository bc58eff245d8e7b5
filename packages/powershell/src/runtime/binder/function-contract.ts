import type { ConfirmImpact } from '../engine/command.ts';
import type { BindingPlan } from './binding-plan.ts';
import type { PlanParameter } from './plan-parameter.ts';

/** A function's contract, worked out when it is first called. */
export interface FunctionPlan {
  readonly binding: BindingPlan;
  /** Those that are declared, in their order. */
  readonly own: readonly PlanParameter[];
  /** `SupportsShouldProcess` with its impact. */
  readonly confirms: ConfirmImpact | undefined;
  readonly obsolete: string | undefined;
}
