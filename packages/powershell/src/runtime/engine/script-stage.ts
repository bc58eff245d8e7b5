import { bind, type Bound } from '../binder/bind.ts';
import type { Argument } from '../binder/argument.ts';
import { convertArgument } from '../binder/convert-argument.ts';
import type { BoundParameter } from '../binder/bound-parameter.ts';
import { LoopEscape } from '../compile/loop-escape.ts';
import type { CompiledScriptBlock, Statement } from '../compile/compiled.ts';
import { Enumerator } from '../values/enumerator.ts';
import { InvocationInfo } from '../values/invocation-info.ts';
import { valueOrNull } from '../values/nothing.ts';
import { getMember } from '../members/get-member.ts';
import { type CallArguments, makeCallVariable } from './call-variables.ts';
import type { AnonymousBlock, ScriptFile, ScriptFunction } from './command.ts';
import { Frame } from './frame.ts';
import type { Output } from './output.ts';
import { defaultOf, parameterConstraint } from './parameter-variable.ts';
import { Scope } from './scope.ts';
import type { Session } from './session.ts';
import type { Stage } from './stage.ts';
import type { Streams } from './streams.ts';
import type { Variable } from './variable.ts';
import { type AutomaticVariables, emptySlots } from './variable-table.ts';

export interface ScriptStageOptions {
  readonly session: Session;
  readonly command: ScriptFunction | AnonymousBlock | ScriptFile;
  readonly arguments: readonly Argument[];
  readonly out: Output;
  readonly streams: Streams;
  readonly hasInput: boolean;
  /** How it is called, for `$MyInvocation`. */
  readonly invocation?: InvocationInfo | undefined;
  /** `.`: runs in the caller's scope. */
  readonly inCallerScope?: boolean;
}

/** A function or script block as one stage of a pipeline. */
export class ScriptStage implements Stage, CallArguments, AutomaticVariables {
  readonly scope: Scope;
  readonly #options: ScriptStageOptions;
  readonly #frame: Frame;
  readonly #input: unknown[] = [];
  #bound: Bound | undefined;
  #invocation: InvocationInfo | undefined;

  constructor(options: ScriptStageOptions) {
    const { session, command } = options;
    this.#options = options;
    const { layout } = command.code;
    this.scope = options.inCallerScope
      ? session.scope
      : new Scope(command.closure ?? session.scope, { layout, automatic: this });
    this.#frame = new Frame({
      session,
      scope: this.scope,
      source: command.code.source,
      slots: options.inCallerScope ? emptySlots(layout.size) : this.scope.variables.slots,
      command: command.kind === 'block' || command.kind === 'script' ? undefined : command,
      streams: options.streams,
    });
  }

  begin(): void {
    this.#bind();
    this.#run(this.#options.command.code.begin);
  }

  process(item: unknown): void {
    const { code, kind } = this.#options.command;
    const body = kind === 'filter' ? (code.process ?? code.end) : code.process;
    if (!body) {
      this.#input.push(item);
      return;
    }
    if (this.#options.hasInput) {
      this.scope.setLocal('_', item);
      this.#bindInput(item);
    }
    this.#run(body);
  }

  end(): void {
    const { code, kind } = this.#options.command;
    if (!code.process && kind !== 'filter') this.scope.setLocal('input', new Enumerator(this.#input));
    if (kind === 'filter' && !code.process) return;
    this.#run(code.end);
  }

  #run(body: Statement | undefined): void {
    if (!body) return;
    const { session, out } = this.#options;
    const caller = session.scope;
    const callerFrame = session.frame;
    session.enter();
    session.scope = this.scope;
    session.frame = this.#frame;
    try {
      const signal = body(this.#frame, out);
      if (signal && signal.kind !== 'return') throw new LoopEscape(signal);
    } finally {
      session.scope = caller;
      session.frame = callerFrame;
      session.depth--;
    }
  }

  #bind(): void {
    const { command, arguments: given, hasInput } = this.#options;
    const { parameters, isAdvanced } = command.code;
    const bound = bind({ parameters, arguments: given, isAdvanced, hasPipelineInput: hasInput, isFunction: true });
    this.#bound = bound;
    for (const [spec, value] of bound.values) this.#define(spec, value);
    this.#applyCommon(bound);
    this.#applyDefaults(parameters, bound);
  }

  make(key: string): Variable | undefined {
    if (!this.#bound || (key === 'args' && this.#options.command.code.isAdvanced)) return undefined;
    return makeCallVariable(key, this);
  }

  get named(): Iterable<readonly [BoundParameter, unknown]> {
    return this.#bound?.values ?? [];
  }

  get rest(): unknown[] {
    return this.#bound?.rest ?? [];
  }

  get code(): CompiledScriptBlock {
    return this.#options.command.code;
  }

  get invocation(): InvocationInfo {
    return (this.#invocation ??= this.#options.invocation ?? new InvocationInfo({ command: this.#options.command }));
  }

  #applyCommon({ common }: Bound): void {
    const preferences: readonly (readonly [string, string])[] = [
      ['erroraction', 'ErrorActionPreference'],
      ['warningaction', 'WarningPreference'],
    ];
    for (const [parameter, variable] of preferences) {
      if (common.has(parameter)) this.scope.setLocal(variable, common.get(parameter));
    }
    if (common.has('verbose')) this.scope.setLocal('VerbosePreference', 'Continue');
  }

  #applyDefaults(parameters: readonly BoundParameter[], bound: Bound): void {
    const { session } = this.#options;
    const caller = session.scope;
    session.scope = this.scope;
    try {
      for (const spec of parameters) if (!bound.values.has(spec)) this.#define(spec, defaultOf(spec, this.#frame));
    } finally {
      session.scope = caller;
    }
  }

  #define(spec: BoundParameter, value: unknown): void {
    const variable = this.scope.setLocal(spec.name, valueOrNull(value));
    variable.constraint = parameterConstraint(spec) ?? variable.constraint;
  }

  /** Gives an object of the pipeline to the parameters that take one. */
  #bindInput(item: unknown): void {
    const { command } = this.#options;
    for (const spec of command.code.parameters) {
      if (spec.pipeline === undefined || this.#bound!.values.has(spec)) continue;
      const value = pipelineValue(spec, item);
      if (value !== undefined) this.#define(spec, convertArgument(spec, value, { isFunction: true }));
    }
  }
}

function pipelineValue(spec: BoundParameter, item: unknown): unknown {
  if (spec.pipeline !== 'value') {
    const member = getMember(item, spec.name, () => undefined);
    if (member !== undefined) return member;
  }
  return spec.pipeline === 'property' ? undefined : item;
}
