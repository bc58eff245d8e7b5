import { BindError } from './bind-error.ts';
import { bindValue, isInvalidCast } from './bind-value.ts';
import { anySet, type PlanParameter, type PlanUse } from './plan-parameter.ts';
import type { CommandBinding } from './command-binding.ts';
import { bindDefaults } from './default-arguments.ts';
import { bindDelayed } from './delayed-arguments.ts';
import { requireSet, validateSets } from './parameter-sets.ts';

/** Reads a property of an object for a parameter; undefined when it has none of that name. */
export type ReadProperty = (item: unknown, name: string) => unknown;

/** Binds the objects of the pipeline, each from where the command line left off. */
export class InputBinding {
  readonly #binding: CommandBinding;
  readonly #read: ReadProperty;
  readonly #flags: number;
  /** The one parameter that takes objects whole, where there is no choice at all. */
  #only: PlanParameter | undefined;
  #bound: readonly PlanParameter[] = [];

  /** Whether every object is bound in the same way, as nothing depends on what it is. */
  get isSettled(): boolean {
    return this.#only !== undefined;
  }

  constructor(binding: CommandBinding, read: ReadProperty) {
    this.#binding = binding;
    this.#read = read;
    this.#flags = binding.flags;
    this.#only = onlyTaker(binding);
    if (this.#only) this.#bound = [this.#only];
  }

  /** The parameters that the object before gave, which go back to what they were. */
  get bound(): readonly PlanParameter[] {
    return this.#bound;
  }

  /** False when the object fits no parameter. Source: CmdletParameterBinderController.BindPipelineParameters. */
  bind(item: unknown): boolean {
    const binding = this.#binding;
    if (this.#only) return this.#bindOnly(this.#only, item);
    this.release();
    const delayed = bindDelayed(binding, item);
    this.#bound = [...binding.delayed.keys()];
    const bound = this.#bindToParameters(item);
    requireSet(binding);
    if (bound) this.#only = onlyTakerIn(binding, this.#flags, this.#bound);
    return delayed || bound;
  }

  release(): void {
    if (this.#only) return;
    this.#binding.unbind(this.#bound.filter((parameter) => !this.#binding.delayed.has(parameter)));
    for (const parameter of this.#binding.delayed.keys()) this.#binding.values.delete(parameter);
    this.#bound = [];
    this.#binding.flags = this.#flags;
  }

  #bindOnly(parameter: PlanParameter, item: unknown): boolean {
    if (parameter.spec.takes?.(item) === false) return false;
    try {
      this.#binding.values.set(parameter, bindValue(parameter, item, withoutPlace));
      return true;
    } catch (error) {
      if (!(error instanceof BindError) || isFinal(error, 'byValue')) throw error;
      this.#binding.values.delete(parameter);
      return false;
    }
  }

  #bindToParameters(item: unknown): boolean {
    const binding = this.#binding;
    binding.flags = this.#flags;
    const { preferredFlag } = binding;
    let any = false;
    for (const step of preferredFlag === 0 ? [anySet] : [preferredFlag, ~preferredFlag]) {
      const isLast = preferredFlag === 0 || step === ~preferredFlag;
      if (this.#passes(item, { step, isLast })) any = true;
      if (preferredFlag !== 0 && binding.flags === preferredFlag) break;
    }
    validateSets(binding, { beforeInput: false, chooseDefault: true });
    bindDefaults(binding);
    return any;
  }

  #passes(item: unknown, { step, isLast }: { step: number; isLast: boolean }): boolean {
    const binding = this.#binding;
    let any = false;
    for (const pass of passes) {
      if (!this.#passInSets(item, pass, binding.flags & step)) continue;
      any = true;
      if (isLast) validateSets(binding, { beforeInput: true, chooseDefault: true });
    }
    return any;
  }

  #passInSets(item: unknown, pass: Pass, flags: number): boolean {
    const { defaultFlag } = this.#binding.plan;
    if ((flags & defaultFlag) === 0) return this.#pass(item, pass, flags);
    return this.#pass(item, pass, defaultFlag) || this.#pass(item, pass, flags & ~defaultFlag);
  }

  /** Goes through the parameters from the last, as they leave the list when they are bound. */
  #pass(item: unknown, pass: Pass, flags: number): boolean {
    let any = false;
    for (const parameter of [...this.#binding.open].reverse()) {
      if (!parameter.isPipelineSomewhere || !parameter.isIn(flags)) continue;
      if (!parameter.usesIn(flags).some((use) => use[pass.source])) continue;
      const value = pass.source === 'byValue' ? item : this.#propertyFor(parameter, item);
      if (value === undefined || !this.#take(parameter, value, pass)) continue;
      any = true;
    }
    return any;
  }

  #propertyFor({ name, aliases }: PlanParameter, item: unknown): unknown {
    if (item === null) return undefined;
    for (const each of [name, ...aliases]) {
      const value = this.#read(item, each);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  #take(parameter: PlanParameter, value: unknown, { coerce, source }: Pass): boolean {
    if (parameter.spec.takes?.(value) === false) return false;
    try {
      if (!this.#binding.bind(parameter, value, { coerce, place: undefined })) return false;
      this.#bound = [...this.#bound, parameter];
      return true;
    } catch (error) {
      if (!(error instanceof BindError) || isFinal(error, source)) throw error;
      return false;
    }
  }
}

const withoutPlace = { coerce: true, isDefault: false, place: undefined } as const;

function onlyTaker({ plan, delayed, open }: CommandBinding): PlanParameter | undefined {
  if (plan.sets.count > 0 || delayed.size > 0) return undefined;
  const takers = open.filter(({ isPipelineSomewhere }) => isPipelineSomewhere);
  const [only] = takers;
  return takers.length === 1 && only!.uses.every(({ byProperty }) => !byProperty) ? only : undefined;
}

/** The parameter that took an object, when it would have to take all others, too. */
function onlyTakerIn(
  { open, delayed }: CommandBinding,
  flags: number,
  bound: readonly PlanParameter[],
): PlanParameter | undefined {
  const [only, ...more] = bound;
  if (!only || more.length > 0 || delayed.size > 0 || !only.inAllSets || only.flags !== 0) return undefined;
  const isAlone = !open.some((each) => each !== only && each.isPipelineSomewhere && each.isIn(flags));
  const isByValue = only.uses.every(({ byProperty, byValue }) => !byProperty || (byValue && takesAnything(only)));
  return isAlone && isByValue ? only : undefined;
}

/** Any object fits it as it is, so that its properties are not looked at. */
const takesAnything = ({ type }: PlanParameter): boolean => (type?.element ?? type ?? anyType).name === anyType.name;

const anyType = { name: 'System.Object' } as const;

interface Pass {
  readonly source: keyof PlanUse & ('byValue' | 'byProperty');
  readonly coerce: boolean;
}

/** By value and by property, first without conversion, then with it. */
const passes: readonly Pass[] = [
  { source: 'byValue', coerce: false },
  { source: 'byProperty', coerce: false },
  { source: 'byValue', coerce: true },
  { source: 'byProperty', coerce: true },
];

/** A value that cannot be cast leaves the object to other parameters; a check that fails does not. */
function isFinal({ id, error }: BindError, source: Pass['source']): boolean {
  if (id.startsWith('ParameterArgumentValidationError')) return true;
  if (id !== 'ParameterArgumentTransformationError') return false;
  return source === 'byProperty' || !isInvalidCast(error.record.exception);
}
