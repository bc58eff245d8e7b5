import { attributeKinds } from '../binder/attribute-kinds.ts';
import { cannotBind } from '../binder/bind-error.ts';
import type { BindingPlan } from '../binder/binding-plan.ts';
import { emptyDraft, specOfDraft } from '../binder/parameter-draft.ts';
import { toParameterType } from '../binder/parameter-type.ts';
import { PlanParameter } from '../binder/plan-parameter.ts';
import type { Statement } from '../compile/compiled.ts';
import { isScriptError } from '../errors/is-script-error.ts';
import { AttributeValue } from '../values/attribute-value.ts';
import { Dictionary } from '../values/dictionary.ts';
import { RuntimeParameter } from '../values/runtime-parameter.ts';
import { runtimeParametersType } from '../types/attribute-type-table.ts';
import { attributeServices } from '../binder/function-parameter.ts';
import type { Frame } from './frame.ts';
import { Collector } from './output.ts';

/** What a dynamicparam block gives a call. Source: PSScriptCmdlet.GetDynamicParameters. */
export function dynamicParameters(frame: Frame, block: Statement, plan: BindingPlan): readonly PlanParameter[] {
  const out = new Collector();
  try {
    block(frame, out);
  } catch (error) {
    if (!isScriptError(error)) throw error;
    const { exception } = error.record;
    throw cannotBind('GetDynamicParametersException', undefined, [exception.message], exception);
  }
  const found = out.items.findLast((item) => item instanceof Dictionary && item.typeName === runtimeParametersType);
  if (!(found instanceof Dictionary)) return [];
  const parameters = Array.from(found.pairs(), ([, value]) => value);
  return parameters.filter((value) => value instanceof RuntimeParameter).map((each) => planned(each, plan));
}

function planned(parameter: RuntimeParameter, plan: BindingPlan): PlanParameter {
  const draft = emptyDraft();
  const { type } = parameter;
  for (const attribute of parameter.attributes.items) {
    if (!(attribute instanceof AttributeValue)) continue;
    attributeKinds[attribute.key]?.(draft, attribute, attributeServices);
  }
  draft.transformations.unshift((value, { coerce }) =>
    coerce ? toParameterType(value, type, { isAdvanced: true }) : value,
  );
  const details = {
    type,
    group: 'dynamic',
    transformations: draft.transformations,
    checks: draft.checks,
    obsolete: draft.obsolete,
    typeNameWanted: draft.typeNameWanted,
    receive: (value: unknown) => void (parameter.value = value),
  } as const;
  return new PlanParameter(specOfDraft(parameter.name, draft, undefined), details, (set) => plan.sets.flagOf(set));
}
