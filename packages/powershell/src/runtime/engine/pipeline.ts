import type { Argument } from '../binder/argument.ts';
import { BindError } from '../binder/bind-error.ts';
import type { Redirected } from '../compile/redirections.ts';
import { isScriptError } from '../errors/is-script-error.ts';
import { type ScriptError, scriptError } from '../errors/script-error.ts';
import { elementsOf } from '../values/enumerate.ts';
import { nothing } from '../values/nothing.ts';
import { InvocationInfo, type InvocationFields } from '../values/invocation-info.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { toText } from '../values/to-text.ts';
import { CmdletStage } from './cmdlet-stage.ts';
import type { Command } from './command.ts';
import type { Frame } from './frame.ts';
import { importModule } from './import-exports.ts';
import { Module } from './module.ts';
import { findProgram } from './native-program.ts';
import { NativeStage } from './native-stage.ts';
import { originalCommands } from './original-commands.ts';
import type { Output } from './output.ts';
import { ownError } from './owned-errors.ts';
import { qualifiedCommand } from './qualified-command.ts';
import { findScript } from './script-files.ts';
import { ScriptStage } from './script-stage.ts';
import { type Stage, StopUpstream } from './stage.ts';
import type { Watch } from './watch.ts';

interface Place {
  readonly start: number;
  readonly end: number;
}

/** A command of a pipeline with its evaluated arguments. */
export interface PipelineCommand {
  readonly name: unknown;
  readonly invocation: 'Ampersand' | 'Dot' | undefined;
  readonly arguments: readonly Argument[];
  readonly redirect: Redirected | undefined;
  readonly place: Place;
  readonly namePlace: Place;
}

export interface PipelineRun {
  /** The value of the expression in front. */
  readonly input: { readonly value: unknown } | undefined;
  readonly commands: readonly PipelineCommand[];
  readonly out: Output;
}

/** Runs a pipeline: every object goes through all commands before the next one comes. */
export function runPipeline(frame: Frame, { input, commands, out }: PipelineRun): void {
  const stages: Stage[] = [];
  const closing: (() => void)[] = [];
  let next = out;
  for (let index = commands.length - 1; index >= 0; index--) {
    const hasInput = index > 0 || input !== undefined;
    const place = { length: commands.length, position: index + 1 };
    const stage = createStage(frame, commands[index]!, { out: next, hasInput, closing, place });
    stages.unshift(stage);
    next = { write: (value) => writeTo(stage, value) };
  }
  try {
    drive(stages, { input, out });
    if (stages.length > 0) frame.session.succeeded = !stages.some((stage) => stage.failed);
  } finally {
    for (const stage of stages) stage.clean?.();
    for (const close of closing) close();
  }
}

function writeTo(stage: Stage, value: unknown): void {
  if (value !== nothing) stage.process(value);
}

function drive(stages: readonly Stage[], { input, out }: Pick<PipelineRun, 'input' | 'out'>): void {
  const [first] = stages;
  if (!first) return input && feed(input.value, (value) => out.write(value));
  let ended = 0;
  try {
    for (const stage of stages) stage.begin();
    if (input) feed(input.value, (value) => first.process(value));
    else first.process(null);
    for (; ended < stages.length; ended++) stages[ended]!.end();
  } catch (error) {
    const owner = error instanceof StopUpstream ? stages.findIndex((stage) => isStage(stage, error.stage)) : -1;
    if (owner < 0) throw error;
    for (const stage of stages.slice(owner + 1)) stage.end();
  }
}

const isStage = (stage: Stage, wanted: object): boolean =>
  stage === wanted || (stage instanceof LocatedStage && stage.inner === wanted);

function feed(value: unknown, process: (value: unknown) => void): void {
  if (value === nothing) return;
  const elements = elementsOf(value);
  if (!elements) process(value);
  else for (const element of elements) process(element);
}

interface StageOptions {
  readonly out: Output;
  readonly hasInput: boolean;
  /** Takes what is to be done when the pipeline has ended. */
  readonly closing: (() => void)[];
  /** Of the command in the pipeline, from 1. */
  readonly place: { readonly length: number; readonly position: number };
}

/** `& $module { … }`: the block runs in the module. */
function inModule(command: PipelineCommand): PipelineCommand {
  const { name: module, arguments: args } = command;
  const [first, ...rest] = args;
  if (!(module instanceof Module) || first?.kind !== 'value' || !(first.value instanceof ScriptBlock)) return command;
  return { ...command, name: new ScriptBlock(first.value.code, module.scope), arguments: rest };
}

/** `-?` of a command by name. */
const asksForHelp = ({ name, arguments: args }: PipelineCommand): boolean =>
  !(name instanceof ScriptBlock) && args.some((argument) => argument.kind === 'parameter' && argument.name === '?');

/** A command that is asked for help is not run: Get-Help is. Source: CommandProcessorBase, HelpCommands. */
const helpCall = ({ redirect, place, namePlace, name }: PipelineCommand): PipelineCommand => ({
  name: 'Get-Help',
  invocation: undefined,
  arguments: [{ kind: 'value', value: toText(name), ...namePlace }],
  redirect,
  place,
  namePlace,
});

function createStage(frame: Frame, given: PipelineCommand, options: StageOptions): Stage {
  const { session } = frame;
  const command = asksForHelp(given) ? helpCall(given) : inModule(given);
  const { hasInput, closing } = options;
  const found = resolve(frame, command);
  const redirection = command.redirect?.(frame, { out: options.out, streams: frame.streams });
  if (redirection) closing.push(redirection.close);
  const { out, streams } = redirection ?? { out: options.out, streams: frame.streams };
  const invocation = invocationOf(frame, command, { ...options, found });
  const shared = { arguments: command.arguments, out, streams, hasInput, invocation };
  const located = { invocation, watch: session.watch, pipeline: closing };
  if (found.kind === 'application') {
    return new LocatedStage(new NativeStage({ ...shared, frame, program: found }), located);
  }
  const stage =
    found.kind === 'cmdlet'
      ? new CmdletStage({ ...shared, frame, cmdlet: found })
      : new ScriptStage({
          ...shared,
          session,
          command: found,
          inCallerScope: command.invocation === 'Dot',
          ownVariables: command.invocation === 'Dot',
          isCalledScript: found.kind === 'script',
        });
  return new LocatedStage(stage, located);
}

const operators = { Ampersand: '&', Dot: '.' } as const;

/** The name of an invocation: the operator in front, or the command's name as it is written. */
const calledAs = ({ invocation, name }: PipelineCommand): string => (invocation ? operators[invocation] : toText(name));

function invocationOf(
  frame: Frame,
  command: PipelineCommand,
  { found, hasInput, place }: StageOptions & { readonly found: Command },
): InvocationInfo {
  return new InvocationInfo({
    command: found,
    name: calledAs(command),
    position: { source: frame.source, start: command.place.start, end: command.place.end },
    pipelineLength: place.length,
    pipelinePosition: place.position,
    expectingInput: hasInput,
  });
}

/** Finds what a command's name or value stands for: alias, function, cmdlet. */
function resolve(frame: Frame, command: PipelineCommand): Command {
  const { name } = command;
  const { session } = frame;
  if (name instanceof ScriptBlock) return { kind: 'block', name: '', code: name.code, closure: name.closure };
  const text = toText(name);
  if (text === '' && command.invocation) {
    const error = scriptError('BadExpression', [command.invocation === 'Dot' ? '.' : '&']);
    error.record.locate({
      source: frame.source,
      start: command.namePlace.start,
      end: command.namePlace.end,
    });
    throw error;
  }
  const found = findCommand(frame, text) ?? findScript(session, text) ?? findProgram(session, text);
  return found ?? autoLoaded(frame, text) ?? notFound(frame, text, command);
}

/** A function of a module in PSModulePath: the module is loaded first. */
function autoLoaded(frame: Frame, name: string): Command | undefined {
  const { session } = frame;
  const module = session.moduleLoader.loadOf(session, name);
  if (!module) return undefined;
  session.modules.set(module.name.toLowerCase(), module);
  importModule(module, session.global);
  return findCommand(frame, name);
}

/** What a name stands for at last; aliases that go round in a ring end somewhere in it. */
function aliasTarget(scope: Frame['scope'], name: string): string {
  let next = scope.findAlias(name.toLowerCase());
  if (next === undefined) return name;
  const seen = new Set<string>();
  let target = name;
  for (; next !== undefined && !seen.has(next); next = scope.findAlias(next.toLowerCase())) {
    seen.add(next);
    target = next;
  }
  return target;
}

/** A command by name, aliases followed. */
export function findCommand({ scope, session }: Pick<Frame, 'scope' | 'session'>, name: string): Command | undefined {
  const wanted = aliasTarget(scope, name).toLowerCase();
  return scope.findFunction(wanted) ?? session.commands.get(wanted) ?? qualifiedCommand(session, wanted);
}

function notFound(frame: Frame, name: string, command: PipelineCommand): never {
  const missing = aliasTarget(frame.scope, name);
  const { start, end } = command.namePlace;
  const isKnown = originalCommands.has(missing.toLowerCase());
  const error = scriptError(isKnown ? 'CommandNotSupported' : 'CommandNotFoundException', [missing], {
    target: missing,
    details: { CommandName: missing },
  });
  error.record.invocation = new InvocationInfo({
    name: calledAs(command),
    position: { source: frame.source, start, end },
  });
  throw error;
}

/** The pipeline in which a command has failed: those before it only pass its error on. */
const failedIn = new WeakMap<ScriptError, object>();

interface LocatedStageOptions {
  readonly invocation: InvocationInfo;
  readonly watch: Watch;
  /** Stands for the pipeline whose stage it is. */
  readonly pipeline: object;
}

/** Gives the errors that leave a command their position and its name; takes what the command before it writes. */
class LocatedStage implements Stage, Output {
  readonly inner: Stage;
  readonly #invocation: InvocationInfo;
  readonly #watch: Watch;
  readonly #pipeline: object;
  #begun = false;

  constructor(inner: Stage, { invocation, watch, pipeline }: LocatedStageOptions) {
    this.inner = inner;
    this.#invocation = invocation;
    this.#watch = watch;
    this.#pipeline = pipeline;
  }

  get failed(): boolean {
    return this.inner.failed === true;
  }

  write(value: unknown): void {
    if (value !== nothing) this.process(value);
  }

  /** A command that is given objects while those before it begin has begun by then. */
  begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    try {
      this.inner.begin();
    } catch (error) {
      throw this.#located(error);
    }
  }

  process(item: unknown): void {
    if (!this.#begun) this.begin();
    try {
      this.#watch.poll();
      this.inner.process(item);
    } catch (error) {
      throw this.#located(error);
    }
  }

  end(): void {
    try {
      this.inner.end();
    } catch (error) {
      throw this.#located(error);
    }
  }

  clean(): void {
    this.inner.clean?.();
  }

  #located(error: unknown): unknown {
    if (error instanceof BindError) return locateBindError(error, this.#invocation);
    if (!isScriptError(error) || failedIn.get(error) === this.#pipeline) return error;
    const located = this.inner.ownsErrors ? ownError(error, this.#invocation) : error;
    failedIn.set(located, this.#pipeline);
    return located;
  }
}

/** A wrong argument is shown itself; a missing one shows the whole command. */
export function locateBindError({ error, place }: BindError, called: InvocationFields): ScriptError {
  const position =
    place && called.position ? { source: called.position.source, start: place.start, end: place.end } : called.position;
  error.record.invocation ??= new InvocationInfo({
    command: called.command,
    name: called.name ?? '',
    position,
  });
  return error;
}
