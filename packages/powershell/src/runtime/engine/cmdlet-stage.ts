import { bind } from '../binder/bind.ts';
import type { Argument } from '../binder/argument.ts';
import { resolveParameters } from '../binder/bound-parameter.ts';
import { convertArgument } from '../binder/convert-argument.ts';
import { makeRecord, ScriptError } from '../errors/script-error.ts';
import { getMember } from '../members/get-member.ts';
import type { ErrorRecord } from '../values/error-record.ts';
import type { InvocationInfo } from '../values/invocation-info.ts';
import { allSets } from '../binder/parameter-spec.ts';
import type { Cmdlet, Processor } from './command.ts';
import type { CommandContext } from './command-context.ts';
import { confirmationOf } from './confirmation.ts';
import { messagesOf } from './messages.ts';
import type { Frame } from './frame.ts';
import type { Output } from './output.ts';
import { reportError } from './report-error.ts';
import { type Stage, StopUpstream } from './stage.ts';
import type { Streams } from './streams.ts';

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
export class CmdletStage implements Stage {
  readonly #options: CmdletStageOptions;
  readonly #parameters: Record<string, unknown> = {};
  #processor: Processor | undefined;
  #common: ReadonlyMap<string, unknown> = new Map();
  #byName: ReadonlySet<string> = new Set();

  constructor(options: CmdletStageOptions) {
    this.#options = options;
  }

  begin(): void {
    const { cmdlet, arguments: given, hasInput } = this.#options;
    const bound = bind({
      parameters: resolveParameters(cmdlet.parameters),
      arguments: given,
      isAdvanced: true,
      hasPipelineInput: hasInput,
      isFunction: false,
    });
    for (const [spec, value] of bound.values) this.#parameters[spec.name] = value;
    this.#byName = new Set(Object.keys(this.#parameters));
    this.#common = bound.common;
    this.#processor = cmdlet.create(this.#context());
    this.#processor.begin?.();
  }

  process(item: unknown): void {
    if (this.#options.hasInput) this.#bindInput(item);
    this.#processor?.process?.(item);
  }

  end(): void {
    this.#processor?.end?.();
  }

  #bindInput(item: unknown): void {
    const { cmdlet } = this.#options;
    const open = resolveParameters(cmdlet.parameters).filter((spec) => spec.pipeline && !this.#byName.has(spec.name));
    for (const spec of open) {
      const member = spec.pipeline === 'value' ? undefined : getMember(item, spec.name, () => undefined);
      const value = member === undefined && spec.pipeline !== 'property' ? item : member;
      if (value !== undefined) this.#parameters[spec.name] = convertArgument(spec, value, { isFunction: false });
    }
    if (open.length === 0) this.#writeError(makeRecord('InputObjectNotBound', [], { target: item }));
  }

  #context(): CommandContext {
    const { frame, cmdlet, out, streams, hasInput, invocation } = this.#options;
    const { session } = frame;
    return {
      ...messagesOf({ session, streams, common: this.#common }),
      ...confirmationOf(session, { name: cmdlet.name, impact: cmdlet.confirms, common: this.#common, streams }),
      session,
      host: session.host,
      cmdlet,
      position: invocation.position!,
      invocation,
      parameterSet: cmdlet.defaultSet ?? allSets,
      name: cmdlet.name,
      parameters: this.#parameters,
      common: this.#common,
      out,
      streams,
      hasInput,
      writeError: (record) => this.#writeError(record),
      throwTerminating: (record) => {
        throw new ScriptError(this.#owned(record));
      },
      stopUpstream: () => {
        throw new StopUpstream(this);
      },
    };
  }

  #owned(record: ErrorRecord): ErrorRecord {
    record.invocation = this.#options.invocation.forRecord();
    return record;
  }

  #writeError(record: ErrorRecord): void {
    const { frame, streams } = this.#options;
    this.#owned(record);
    reportError(frame.session, record, { streams, action: this.#common.get('erroraction') });
  }
}
