import type { EvaluatedAttribute, FunctionCode, ParameterCode } from '../compile/parameter-code.ts';
import type { ConfirmImpact } from '../engine/command.ts';
import type { Frame } from '../engine/frame.ts';
import { locatedAt } from '../errors/located-at.ts';
import { toText } from '../values/to-text.ts';
import { isTrue } from '../values/truth.ts';
import { BindingPlan } from './binding-plan.ts';
import { commonPlanParameters, declaredParameter } from './cmdlet-plan.ts';
import { confirmParameters, pagingParameters } from './common-parameters.ts';
import type { FunctionPlan } from './function-contract.ts';
import { functionParameter } from './function-parameter.ts';
import type { PlanParameter } from './plan-parameter.ts';
import { SetNames } from './set-names.ts';

/** Works out the contract of a function; an attribute that cannot be made is an error at its place. */
export function functionPlan(code: FunctionCode, frame: Frame): FunctionPlan {
  const binding = cmdletBinding(code, frame);
  const sets = new SetNames();
  const defaultSet = binding?.get('defaultparametersetname');
  if (defaultSet !== undefined) sets.flagOf(toText(defaultSet));
  const isPositional = isTrue(binding?.get('positionalbinding') ?? true) && !code.parameters.some(hasOwnPlaces(frame));
  let position = 0;
  const own = code.parameters.map((parameter) => {
    const nextPosition = () => (isPositional ? position++ : undefined);
    return functionParameter(parameter, { frame, sets, nextPosition, isAdvanced: code.isAdvanced });
  });
  const confirms = impactOf(binding);
  return {
    binding: new BindingPlan({
      parameters: code.isAdvanced ? [...own, ...surrounding(binding, confirms, sets)] : own,
      sets,
      defaultSet: defaultSet === undefined ? undefined : toText(defaultSet),
      isAdvanced: code.isAdvanced,
      isFunction: true,
    }),
    own,
    confirms,
    obsolete: obsoleteText(code, frame),
  };
}

type Named = EvaluatedAttribute['named'];

const cmdletBinding = ({ attributes }: FunctionCode, frame: Frame): Named | undefined =>
  attributes.find(({ key }) => key === 'cmdletbinding')?.evaluate(frame).named;

function obsoleteText({ attributes }: FunctionCode, frame: Frame): string | undefined {
  const attribute = attributes.find(({ key }) => key === 'obsolete' || key === 'system.obsolete');
  return attribute && toText(attribute.evaluate(frame).args[0] ?? '');
}

/** Positions or sets that a parameter names itself take the automatic positions from all. */
const hasOwnPlaces =
  (frame: Frame) =>
  ({ attributes }: ParameterCode): boolean =>
    attributes.some((attribute) => {
      if (attribute.key !== 'parameter') return false;
      const { named } = locatedAt(frame, attribute.place, () => attribute.evaluate(frame));
      return (
        named.has('position') ||
        (named.has('parametersetname') && toText(named.get('parametersetname')) !== '__AllParameterSets')
      );
    });

function impactOf(binding: Named | undefined): ConfirmImpact | undefined {
  if (!binding || !isTrue(binding.get('supportsshouldprocess') ?? false)) return undefined;
  const text = toText(binding.get('confirmimpact') ?? 'Medium').toLowerCase();
  return (['None', 'Low', 'Medium', 'High'] as const).find((impact) => impact.toLowerCase() === text) ?? 'Medium';
}

function surrounding(binding: Named | undefined, confirms: ConfirmImpact | undefined, sets: SetNames): PlanParameter[] {
  const pages = isTrue(binding?.get('supportspaging') ?? false) ? pagingParameters : [];
  return [
    ...commonPlanParameters(sets),
    ...(confirms === undefined ? [] : confirmParameters.map((spec) => declaredParameter(spec, 'confirm', sets))),
    ...pages.map((spec) => declaredParameter(spec, 'common', sets)),
  ];
}
