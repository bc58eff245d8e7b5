import { isScriptError } from '../errors/is-script-error.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { cannotBind } from './bind-error.ts';
import type { CommandBinding } from './command-binding.ts';
import type { PlanParameter } from './plan-parameter.ts';

const blockType = 'System.Management.Automation.ScriptBlock';

/** Whether a script block is to be run for each object of the pipeline instead of being the value itself. */
export function isDelayed(parameter: PlanParameter, value: unknown): value is ScriptBlock {
  if (!(value instanceof ScriptBlock) || !parameter.isPipelineSomewhere) return false;
  if (parameter.spec.delays) return true;
  const name = (parameter.type?.element ?? parameter.type)?.name;
  return name !== undefined && name !== 'System.Object' && name !== blockType;
}

/** Runs the delayed blocks for an object and binds what they give. False when there is none. */
export function bindDelayed(binding: CommandBinding, item: unknown): boolean {
  for (const [parameter, { block, place }] of binding.delayed) {
    const output = run(binding, parameter, { block, item });
    if (output.length === 0) throw cannotBind('ScriptBlockArgumentNoOutput', place, [parameter.name]);
    binding.bind(parameter, output.length === 1 ? output[0] : output, { coerce: true, place });
  }
  return binding.delayed.size > 0;
}

interface DelayedCall {
  readonly block: ScriptBlock;
  readonly item: unknown;
}

function run(binding: CommandBinding, parameter: PlanParameter, { block, item }: DelayedCall): readonly unknown[] {
  try {
    return binding.surroundings.runBlock(block, item);
  } catch (error) {
    if (!isScriptError(error)) throw error;
    const { exception } = error.record;
    const place = binding.delayed.get(parameter)?.place;
    throw cannotBind('ScriptBlockArgumentInvocationFailed', place, [parameter.name, exception.message], exception);
  }
}
