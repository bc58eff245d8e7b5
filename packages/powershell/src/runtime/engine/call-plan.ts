import type { PlanParameter } from '../binder/plan-parameter.ts';
import type { Statement } from '../compile/compiled.ts';
import type { VariableLayout } from './variable-table.ts';

/** A parameter of a plain function, with what every call does about it. */
export interface PlannedParameter {
  readonly spec: PlanParameter;
  /** Where its variable lies in the function's scope. */
  readonly slot: number;
  readonly constraint: ((value: unknown) => unknown) | undefined;
}

/** What is known beforehand of every call of a plain function. */
export interface CallPlan {
  readonly layout: VariableLayout;
  readonly parameters: readonly PlannedParameter[];
  readonly body: Statement | undefined;
}
