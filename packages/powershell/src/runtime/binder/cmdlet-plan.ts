import type { Cmdlet } from '../engine/command.ts';
import type { DotNetType } from '../types/define-type.ts';
import { knownTypes } from '../values/running-session.ts';
import { BindingPlan } from './binding-plan.ts';
import { commonParameters, confirmParameters } from './common-parameters.ts';
import type { ParameterSpec } from './parameter-spec.ts';
import { type ParameterGroup, PlanParameter } from './plan-parameter.ts';
import { SetNames } from './set-names.ts';
import { checkOf } from './validate.ts';

const plans = new WeakMap<Cmdlet, BindingPlan>();

/** The plan of a cmdlet, made when it is first called. */
export function cmdletPlan(cmdlet: Cmdlet): BindingPlan {
  const known = plans.get(cmdlet);
  if (known) return known;
  const plan = makePlan(cmdlet);
  plans.set(cmdlet, plan);
  return plan;
}

function makePlan({ parameters, defaultSet, setOrder = [], confirms }: Cmdlet): BindingPlan {
  const sets = new SetNames();
  if (defaultSet !== undefined) sets.flagOf(defaultSet);
  const all = [
    ...parameters.map((spec) => declaredParameter(spec, 'own', sets)),
    ...commonPlanParameters(sets),
    ...(confirms === undefined ? [] : confirmParameters.map((spec) => declaredParameter(spec, 'confirm', sets))),
  ];
  return new BindingPlan({
    parameters: all,
    sets,
    defaultSet,
    setOrder,
    isAdvanced: true,
    isFunction: false,
  });
}

/** The parameters that every command has. */
export const commonPlanParameters = (sets: SetNames): PlanParameter[] =>
  commonParameters.map((spec) => declaredParameter(spec, 'common', sets));

/** A parameter that is declared as data. */
export function declaredParameter(spec: ParameterSpec, group: ParameterGroup, sets: SetNames): PlanParameter {
  const checks = (spec.validate ?? []).map(checkOf);
  const transformations = spec.transform && [spec.transform];
  const details = {
    type: typeNamed(spec.type),
    group,
    checks,
    ...(transformations && { transformations }),
  };
  return new PlanParameter(spec, details, (set) => sets.flagOf(set));
}

/** A PSObject takes any object as it is; a type that is not declared takes what already is of it. */
function typeNamed(name: string | undefined): DotNetType | undefined {
  if (name === undefined || name === 'PSObject') return undefined;
  const known = name === 'PSObject[]' ? 'Object[]' : name;
  const automation = `System.Management.Automation.${known}`;
  return knownTypes().find(known) ?? knownTypes().find(automation) ?? { name: known };
}
