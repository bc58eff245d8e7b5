import type { CommandBinding } from './command-binding.ts';
import { anySet } from './plan-parameter.ts';
import { setCount } from './set-names.ts';

export interface SetValidation {
  /** Whether objects of the pipeline may still decide. */
  readonly beforeInput: boolean;
  /** Whether the default set is chosen where it is possible. */
  readonly chooseDefault: boolean;
}

/**
 * How many sets are possible with what is bound; throws when none is, or when nothing decides between several.
 * Source: CmdletParameterBinderController.ValidateParameterSets.
 */
export function validateSets(binding: CommandBinding, options: SetValidation): number {
  const count = setCount(binding.flags);
  if (count === 0) throw binding.ambiguous();
  return count > 1 ? amongSome(binding, options, count) : amongAll(binding, options, count);
}

function amongSome(binding: CommandBinding, { beforeInput, chooseDefault }: SetValidation, count: number): number {
  const { defaultFlag } = binding.plan;
  if ((binding.flags & defaultFlag) !== 0) {
    binding.setName = binding.plan.setName(defaultFlag);
    if (!chooseDefault) return count;
    binding.flags = defaultFlag;
    return 1;
  }
  if (beforeInput && takesInput(binding)) return count;
  return resolveByMandatory(binding);
}

/** One set is left, or all still are. */
function amongAll(binding: CommandBinding, { beforeInput, chooseDefault }: SetValidation, known: number): number {
  const { plan } = binding;
  let count = known;
  if (binding.flags === anySet) {
    count = Math.max(plan.sets.count, 1);
    if (beforeInput && takesInput(binding)) {
      // The objects of the pipeline decide.
    } else if (plan.defaultFlag !== 0) {
      if (chooseDefault) {
        binding.flags = plan.defaultFlag;
        count = 1;
      }
    } else if (count > 1) {
      count = resolveByMandatory(binding);
    }
  }
  binding.setName = plan.setName(binding.flags === anySet ? plan.defaultFlag : binding.flags);
  return count;
}

const takesInput = (binding: CommandBinding): boolean =>
  binding.open.some((parameter) =>
    parameter.usesIn(binding.flags).some(({ byValue, byProperty }) => byValue || byProperty),
  );

/** The one set that lacks no mandatory parameter, or the first of several in the order of the command. */
function resolveByMandatory(binding: CommandBinding): number {
  const { plan, open } = binding;
  let remaining = binding.flags & plan.sets.allFlags;
  for (const { uses } of open) {
    for (const { mandatory, flag } of uses) if (mandatory) remaining &= ~flag;
  }
  const chosen = setCount(remaining) === 1 ? remaining : plan.firstOf(remaining);
  if (chosen === 0) throw binding.ambiguous();
  binding.chooseSet(chosen);
  return 1;
}

/** Takes the default set where nothing has decided; throws without one. */
export function requireSet(binding: CommandBinding): void {
  const { plan } = binding;
  if (plan.sets.count < 2 || binding.flags !== anySet) return;
  if (plan.defaultFlag === 0) throw binding.ambiguous();
  binding.flags = plan.defaultFlag;
}

/** The sets that objects of the pipeline can still choose. */
export function setsWithInput(binding: CommandBinding): number {
  let flags = 0;
  for (const parameter of binding.delayed.keys()) flags |= parameter.flags;
  for (const parameter of binding.open) {
    for (const { flag, byValue, byProperty } of parameter.usesIn(binding.flags)) {
      if (!byValue && !byProperty) continue;
      if (flag === 0) return binding.flags;
      flags |= flag;
    }
  }
  return flags === 0 ? binding.flags : binding.flags & flags;
}
