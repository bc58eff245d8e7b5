import type { Argument } from '../binder/argument.ts';
import { cmdletPlan } from '../binder/cmdlet-plan.ts';
import { ScriptError } from '../errors/script-error.ts';
import { unboxed } from '../values/boxed.ts';
import type { ErrorRecord } from '../values/error-record.ts';
import type { InvocationInfo } from '../values/invocation-info.ts';
import { bindingSurroundings, commonOf, readMember } from './binding-services.ts';
import type { Cmdlet, Processor } from './command.ts';
import { CmdletContext, type RunningCmdlet } from './cmdlet-context.ts';
import type { WriteErrorOptions } from './command-context.ts';
import { withCommonVariables } from './common-variables.ts';
import { messagesOf } from './messages.ts';
import type { Frame } from './frame.ts';
import type { Output } from './output.ts';
import { markOwned } from './owned-errors.ts';
import { reportError } from './report-error.ts';
import { AdvancedBinding } from './script-binding.ts';
import { type Stage, StopUpstream } from './stage.ts';
import type { Destination, Streams } from './streams.ts';

export interface CmdletStageOptions {
  readonly frame: Frame;
  readonly cmdlet: Cmdlet;
  readonly arguments: readonly Argument[];
  readonly out: Output;
  readonly streams: Streams;
  readonly hasInput: boolean;
  readonly invocation: InvocationInfo;
}

/** A cmdlet as one stage of a pipeline. */
export class CmdletStage implements Stage, RunningCmdlet {
  readonly #options: CmdletStageOptions;
  readonly #parameters: Record<string, unknown> = {};
  failed = false;
  readonly ownsErrors = true;
  readonly #binding: AdvancedBinding;
  #processor: Processor | undefined;
  #common: ReadonlyMap<string, unknown> = new Map();
  #destination: Destination;

  constructor(options: CmdletStageOptions) {
    this.#options = options;
    this.#destination = options;
    const { cmdlet, frame, hasInput } = options;
    const { session } = frame;
    const plan = cmdletPlan(cmdlet);
    const warn = (text: string) => messagesOf({ ...options, session, common: this.#common }).writeWarning(text);
    const surroundings = bindingSurroundings({
      session,
      name: cmdlet.name,
      plan,
      hasInput,
      invocation: options.invocation,
      warn,
    });
    this.#binding = new AdvancedBinding(plan, surroundings, readMember);
  }

  begin(): void {
    const { cmdlet, frame, arguments: given } = this.#options;
    const { command } = this.#binding;
    this.#binding.bindCommandLine(given);
    this.#common = commonOf(command);
    for (const [{ name, details }, value] of command.values)
      if (details.group === 'own') this.#parameters[name] = this.#taken(value);
    const { session } = frame;
    this.#destination = withCommonVariables(session.scope, this.#common, this.#options);
    const fields = {
      ...this.#options,
      ...this.#destination,
      session,
      parameters: this.#parameters,
      common: this.#common,
    };
    this.#processor = cmdlet.create(new CmdletContext(fields, this));
    this.#processor.begin?.();
  }

  process(item: unknown): void {
    if (this.#options.hasInput && !this.#bindInput(item)) return;
    this.#processor?.process?.(this.#taken(item));
  }

  end(): void {
    this.#processor?.end?.();
  }

  /** Gives an object of the pipeline to the parameters that take one; false when it is refused. */
  #bindInput(item: unknown): boolean {
    const { input, command } = this.#binding;
    if (!input.isSettled) for (const { name } of input.bound) delete this.#parameters[name];
    const error = this.#binding.bindInput(item);
    for (const parameter of input.bound) this.#parameters[parameter.name] = this.#taken(command.values.get(parameter));
    if (error) this.writeError(error);
    return !error;
  }

  #taken(value: unknown): unknown {
    return this.#options.cmdlet.takesBoxed ? value : unboxed(value);
  }

  get parameterSet(): string {
    return this.#binding.command.setName;
  }

  throwTerminating(record: ErrorRecord): never {
    throw markOwned(new ScriptError(this.#owned(record)));
  }

  stopUpstream(): never {
    throw new StopUpstream(this);
  }

  #owned(record: ErrorRecord): ErrorRecord {
    record.invocation = this.#options.invocation.forRecord();
    return record;
  }

  writeError(record: ErrorRecord, { keepsInvocation = false }: WriteErrorOptions = {}): void {
    const { frame } = this.#options;
    const { streams } = this.#destination;
    this.failed = true;
    if (!keepsInvocation) this.#owned(record);
    reportError(frame.session, record, { streams, common: this.#common });
  }
}
