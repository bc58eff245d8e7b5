import { valueFor } from './argument-value.ts';
import type { Argument, ValueArgument } from './argument.ts';
import { BindError, cannotBind } from './bind-error.ts';
import type { CommandBinding } from './command-binding.ts';
import type { PlanParameter } from './plan-parameter.ts';

interface Candidate {
  readonly parameter: PlanParameter;
  readonly flag: number;
}

/**
 * Binds values by position: each position first in the default set and then in any that is possible, first without conversion and
 * then with it. Gives the error that kept an argument from being bound. Source: ParameterBinderController.BindPositionalParameters.
 */
export function bindPositional(binding: CommandBinding): BindError | undefined {
  const positions = positionsOf(binding);
  const queue = [...binding.rest];
  const kept: Argument[] = [];
  let error: BindError | undefined;
  for (const candidates of positions) {
    const open = candidates.filter(({ parameter, flag }) => isPossible(binding, parameter, flag));
    if (open.length === 0) continue;
    const argument = nextValue(queue, kept);
    if (!argument) break;
    const result = bindAtPosition(binding, open, argument);
    if (result === true) continue;
    kept.push(argument);
    error = result ?? error;
  }
  binding.rest = [...kept, ...queue];
  return error;
}

const isPossible = (binding: CommandBinding, parameter: PlanParameter, flag: number): boolean =>
  !binding.isBound(parameter) && (flag === 0 || (flag & binding.flags) !== 0);

type Positions = readonly (readonly Candidate[])[];

/** Positions while no parameter is bound: the same in every call. */
const unboundPositions = new WeakMap<CommandBinding['plan'], Map<number, Positions>>();

function positionsOf(binding: CommandBinding): Positions {
  const { plan, flags, open } = binding;
  if (open.length < plan.parameters.length) return findPositions(binding);
  let known = unboundPositions.get(plan);
  if (!known) unboundPositions.set(plan, (known = new Map()));
  const found = known.get(flags) ?? findPositions(binding);
  known.set(flags, found);
  return found;
}

function findPositions(binding: CommandBinding): Positions {
  const byPosition = new Map<number, Candidate[]>();
  for (const parameter of binding.open) {
    for (const { position, remaining, flag } of parameter.usesIn(binding.flags)) {
      if (remaining || position === undefined) continue;
      const there = byPosition.get(position) ?? [];
      if (there.some((other) => other.parameter !== parameter && clash(other.flag, flag))) {
        throw cannotBind('AmbiguousPositionalParameterNoName', undefined, []);
      }
      byPosition.set(position, [...there, { parameter, flag }]);
    }
  }
  return [...byPosition].toSorted(([a], [b]) => a - b).map(([, candidates]) => candidates);
}

const clash = (a: number, b: number): boolean => (a & b) !== 0 || a === b;

/** The next plain value; parameters that the command does not have are kept with the value behind them. */
function nextValue(queue: Argument[], kept: Argument[]): ValueArgument | undefined {
  for (let argument = queue.shift(); argument; argument = queue.shift()) {
    if (argument.kind === 'value') return argument;
    kept.push(argument);
    if (queue[0]?.kind === 'value') kept.push(queue.shift()!);
  }
  return undefined;
}

/** True when one took it; else what was wrong with it, if anything was. */
function bindAtPosition(
  binding: CommandBinding,
  candidates: readonly Candidate[],
  argument: ValueArgument,
): BindError | true | undefined {
  const { defaultFlag } = binding.plan;
  const flags = binding.flags;
  let error: BindError | undefined;
  for (const coerce of [false, true]) {
    for (const wanted of (defaultFlag & flags) === 0 ? [flags] : [defaultFlag, flags]) {
      const inSets = candidates.filter(({ flag }) => flag === 0 || (flag & wanted) !== 0);
      const result = bindToFirst(binding, inSets, { argument, coerce });
      if (result === true) return true;
      error = result ?? error;
    }
  }
  return error;
}

interface PositionalValue {
  readonly argument: ValueArgument;
  readonly coerce: boolean;
}

/** All candidates of a position take the argument that can: two sets may share it until one of them is ruled out. */
function bindToFirst(
  binding: CommandBinding,
  candidates: readonly Candidate[],
  { argument, coerce }: PositionalValue,
): BindError | true | undefined {
  let error: BindError | undefined;
  const takers: PlanParameter[] = [];
  for (const parameter of new Set(candidates.map((candidate) => candidate.parameter))) {
    try {
      const value = valueFor(parameter, argument);
      if (binding.bind(parameter, value, { coerce, mayDelay: true, place: argument })) takers.push(parameter);
    } catch (thrown) {
      if (!(thrown instanceof BindError) || isFinal(thrown)) throw thrown;
      error = thrown;
    }
  }
  const [first] = takers;
  if (!first) return error;
  if (takers.every(({ spec }) => spec.unsupported)) throw cannotBind('ParameterNotSupported', argument, [first.name]);
  return true;
}

/** What an attribute says of a value is said; that another parameter does not take it is not. */
const isFinal = ({ id }: BindError): boolean =>
  id === 'ParameterArgumentTransformationError' || id.startsWith('ParameterArgumentValidationError');
