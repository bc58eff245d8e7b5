import { bind, type Bound } from '../binder/bind.ts';
import type { Argument } from '../binder/argument.ts';
import { convertArgument } from '../binder/convert-argument.ts';
import type { BoundParameter } from '../binder/bound-parameter.ts';
import { LoopEscape } from '../compile/loop-escape.ts';
import type { Statement } from '../compile/compiled.ts';
import { Hashtable } from '../values/dictionary.ts';
import { Enumerator } from '../values/enumerator.ts';
import { valueOrNull } from '../values/nothing.ts';
import { getMember } from '../members/get-member.ts';
import type { AnonymousBlock, ScriptFunction } from './command.ts';
import { Frame } from './frame.ts';
import type { Output } from './output.ts';
import { defaultOf, parameterConstraint } from './parameter-variable.ts';
import { Scope } from './scope.ts';
import type { Session } from './session.ts';
import type { Stage } from './stage.ts';
import type { Streams } from './streams.ts';
import { emptySlots } from './variable-table.ts';

export interface ScriptStageOptions {
  readonly session: Session;
  readonly command: ScriptFunction | AnonymousBlock;
  readonly arguments: readonly Argument[];
  readonly out: Output;
  readonly streams: Streams;
  readonly hasInput: boolean;
  /** `.`: runs in the caller's scope. */
  readonly inCallerScope?: boolean;
}

/** A function or script block as one stage of a pipeline. */
export class ScriptStage implements Stage {
  readonly scope: Scope;
  readonly #options: ScriptStageOptions;
  readonly #frame: Frame;
  readonly #input: unknown[] = [];
  #bound: Bound | undefined;

  constructor(options: ScriptStageOptions) {
    const { session, command } = options;
    this.#options = options;
    const { layout } = command.code;
    this.scope = options.inCallerScope ? session.scope : new Scope(command.closure ?? session.scope, { layout });
    this.#frame = new Frame({
      session,
      scope: this.scope,
      source: command.code.source,
      slots: options.inCallerScope ? emptySlots(layout.size) : this.scope.variables.slots,
      command: command.kind === 'block' ? undefined : command,
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
    session.enter();
    session.scope = this.scope;
    try {
      const signal = body(this.#frame, out);
      if (signal && signal.kind !== 'return') throw new LoopEscape(signal);
    } finally {
      session.scope = caller;
      session.leave();
    }
  }

  #bind(): void {
    const { command, arguments: given, hasInput } = this.#options;
    const { parameters, isAdvanced } = command.code;
    const bound = bind({ parameters, arguments: given, isAdvanced, hasPipelineInput: hasInput, isFunction: true });
    this.#bound = bound;
    const named = new Hashtable();
    for (const [spec, value] of bound.values) {
      this.#define(spec, value);
      named.set(spec.name, value);
    }
    this.scope.setLocal('PSBoundParameters', named);
    if (!isAdvanced) this.scope.setLocal('args', bound.rest);
    this.#applyCommon(bound);
    this.#applyDefaults(parameters, bound);
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
