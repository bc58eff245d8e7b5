import type { ScriptPosition } from '../errors/script-position.ts';
import type { ErrorRecord } from '../values/error-record.ts';
import type { InvocationInfo } from '../values/invocation-info.ts';
import type { Cmdlet } from './command.ts';
import type { CommandContext, WriteErrorOptions } from './command-context.ts';
import { type Confirmation, confirmationOf } from './confirmation.ts';
import type { Host } from './host.ts';
import { type Messages, messagesOf } from './messages.ts';
import type { Output } from './output.ts';
import type { Session } from './session.ts';
import type { Streams } from './streams.ts';

/** The stage behind a context. */
export interface RunningCmdlet {
  readonly parameterSet: string;
  writeError(record: ErrorRecord, options?: WriteErrorOptions): void;
  throwTerminating(record: ErrorRecord): never;
  stopUpstream(): never;
}

export interface CmdletContextFields {
  readonly session: Session;
  readonly cmdlet: Cmdlet;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly common: ReadonlyMap<string, unknown>;
  readonly out: Output;
  readonly streams: Streams;
  readonly hasInput: boolean;
  readonly invocation: InvocationInfo;
}

/**
 * The context of a running cmdlet. Most cmdlets ask for little of it, and scripts call many: its functions are made when
 * they are asked for. Its getters work on an object that inherits from it, too.
 */
export class CmdletContext implements CommandContext {
  readonly session: Session;
  readonly cmdlet: Cmdlet;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly common: ReadonlyMap<string, unknown>;
  readonly out: Output;
  readonly streams: Streams;
  readonly hasInput: boolean;
  readonly invocation: InvocationInfo;
  private readonly running: RunningCmdlet;
  private questions: Confirmation | undefined = undefined;

  constructor(fields: CmdletContextFields, running: RunningCmdlet) {
    this.session = fields.session;
    this.cmdlet = fields.cmdlet;
    this.parameters = fields.parameters;
    this.common = fields.common;
    this.out = fields.out;
    this.streams = fields.streams;
    this.hasInput = fields.hasInput;
    this.invocation = fields.invocation;
    this.running = running;
  }

  get host(): Host {
    return this.session.host;
  }

  get name(): string {
    return this.cmdlet.name;
  }

  get position(): ScriptPosition {
    return this.invocation.position!;
  }

  get parameterSet(): string {
    return this.running.parameterSet;
  }

  get writeError(): CommandContext['writeError'] {
    return (record, options) => this.running.writeError(record, options);
  }

  get throwTerminating(): CommandContext['throwTerminating'] {
    return (record) => this.running.throwTerminating(record);
  }

  get stopUpstream(): CommandContext['stopUpstream'] {
    return () => this.running.stopUpstream();
  }

  get writeWarning(): Messages['writeWarning'] {
    return messagesOf(this).writeWarning;
  }

  get writeVerbose(): Messages['writeVerbose'] {
    return messagesOf(this).writeVerbose;
  }

  get writeDebug(): Messages['writeDebug'] {
    return messagesOf(this).writeDebug;
  }

  get writeInformation(): Messages['writeInformation'] {
    return messagesOf(this).writeInformation;
  }

  get shouldProcess(): Confirmation['shouldProcess'] {
    return this.confirmation.shouldProcess;
  }

  get shouldProcessAs(): Confirmation['shouldProcessAs'] {
    return this.confirmation.shouldProcessAs;
  }

  get shouldContinue(): Confirmation['shouldContinue'] {
    return this.confirmation.shouldContinue;
  }

  /** One for the whole command: it remembers answers for all. */
  private get confirmation(): Confirmation {
    const { name, cmdlet, common, streams } = this;
    return (this.questions ??= confirmationOf(this.session, { name, impact: cmdlet.confirms, common, streams }));
  }
}

/** The same context for a cmdlet that is fed by another one. */
export const withInput = (context: CommandContext): CommandContext =>
  Object.create(context, { hasInput: { value: true } }) as CommandContext;
