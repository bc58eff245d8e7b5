import { List } from '../values/list.ts';
import { listOf } from '../values/enumerate.ts';
import { nothing, valueOrNull } from '../values/nothing.ts';
import { toText } from '../values/to-text.ts';
import type { Argument } from './argument.ts';
import { objectFor } from './argument-value.ts';
import { type BindError, cannotBind } from './bind-error.ts';
import { bindNamed } from './bind-named.ts';
import { bindPositional } from './bind-positional.ts';
import type { CommandBinding } from './command-binding.ts';
import { bindDefaults } from './default-arguments.ts';
import { requireMandatory } from './mandatory-parameters.ts';
import { pairArguments } from './named-arguments.ts';
import { requireSet, setsWithInput, validateSets } from './parameter-sets.ts';

/** Binds the arguments of an advanced function or cmdlet. Source: CmdletParameterBinderController.BindCommandLineParameters. */
export function bindCommandLine(binding: CommandBinding, args: readonly Argument[]): void {
  bindArguments(binding, args);
  const { hasInput } = binding.surroundings;
  let count = validateSets(binding, { beforeInput: hasInput, chooseDefault: !hasInput });
  if (count === 1) bindDefaults(binding);
  if (count > 1 && hasInput) {
    const flags = setsWithInput(binding);
    if (flags !== binding.flags) {
      binding.flags = flags;
      count = validateSets(binding, { beforeInput: true, chooseDefault: false });
    }
  }
  requireMandatory(binding, count);
  if (!hasInput) requireSet(binding);
}

function bindArguments(binding: CommandBinding, args: readonly Argument[]): void {
  const { named, rest } = pairArguments(binding.plan, args);
  binding.rest = rest;
  bindNamed(binding, named);
  const error = rest.length > 0 ? bindPositional(binding) : undefined;
  bindDefaults(binding);
  validateSets(binding, { beforeInput: true, chooseDefault: false });
  const ofDynamic = bindDynamic(binding);
  bindRemaining(binding);
  requireAllTaken(binding, error ?? ofDynamic);
}

/** Binds what is left to the parameters that a dynamicparam block gives. */
function bindDynamic(binding: CommandBinding): BindError | undefined {
  const parameters = binding.surroundings.dynamicParameters?.() ?? [];
  if (parameters.length === 0) return undefined;
  binding.plan = binding.plan.with(parameters);
  binding.open.push(...parameters);
  const { named, rest } = pairArguments(binding.plan, binding.rest);
  binding.rest = rest;
  bindNamed(binding, named);
  const error = rest.length > 0 ? bindPositional(binding) : undefined;
  bindDefaults(binding);
  return error;
}

function bindRemaining(binding: CommandBinding): void {
  const { rest } = binding;
  if (rest.length === 0) return;
  const takers = binding.open.filter(
    (parameter) => parameter.isRemainingSomewhere && parameter.usesIn(binding.flags).some(({ remaining }) => remaining),
  );
  const [taker] = takers;
  if (!taker) return;
  if (takers.length > 1) throw binding.ambiguous();
  const values = rest.flatMap(remainingValues);
  const [only] = values;
  const value = values.length === 1 && listOf(only) ? only : new List(remainingType, values);
  binding.bind(taker, value, { coerce: true, place: rest.length === 1 ? rest[0] : undefined });
  binding.rest = [];
}

const remainingType =
  'System.Collections.Generic.List`1[[System.Object, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e]]';

/** A parameter that the command does not have is text here. */
function remainingValues(argument: Argument): readonly unknown[] {
  if (argument.kind === 'value') return argument.value === nothing ? [] : [objectFor(argument)];
  return argument.argument ? [argument.text, argument.argument.value] : [argument.text];
}

function requireAllTaken({ rest }: CommandBinding, error: BindError | undefined): void {
  const [first] = rest;
  if (!first) return;
  if (first.kind === 'parameter') throw cannotBind('NamedParameterNotFound', first, [first.name]);
  if (error) throw error;
  const value = valueOrNull(first.value);
  throw cannotBind('PositionalParameterNotFound', undefined, [
    value === null ? '$null' : (first.written ?? toText(value)),
  ]);
}
