import { SwitchParameter } from '../values/switch-parameter.ts';
import type { Argument, NamedArgument } from './argument.ts';
import { cannotBind } from './bind-error.ts';
import { textOfType, valueFor } from './argument-value.ts';
import type { BindingPlan } from './binding-plan.ts';
import type { PlanParameter } from './plan-parameter.ts';

/** A parameter of the command with the value that was written for it. */
export interface NamedValue {
  readonly parameter: PlanParameter;
  readonly value: unknown;
  readonly argument: NamedArgument;
  /** Where the value stands. */
  readonly place: { readonly start: number; readonly end: number };
}

export interface NamedArguments {
  readonly named: readonly NamedValue[];
  /** Values, and parameters that the command does not have, in their order. */
  readonly rest: Argument[];
}

/** Pairs the parameters of a command line with their values. Source: ParameterBinderController.ReparseUnboundArguments. */
export function pairArguments(plan: BindingPlan, given: readonly Argument[]): NamedArguments {
  const named: NamedValue[] = [];
  const rest: Argument[] = [];
  const args = inBindingOrder(given);
  for (let index = 0; index < args.length; index++) {
    const argument = args[index]!;
    const parameter = argument.kind === 'parameter' ? plan.find(argument.name, argument) : undefined;
    if (argument.kind === 'value' || !parameter) rest.push(argument);
    else if (argument.argument) {
      const place = argument.argument.place ?? argument;
      named.push({ parameter, argument, value: valueFor(parameter, argument.argument), place });
    } else if (parameter.isSwitch) {
      named.push({ parameter, argument, value: new SwitchParameter(true), place: argument });
    } else {
      named.push(pair(plan, { parameter, argument, next: args[++index] }));
    }
  }
  return { named, rest };
}

/** What a map was splatted for comes last; `--` itself is no argument. */
function inBindingOrder(given: readonly Argument[]): readonly Argument[] {
  if (!given.some(needsOrder)) return given;
  const isSplatted = (argument: Argument) => argument.kind === 'parameter' && argument.splatted === true;
  const end = given.findIndex((argument) => argument.kind === 'value' && argument.endsParameters);
  const written = given.filter((argument, index) => index !== end && !isSplatted(argument));
  return [...written, ...given.filter(isSplatted)];
}

const needsOrder = (argument: Argument): boolean =>
  argument.kind === 'value' ? argument.endsParameters === true : argument.splatted === true;

interface Pair {
  readonly parameter: PlanParameter;
  readonly argument: NamedArgument;
  readonly next: Argument | undefined;
}

function pair(plan: BindingPlan, { parameter, argument, next }: Pair): NamedValue {
  if (next?.kind === 'value') return { parameter, argument, value: valueFor(parameter, next), place: next };
  // A following parameter that the command does not have is taken as text.
  if (!next || next.argument || plan.find(next.name, next)) {
    throw cannotBind('MissingArgument', argument, [parameter.name, textOfType(parameter)]);
  }
  return { parameter, argument, value: next.text, place: next };
}
