import { cannotBind } from './bind-error.ts';
import { convertArgument } from './convert-argument.ts';
import { commonParameters } from './common-parameters.ts';
import type { Argument } from './argument.ts';
import type { BoundParameter } from './bound-parameter.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';

export interface BindOptions {
  readonly parameters: readonly BoundParameter[];
  readonly arguments: readonly Argument[];
  /** Advanced functions and cmdlets refuse what they do not know; plain functions gather it in `$args`. */
  readonly isAdvanced: boolean;
  readonly hasPipelineInput: boolean;
  /** A function's own conversion errors speak of transformation. */
  readonly isFunction: boolean;
}

export interface Bound {
  readonly values: Map<BoundParameter, unknown>;
  /** `-ErrorAction`, `-Verbose`, …, by lower-case name. */
  readonly common: Map<string, unknown>;
  /** What no parameter took. */
  readonly rest: unknown[];
}

/** Gives arguments to parameters: by name first, then by position. Source: ParameterBinderController. */
export function bind(options: BindOptions): Bound {
  const bound: Bound = { values: new Map(), common: new Map(), rest: [] };
  const positional = bindNamed(options, bound);
  bindPositions(options, bound, positional);
  requireMandatory(options, bound);
  return bound;
}

type Value = Argument & { kind: 'value' };
type Named = Argument & { kind: 'parameter' };

function bindNamed(options: BindOptions, bound: Bound): Value[] {
  const positional: Value[] = [];
  const queue = [...options.arguments];
  for (let argument = queue.shift(); argument; argument = queue.shift()) {
    if (argument.kind === 'value') positional.push(argument);
    else bindName(options, bound, { argument, queue });
  }
  return positional;
}

interface NameContext {
  readonly argument: Named;
  readonly queue: Argument[];
}

function bindName(options: BindOptions, bound: Bound, { argument, queue }: NameContext): void {
  const parameter = findParameter(options, argument);
  if (!parameter) {
    if (options.isAdvanced) throw cannotBind('NamedParameterNotFound', argument, [argument.name]);
    return keepUnknown(argument, queue, bound);
  }
  const value = valueFor(parameter, argument, queue);
  if (commonParameters.includes(parameter)) return void bound.common.set(parameter.name.toLowerCase(), value);
  if (bound.values.has(parameter)) throw cannotBind('ParameterAlreadyBound', argument, [parameter.name]);
  bound.values.set(parameter, convertArgument(parameter, value, { ...options, place: argument }));
}

/** A plain function finds an unknown parameter as text in `$args`, with the value behind it. */
function keepUnknown(argument: Named, queue: Argument[], { rest }: Bound): void {
  rest.push(argument.text);
  if (argument.argument) rest.push(argument.argument.value);
  else if (queue[0]?.kind === 'value') rest.push((queue.shift() as Value).value);
}

function valueFor(parameter: BoundParameter, argument: Named, queue: Argument[]): unknown {
  if (argument.argument) return argument.argument.value;
  if (parameter.isSwitch) return new SwitchParameter(true);
  const [next] = queue;
  if (next?.kind !== 'value') {
    throw cannotBind('MissingArgument', argument, [parameter.name, parameter.type?.name ?? 'System.Object']);
  }
  queue.shift();
  return next.value;
}

function findParameter({ parameters, isAdvanced }: BindOptions, argument: Named): BoundParameter | undefined {
  const all = isAdvanced ? [...parameters, ...commonParameters] : parameters;
  const name = argument.name.toLowerCase();
  const namesOf = (spec: BoundParameter) => [spec.name, ...(spec.aliases ?? [])].map((each) => each.toLowerCase());
  const exact = all.find((spec) => namesOf(spec).includes(name));
  if (exact) return exact;
  const matches = all.filter((spec) => namesOf(spec).some((each) => each.startsWith(name)));
  if (matches.length > 1) {
    const own = matches.filter((spec) => !commonParameters.includes(spec));
    if (own.length === 1) return own[0];
    throw cannotBind('AmbiguousParameter', argument, [argument.name, matches.map((spec) => ` -${spec.name}`).join('')]);
  }
  return matches[0];
}

function bindPositions(options: BindOptions, bound: Bound, positional: readonly Value[]): void {
  const queue = [...positional];
  const open = options.parameters
    .filter((spec) => spec.position !== undefined && !spec.remaining && !bound.values.has(spec))
    .toSorted((a, b) => a.position! - b.position!);
  for (const parameter of open) {
    const argument = queue.shift();
    if (!argument) break;
    bound.values.set(parameter, convertArgument(parameter, argument.value, { ...options, place: argument }));
  }
  takeRest(options, bound, queue);
}

function takeRest(options: BindOptions, bound: Bound, queue: readonly Value[]): void {
  const [first] = queue;
  if (!first) return;
  const remaining = options.parameters.find((spec) => spec.remaining && !bound.values.has(spec));
  const values = queue.map(({ value }) => value);
  if (remaining) {
    const taken = values.length === 1 && !options.isFunction ? values[0] : values;
    bound.values.set(remaining, convertArgument(remaining, taken, { ...options, place: first }));
    return;
  }
  if (options.isAdvanced) throw cannotBind('PositionalParameterNotFound', first, [first.value]);
  bound.rest.push(...values);
}

function requireMandatory(options: BindOptions, { values }: Bound): void {
  const missing = options.parameters.filter(
    (spec) => spec.mandatory && !values.has(spec) && !(spec.pipeline && options.hasPipelineInput),
  );
  if (missing.length === 0) return;
  throw cannotBind('MissingMandatoryParameter', undefined, [missing.map(({ name }) => ` ${name}`).join('')]);
}
