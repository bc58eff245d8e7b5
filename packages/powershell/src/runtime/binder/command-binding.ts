import type { ScriptBlock } from '../values/script-block.ts';
import type { Argument } from './argument.ts';
import { type ArgumentPlace, cannotBind } from './bind-error.ts';
import { bindValue, unbound } from './bind-value.ts';
import type { BindingPlan } from './binding-plan.ts';
import { isDelayed } from './delayed-arguments.ts';
import { anySet, type PlanParameter } from './plan-parameter.ts';

/** What a call asks of whoever runs the command. */
export interface BindingSurroundings {
  /** Whether objects come by the pipeline. */
  readonly hasInput: boolean;
  /** The parameters that a dynamicparam block gives, once the arguments of the declared ones are known. */
  readonly dynamicParameters?: (() => readonly PlanParameter[]) | undefined;
  /** Runs a script block given to a parameter with `$_` set; what it wrote. */
  readonly runBlock: (block: ScriptBlock, item: unknown) => readonly unknown[];
  /** `$PSDefaultParameterValues`, of the command and all its parameters. */
  readonly defaults?: (() => readonly DefaultArgument[]) | undefined;
  readonly warn: (text: string) => void;
  /** Asks a person for mandatory parameters that are missing; undefined where there is nobody to ask. */
  readonly prompt?: ((parameters: readonly PlanParameter[]) => ReadonlyMap<PlanParameter, unknown>) | undefined;
}

export interface DefaultArgument {
  readonly parameter: PlanParameter;
  readonly value: unknown;
}

export interface BindArgument {
  readonly coerce: boolean;
  readonly place: ArgumentPlace | undefined;
  readonly mayDelay?: boolean;
}

/** The state of binding one call. Source: CmdletParameterBinderController. */
export class CommandBinding {
  plan: BindingPlan;
  readonly surroundings: BindingSurroundings;
  /** The sets that are still possible. */
  flags = anySet;
  /** A set to be tried first with the objects of the pipeline. */
  preferredFlag = 0;
  setName: string;
  readonly values = new Map<PlanParameter, unknown>();
  /** Parameters without a value, in the order of their declaration. */
  open: PlanParameter[];
  /** Script blocks to be run for each object of the pipeline. */
  readonly delayed = new Map<
    PlanParameter,
    { readonly block: ScriptBlock; readonly place: ArgumentPlace | undefined }
  >();
  /** Arguments that no parameter has taken so far. */
  rest: Argument[] = [];
  readonly #warned = new Set<PlanParameter>();

  constructor(plan: BindingPlan, surroundings: BindingSurroundings) {
    this.plan = plan;
    this.surroundings = surroundings;
    this.open = [...plan.parameters];
    this.setName = plan.setName(plan.defaultFlag);
  }

  /** Gives a value to a parameter; false when it does not take it without conversion. */
  bind(parameter: PlanParameter, value: unknown, { coerce, place, mayDelay }: BindArgument): boolean {
    if (mayDelay && isDelayed(parameter, value)) {
      this.#delay(parameter, value, place);
      return true;
    }
    const bound = bindValue(parameter, value, { coerce, isDefault: false, place });
    if (bound === unbound) return false;
    this.set(parameter, bound);
    return true;
  }

  set(parameter: PlanParameter, value: unknown): void {
    this.values.set(parameter, value);
    this.#take(parameter);
    const { obsolete } = parameter.details;
    if (obsolete === undefined || this.#warned.has(parameter)) return;
    this.#warned.add(parameter);
    this.surroundings.warn(`Parameter '${parameter.name}' is obsolete. ${obsolete}`);
  }

  #delay(parameter: PlanParameter, block: ScriptBlock, place: ArgumentPlace | undefined): void {
    if (!this.surroundings.hasInput) throw cannotBind('ScriptBlockArgumentNoInput', place, [parameter.name]);
    this.delayed.set(parameter, { block, place });
    this.#take(parameter);
  }

  #take(parameter: PlanParameter): void {
    if (parameter.flags !== 0) this.flags &= parameter.flags;
    const index = this.open.indexOf(parameter);
    if (index >= 0) this.open.splice(index, 1);
  }

  isBound(parameter: PlanParameter): boolean {
    return this.values.has(parameter) || this.delayed.has(parameter);
  }

  /** Takes values back that an object of the pipeline gave. */
  unbind(parameters: readonly PlanParameter[]): void {
    for (const parameter of parameters) {
      this.values.delete(parameter);
      if (!this.open.includes(parameter)) this.open.push(parameter);
    }
  }

  chooseSet(flags: number): void {
    this.flags = flags;
    this.setName = this.plan.setName(flags);
  }

  ambiguous(): Error {
    return cannotBind('AmbiguousParameterSet', undefined, []);
  }
}
