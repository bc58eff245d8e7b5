import type { Argument } from '../binder/argument.ts';
import { BindError } from '../binder/bind-error.ts';
import type { Redirected } from '../compile/redirections.ts';
import { isScriptError } from '../errors/is-script-error.ts';
import { type ScriptError, scriptError } from '../errors/script-error.ts';
import { elementsOf } from '../values/enumerate.ts';
import { nothing } from '../values/nothing.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { toText } from '../values/to-text.ts';
import { CmdletStage } from './cmdlet-stage.ts';
import type { Command } from './command.ts';
import type { Frame } from './frame.ts';
import type { Output } from './output.ts';
import { ScriptStage } from './script-stage.ts';
import { type Stage, StopUpstream } from './stage.ts';

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

type LocatedCommand = Pick<PipelineCommand, 'name' | 'place'>;

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
    const stage = located(
      frame,
      commands[index]!,
      createStage(frame, commands[index]!, { out: next, hasInput, closing }),
    );
    stages.unshift(stage);
    next = { write: (value) => writeTo(stage, value) };
  }
  try {
    drive(stages, { input, out });
  } finally {
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
}

function createStage(frame: Frame, command: PipelineCommand, { out: given, hasInput, closing }: StageOptions): Stage {
  const { session } = frame;
  const found = resolve(frame, command);
  const redirection = command.redirect?.(frame, { out: given, streams: frame.streams });
  if (redirection) closing.push(redirection.close);
  const { out, streams } = redirection ?? { out: given, streams: frame.streams };
  const position = { source: frame.source, start: command.place.start, end: command.place.end };
  const shared = { arguments: command.arguments, out, streams, hasInput };
  if (found.kind === 'cmdlet') return new CmdletStage({ ...shared, frame, cmdlet: found, position });
  return new ScriptStage({ ...shared, session, command: found, inCallerScope: command.invocation === 'Dot' });
}

/** Finds what a command's name or value stands for: alias, function, cmdlet. */
function resolve(frame: Frame, command: PipelineCommand): Command {
  const { name } = command;
  if (name instanceof ScriptBlock) return { kind: 'block', name: '', code: name.code, closure: name.closure };
  const text = toText(name);
  if (text === '' && command.invocation) {
    const error = scriptError('BadExpression', [command.invocation === 'Dot' ? '.' : '&']);
    error.record.position = { source: frame.source, start: command.namePlace.start, end: command.namePlace.end };
    throw error;
  }
  return findCommand(frame, text) ?? notFound(frame, text, command.namePlace);
}

/** A command by name, aliases followed. */
export function findCommand({ scope, session }: Pick<Frame, 'scope' | 'session'>, name: string): Command | undefined {
  const key = name.toLowerCase();
  const target = scope.findAlias(key);
  const wanted = (target ?? key).toLowerCase();
  return scope.findFunction(wanted) ?? session.commands.get(wanted);
}

function notFound(frame: Frame, name: string, { start, end }: Place): never {
  const error = scriptError('CommandNotFoundException', [name], { target: name });
  error.record.position = { source: frame.source, start, end };
  error.record.command = name;
  error.record.activity = name;
  throw error;
}

const located = (frame: Frame, command: PipelineCommand, stage: Stage): Stage =>
  new LocatedStage(frame, command, stage);

/** Gives the errors that leave a command their position and its name. */
class LocatedStage implements Stage {
  readonly inner: Stage;
  readonly #frame: Frame;
  readonly #command: PipelineCommand;

  constructor(frame: Frame, command: PipelineCommand, inner: Stage) {
    this.inner = inner;
    this.#frame = frame;
    this.#command = command;
  }

  begin(): void {
    this.#guard(() => this.inner.begin());
  }

  process(item: unknown): void {
    this.#guard(() => this.inner.process(item));
  }

  end(): void {
    this.#guard(() => this.inner.end());
  }

  #guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      if (error instanceof BindError) throw locateBindError(this.#frame, this.#command, error);
      if (isScriptError(error) && this.inner instanceof CmdletStage) throw this.#owned(error);
      throw error;
    }
  }

  #owned(error: ScriptError): ScriptError {
    if (error.record.position) return error;
    const { start, end } = this.#command.place;
    error.record.position = { source: this.#frame.source, start, end };
    return named(error, this.#command);
  }
}

/** A wrong argument is shown itself; a missing one shows the whole command. */
export function locateBindError(frame: Frame, command: LocatedCommand, { error, place }: BindError): ScriptError {
  const { start, end } = place ?? command.place;
  error.record.position ??= { source: frame.source, start, end };
  return named(error, command);
}

function named(error: ScriptError, { name }: LocatedCommand): ScriptError {
  error.record.command ??= name instanceof ScriptBlock ? undefined : toText(name);
  return error;
}
