import type { PlanParameter } from '../binder/plan-parameter.ts';
import type { ArgumentPlace } from '../binder/bind-error.ts';
import { bindValue } from '../binder/bind-value.ts';
import type { CompiledScriptBlock, Signal } from '../compile/compiled.ts';
import type { ScriptPosition } from '../errors/script-position.ts';
import { InvocationInfo } from '../values/invocation-info.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';
import type { CallPlan, PlannedParameter } from './call-plan.ts';
import { type CallArguments, makeCallVariable } from './call-variables.ts';
import type { ScriptFunction } from './command.ts';
import { Frame } from './frame.ts';
import { homeScope } from './home-scope.ts';
import type { Output } from './output.ts';
import { defaultOf, parameterConstraint } from './parameter-variable.ts';
import { Scope } from './scope.ts';
import { Variable } from './variable.ts';

/**
 * The plan of a function that can be called without a pipeline around it: one block, parameters without attributes.
 * Undefined for all others.
 */
export function planCall(code: CompiledScriptBlock, frame: Frame): CallPlan | undefined {
  const { ast, layout, end } = code;
  const { paramBlock, dynamicParamBlock, beginBlock, processBlock, cleanBlock } = ast;
  if (code.types.length > 0) return undefined;
  if (dynamicParamBlock ?? beginBlock ?? processBlock ?? cleanBlock) return undefined;
  if (paramBlock?.attributes.length) return undefined;
  const isPlain = paramBlock?.parameters.every((parameter) =>
    parameter.attributes.every(({ type }) => type === 'TypeConstraint'),
  );
  if (isPlain === false) return undefined;
  const planned = code.contract(frame).own.map((spec) => ({
    spec,
    slot: layout.get(spec.name.toLowerCase())!,
    constraint: parameterConstraint(spec),
  }));
  return { layout, parameters: planned, body: end };
}

/** An argument as it is written: with a parameter's name, a value, or both. */
export interface WrittenArgument {
  readonly name: string | undefined;
  readonly hasValue: boolean;
  readonly place: ArgumentPlace;
}

/** Which argument goes where. */
export interface CallBinding {
  /** For each parameter which argument holds its value, or `none`, or `switchedOn`. */
  readonly sources: readonly number[];
  /** For each parameter where the argument stands, for errors. */
  readonly places: readonly (ArgumentPlace | undefined)[];
  /** Which arguments go to `$args`. */
  readonly rest: readonly number[];
}

const none = -1;
const switchedOn = -2;

/** Gives a call's arguments to a plan's parameters; undefined when it takes more than full names and positions. */
export function bindCall({ parameters }: CallPlan, written: readonly WrittenArgument[]): CallBinding | undefined {
  const sources = parameters.map(() => none);
  const places: (ArgumentPlace | undefined)[] = [];
  const positional: number[] = [];
  for (let index = 0; index < written.length; index++) {
    const { name, hasValue, place } = written[index]!;
    if (name === undefined) {
      positional.push(index);
      continue;
    }
    const at = parameters.findIndex(({ spec }) => spec.name.toLowerCase() === name.toLowerCase());
    if (at < 0 || sources[at] !== none) return undefined;
    if (hasValue) sources[at] = index;
    else if (parameters[at]!.spec.isSwitch) [sources[at], places[at]] = [switchedOn, place];
    else if (written[index + 1]?.hasValue && written[index + 1]?.name === undefined) sources[at] = ++index;
    else return undefined;
  }
  const rest = positional.filter((index) => !takePosition(parameters, sources, index));
  return { sources, places: sources.map((source, at) => places[at] ?? written[source]?.place), rest };
}

function takePosition(parameters: CallPlan['parameters'], sources: number[], index: number): boolean {
  const at = parameters.findIndex(({ spec }, place) => spec.uses[0]!.position !== undefined && sources[place] === none);
  if (at >= 0) sources[at] = index;
  return at >= 0;
}

/** Where a function is called, and how it is named there. */
export interface CallSite extends ScriptPosition {
  readonly name: string;
}

/** One call of a function that has a plan. */
export interface DirectCall {
  readonly command: ScriptFunction;
  readonly plan: CallPlan;
  readonly binding: CallBinding;
  /** The arguments' values, by their places. */
  readonly values: readonly unknown[];
  readonly site: CallSite;
}

/** The arguments of a direct call, as its automatic variables show them. */
class DirectArguments implements CallArguments {
  readonly #call: DirectCall;

  constructor(call: DirectCall) {
    this.#call = call;
  }

  make(key: string): Variable | undefined {
    return makeCallVariable(key, this);
  }

  get named(): Iterable<readonly [PlanParameter, unknown]> {
    const { plan, binding } = this.#call;
    return plan.parameters.flatMap(({ spec }, index) =>
      binding.sources[index] === none ? [] : [[spec, argumentOf(this.#call, index)] as const],
    );
  }

  get rest(): unknown[] {
    return this.#call.binding.rest.map((index) => this.#call.values[index]);
  }

  get code(): CompiledScriptBlock {
    return this.#call.command.code;
  }

  get invocation(): InvocationInfo {
    const { command, site } = this.#call;
    return new InvocationInfo({ command, name: site.name, position: site, pipelineLength: 1, pipelinePosition: 1 });
  }
}

function argumentOf({ plan, binding, values }: DirectCall, index: number): unknown {
  const { spec } = plan.parameters[index]!;
  const source = binding.sources[index]!;
  if (source === switchedOn) return new SwitchParameter(true);
  const value = values[source];
  if (!spec.type) return value;
  return bindValue(spec, value, { coerce: true, isDefault: false, place: binding.places[index] });
}

/** Runs the function in a scope of its own. A signal that it does not end itself is given back. */
export function callDirectly(caller: Frame, out: Output, call: DirectCall): Signal | undefined {
  const { command, plan } = call;
  const { session } = caller;
  const outer = session.scope;
  const outerFrame = session.frame;
  const { layout } = plan;
  const home = command.closure === outer.module?.scope ? outer : homeScope(session, command.closure);
  const scope = new Scope(home, { layout, automatic: new DirectArguments(call) });
  const { slots } = scope.variables;
  const { source } = command.code;
  const frame = new Frame({ session, scope, source, slots, command, streams: caller.streams });
  setParameters(frame, call);
  session.enter();
  session.scope = scope;
  session.frame = frame;
  try {
    setDefaults(frame, call);
    const signal = plan.body?.(frame, out);
    session.succeeded = true;
    return signal === undefined || signal.kind === 'return' ? undefined : signal;
  } finally {
    session.scope = outer;
    session.frame = outerFrame;
    session.depth--;
  }
}

function setParameters({ slots }: Frame, call: DirectCall): void {
  const { parameters } = call.plan;
  for (let index = 0; index < parameters.length; index++) {
    if (call.binding.sources[index] !== none) setParameter(slots, parameters[index]!, argumentOf(call, index));
  }
}

function setDefaults(frame: Frame, { plan: { parameters }, binding: { sources } }: DirectCall): void {
  for (let index = 0; index < parameters.length; index++) {
    const parameter = parameters[index]!;
    if (sources[index] === none) setParameter(frame.slots, parameter, defaultOf(parameter.spec, frame));
  }
}

function setParameter(slots: (Variable | undefined)[], { spec, slot, constraint }: PlannedParameter, value: unknown) {
  const variable = new Variable(spec.name, value);
  variable.constraint = constraint;
  slots[slot] = variable;
}
