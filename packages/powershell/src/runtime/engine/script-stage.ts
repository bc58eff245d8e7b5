import type { Argument } from '../binder/argument.ts';
import { CommandBinding } from '../binder/command-binding.ts';
import type { FunctionPlan } from '../binder/function-contract.ts';
import type { PlanParameter } from '../binder/plan-parameter.ts';
import { LoopEscape } from '../compile/loop-escape.ts';
import type { CompiledScriptBlock, Statement } from '../compile/compiled.ts';
import { defineTypes } from '../classes/define-types.ts';
import { List } from '../values/list.ts';
import { ExitSignal, ProcessExitSignal } from '../errors/script-error.ts';
import { ScriptError } from '../errors/script-error.ts';
import { isScriptError } from '../errors/is-script-error.ts';
import { InvocationInfo } from '../values/invocation-info.ts';
import { valueOrNull } from '../values/nothing.ts';
import { boundParameters, type CallArguments, inputOf, makeCallVariable } from './call-variables.ts';
import type { AnonymousBlock, ScriptFile, ScriptFunction } from './command.ts';
import { dynamicParameters } from './dynamic-parameters.ts';
import { Frame } from './frame.ts';
import { homeScope } from './home-scope.ts';
import { checkRequirements } from './check-requirements.ts';
import { bindingSurroundings, commonOf, readMember } from './binding-services.ts';
import { messagesOf } from './messages.ts';
import { CommandTermination } from './command-termination.ts';
import { withCommonVariables } from './common-variables.ts';
import { discard, type Output } from './output.ts';
import { defaultOf, parameterConstraint } from './parameter-variable.ts';
import { setPreferences } from './preferences-of-call.ts';
import { markOwned } from './owned-errors.ts';
import { reportError } from './report-error.ts';
import { Scope } from './scope.ts';
import { AdvancedBinding, bindPlain } from './script-binding.ts';
import { ScriptCmdlet } from './script-cmdlet.ts';
import type { Session } from './session.ts';
import type { Stage } from './stage.ts';
import { settleError } from './statement-error.ts';
import type { Streams } from './streams.ts';
import { useModules } from './use-modules.ts';
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
  /** The variables of the call are its own though it runs in its caller's scope. */
  readonly ownVariables?: boolean;
  /** A script file that another script called. */
  readonly isCalledScript?: boolean;
}

const inputType = 'System.Collections.ArrayList';

const ownCallVariables = ['args', 'myinvocation', 'psboundparameters'];

/** A function or script block as one stage of a pipeline. */
export class ScriptStage implements Stage, CallArguments, AutomaticVariables {
  readonly scope: Scope;
  failed = false;
  readonly #options: ScriptStageOptions;
  readonly #frame: Frame;
  readonly #input: unknown[] = [];
  #rest: unknown[] = [];
  #hasExited = false;
  readonly #shadowed = new Map<string, Variable | undefined>();
  #binding: CommandBinding | undefined;
  #cmdlet: ScriptCmdlet | undefined;
  #advanced: AdvancedBinding | undefined;
  #common: ReadonlyMap<string, unknown> = new Map();
  #out: Output;
  #invocation: InvocationInfo | undefined;
  /** Parameters that objects of the pipeline give, with what they are without one. */
  readonly #defaults = new Map<PlanParameter, unknown>();

  constructor(options: ScriptStageOptions) {
    const { session, command } = options;
    this.#options = options;
    this.#out = options.out;
    const { layout } = command.code;
    const home = homeScope(session, command.closure);
    this.scope = options.inCallerScope
      ? home
      : new Scope(home, { layout, automatic: this, isScript: command.kind === 'script' });
    this.#frame = new Frame({
      session,
      scope: this.scope,
      source: command.code.source,
      slots: options.inCallerScope ? emptySlots(layout.size) : this.scope.variables.slots,
      command: command.kind === 'block' || command.kind === 'script' ? undefined : command,
      streams: options.streams,
    });
  }

  /** An advanced function is a cmdlet. */
  get ownsErrors(): boolean {
    return this.#options.command.code.isAdvanced;
  }

  begin(): void {
    const { code, kind, name } = this.#options.command;
    for (const name of code.namespaces) this.#frame.session.types.namespaces.add(name);
    if (code.types.length > 0) defineTypes(this.#frame, code.types);
    if (kind === 'script') checkRequirements(this.#options.session, code, name);
    useModules(this.#frame, code.ast.usingStatements);
    const contract = code.contract(this.#frame);
    if (contract.obsolete !== undefined) this.#warn(`The command '${name}' is obsolete. ${contract.obsolete}`);
    if (code.isAdvanced) this.#bindAdvanced(contract);
    else this.#bindPlain(contract);
    if (this.#options.ownVariables) this.#shadow();
    this.#run(code.begin);
  }

  /** A script in its caller's scope has variables of its own call there while it runs. */
  #shadow(): void {
    const { variables } = this.scope;
    for (const key of ownCallVariables) {
      this.#shadowed.set(key, variables.get(key));
      const made = makeCallVariable(key, this);
      if (made) variables.set(key, made);
    }
  }

  #unshadow(): void {
    for (const [key, variable] of this.#shadowed) {
      if (variable) this.scope.variables.set(key, variable);
      else this.scope.variables.delete(key);
    }
    this.#shadowed.clear();
  }

  process(item: unknown): void {
    const { code, kind } = this.#options.command;
    const body = kind === 'filter' ? (code.process ?? code.end) : code.process;
    if (this.#options.hasInput) {
      if (this.#advanced && !this.#bindInput(this.#advanced, item)) return;
      if (body) this.#setItem(item);
    }
    if (body) this.#run(body);
    else this.#input.push(item);
  }

  /** In a process block `$input` holds the object, too; it is made only where the code names it. */
  #setItem(item: unknown): void {
    this.scope.setLocal('_', item);
    if (this.#options.command.code.layout.has('input')) this.scope.setLocal('input', inputOf([item]));
  }

  end(): void {
    const { code, kind } = this.#options.command;
    if (!code.process && kind !== 'filter') {
      const items = this.#options.hasInput ? this.#input : [];
      this.scope.setLocal('input', this.#advanced ? new List(inputType, items) : inputOf(items));
    }
    if (kind === 'filter' && !code.process) return;
    this.#run(code.end);
  }

  /** What a `clean` block writes goes nowhere; what goes wrong in it is reported. */
  clean(): void {
    if (this.#shadowed.size > 0) this.#unshadow();
    const { clean } = this.#options.command.code;
    if (!clean || !this.#binding) return;
    try {
      this.#run(clean, discard);
    } catch (error) {
      settleError(this.#frame, error);
    }
  }

  #run(body: Statement | undefined, out: Output = this.#out): void {
    if (!body || this.#hasExited) return;
    const { session } = this.#options;
    this.#inside(() => {
      session.enter();
      try {
        const signal = body(this.#frame, out);
        if (signal && signal.kind !== 'return') throw new LoopEscape(signal);
      } catch (thrown) {
        this.#exit(thrown);
      } finally {
        session.depth--;
      }
    });
  }

  /** `exit` ends the script that was called, not the one that called it. */
  #exit(thrown: unknown): void {
    const isOwn = thrown instanceof ExitSignal && !(thrown instanceof ProcessExitSignal);
    if (!isOwn || !this.#options.isCalledScript) throw thrown;
    this.#hasExited = true;
    this.failed = thrown.code !== 0;
    this.#options.session.global.setLocal('LASTEXITCODE', thrown.code);
  }

  /** Runs in the function's own scope. */
  #inside<T>(action: () => T): T {
    const { session } = this.#options;
    const { scope, frame } = session;
    session.scope = this.scope;
    session.frame = this.#frame;
    try {
      return action();
    } catch (thrown) {
      const isOwn = thrown instanceof CommandTermination && thrown.owner === this.#cmdlet;
      const error = isOwn ? markOwned(new ScriptError(thrown.record)) : thrown;
      this.#gather(error);
      throw error;
    } finally {
      session.scope = scope;
      session.frame = frame;
    }
  }

  /** An error that ends the command belongs to its `-ErrorVariable`. */
  #gather(error: unknown): void {
    if (isScriptError(error) && this.#common.has('errorvariable'))
      this.#frame.streams.gathered.error.at(-1)?.write(error.record);
  }

  #bindPlain({ binding: plan, own }: FunctionPlan): void {
    const binding = new CommandBinding(plan, this.#surroundings(plan));
    this.#binding = binding;
    this.#rest = bindPlain(binding, this.#options.arguments);
    if (this.#options.inCallerScope) this.scope.setLocal('args', this.#rest);
    for (const [parameter, value] of binding.values) this.#define(parameter, value);
    this.#applyDefaults(own);
  }

  #bindAdvanced({ binding: plan, own, confirms }: FunctionPlan): void {
    const { session, invocation: _given, ...options } = this.#options;
    const advanced = new AdvancedBinding(plan, this.#surroundings(plan), readMember);
    this.#advanced = advanced;
    this.#binding = advanced.command;
    if (!this.#options.inCallerScope || !this.scope.variables.get('pscmdlet')) {
      this.#cmdlet = new ScriptCmdlet({
        ...options,
        session,
        destination: () => ({ out: this.#out, streams: this.#frame.streams }),
        invocation: this.invocation,
        confirms,
        binding: advanced.command,
        onError: () => {
          this.failed = true;
        },
      });
      this.scope.define('PSCmdlet', this.#cmdlet);
    }
    advanced.bindCommandLine(this.#options.arguments);
    this.#common = commonOf(advanced.command);
    setPreferences(this.scope, this.#common);
    const { out, streams } = withCommonVariables(session.scope, this.#common, options);
    this.#out = out;
    this.#frame.streams = streams;
    for (const [parameter, value] of advanced.command.values) {
      if (parameter.details.group === 'own') this.#define(parameter, value);
    }
    for (const [parameter, value] of advanced.command.values) parameter.details.receive?.(value);
    this.#applyDefaults(own);
  }

  #surroundings(plan: FunctionPlan['binding']): CommandBinding['surroundings'] {
    const { session, command, hasInput } = this.#options;
    const { dynamicParam } = command.code;
    return {
      ...bindingSurroundings({
        session,
        name: command.name,
        plan,
        hasInput,
        invocation: this.invocation,
        warn: (text) => this.#warn(text),
      }),
      dynamicParameters: dynamicParam && (() => this.#dynamicParameters(dynamicParam)),
    };
  }

  #dynamicParameters(block: Statement): readonly PlanParameter[] {
    for (const [parameter, value] of this.#binding!.values) {
      if (parameter.details.group === 'own') this.#define(parameter, value);
    }
    return this.#inside(() => dynamicParameters(this.#frame, block, this.#binding!.plan));
  }

  #applyDefaults(own: readonly PlanParameter[]): void {
    const { values } = this.#binding!;
    this.#inside(() => {
      for (const parameter of own) {
        if (values.has(parameter)) continue;
        const value = defaultOf(parameter, this.#frame);
        if (parameter.isPipelineSomewhere) this.#defaults.set(parameter, value);
        this.#define(parameter, value);
      }
    });
  }

  #define(parameter: PlanParameter, value: unknown): void {
    const variable = this.scope.variables.get(parameter.key) ?? this.scope.define(parameter.name, null);
    variable.constraint = undefined;
    variable.assign(valueOrNull(value));
    variable.constraint = parameterConstraint(parameter);
  }

  /** Gives an object of the pipeline to the parameters that take one; false when it is refused. */
  #bindInput(advanced: AdvancedBinding, item: unknown): boolean {
    const before = [...advanced.input.bound];
    const error = advanced.bindInput(item);
    for (const parameter of before) this.#define(parameter, this.#defaults.get(parameter) ?? null);
    for (const parameter of advanced.input.bound) this.#define(parameter, advanced.command.values.get(parameter));
    const table = this.scope.variables.get('psboundparameters');
    if (table) table.value = boundParameters(this.named);
    if (!error) return true;
    error.invocation = this.invocation.forRecord();
    this.failed = true;
    const { session } = this.#options;
    const { streams } = this.#frame;
    reportError(session, error, { streams, common: this.#common });
    return false;
  }

  #warn(text: string): void {
    const { session } = this.#options;
    const { streams } = this.#frame;
    messagesOf({ session, streams, common: this.#common }).writeWarning(text);
  }

  make(key: string): Variable | undefined {
    if (!this.#binding || (key === 'args' && this.#options.command.code.isAdvanced)) return undefined;
    return makeCallVariable(key, this);
  }

  get named(): Iterable<readonly [PlanParameter, unknown]> {
    return this.#binding?.values ?? [];
  }

  get rest(): unknown[] {
    return this.#rest;
  }

  get code(): CompiledScriptBlock {
    return this.#options.command.code;
  }

  get invocation(): InvocationInfo {
    return (this.#invocation ??= this.#options.invocation ?? new InvocationInfo({ command: this.#options.command }));
  }
}
