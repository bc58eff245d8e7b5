import type { CommandBinding } from '../binder/command-binding.ts';
import { ScriptError } from '../errors/script-error.ts';
import type { ErrorRecord } from '../values/error-record.ts';
import type { InvocationInfo } from '../values/invocation-info.ts';
import { commonOf } from './binding-services.ts';
import { CommandTermination } from './command-termination.ts';
import type { ConfirmImpact } from './command.ts';
import { type Confirmation, confirmationOf } from './confirmation.ts';
import { type Messages, messagesOf } from './messages.ts';
import { writeEnumerated } from './output.ts';
import { reportError } from './report-error.ts';
import type { Session } from './session.ts';
import type { Destination } from './streams.ts';

export interface ScriptCmdletOptions {
  readonly session: Session;
  /** Where the function writes at this moment. */
  readonly destination: () => Destination;
  readonly invocation: InvocationInfo;
  readonly confirms: ConfirmImpact | undefined;
  readonly binding: CommandBinding;
  /** Told of every error that it reports. */
  readonly onError: () => void;
}

/** `$PSCmdlet`: what an advanced function can do as a cmdlet does. Source: PSScriptCmdlet. */
export class ScriptCmdlet {
  readonly typeName = 'System.Management.Automation.PSScriptCmdlet';
  readonly #options: ScriptCmdletOptions;

  constructor(options: ScriptCmdletOptions) {
    this.#options = options;
  }

  get session(): Session {
    return this.#options.session;
  }

  get invocation(): InvocationInfo {
    return this.#options.invocation;
  }

  get parameterSetName(): string {
    return this.#options.binding.setName;
  }

  get messages(): Messages {
    const { session, binding } = this.#options;
    const { streams } = this.#options.destination();
    return messagesOf({ session, streams, common: commonOf(binding) });
  }

  get confirmation(): Confirmation {
    const { session, binding, confirms, invocation } = this.#options;
    const { streams } = this.#options.destination();
    const name = invocation.command?.name ?? '';
    return confirmationOf(session, { name, impact: confirms, common: commonOf(binding), streams });
  }

  write(value: unknown): void {
    this.#options.destination().out.write(value);
  }

  writeEnumerated(value: unknown): void {
    writeEnumerated(this.#options.destination().out, value);
  }

  writeError(record: ErrorRecord): void {
    const { session, binding } = this.#options;
    const { streams } = this.#options.destination();
    record.invocation = this.invocation.forRecord();
    this.#options.onError();
    reportError(session, record, { streams, common: commonOf(binding) });
  }

  throwTerminating(record: ErrorRecord): never {
    record.invocation = this.invocation.forRecord();
    // A `catch` around takes it as any other; else the function's own statements must not go on.
    throw this.session.propagates ? new ScriptError(record) : new CommandTermination(record, this);
  }

  variableValue(name: string): unknown {
    return this.session.scope.find(name.toLowerCase())?.value;
  }

  parameter(name: string): unknown {
    for (const [{ key }, value] of this.#options.binding.values) if (key === name) return value;
    return undefined;
  }
}
