import type { ScriptPosition } from '../errors/script-position.ts';
import type { ErrorRecord } from '../values/error-record.ts';
import type { InvocationInfo } from '../values/invocation-info.ts';
import type { Cmdlet } from './command.ts';
import type { Confirmation } from './confirmation.ts';
import type { Host } from './host.ts';
import type { Messages } from './messages.ts';
import type { Output } from './output.ts';
import type { Session } from './session.ts';
import type { Streams } from './streams.ts';

export interface WriteErrorOptions {
  /** The record is told to come from somewhere else already. */
  readonly keepsInvocation?: boolean;
}

/** What a running cmdlet has: its parameters, the session, and where to write. */
export interface CommandContext extends Messages, Confirmation {
  readonly session: Session;
  readonly host: Host;
  readonly cmdlet: Cmdlet;
  /** The cmdlet's declared name. */
  readonly name: string;
  /** Bound parameters by their declared names, as values of their declared types; those that were not given are absent. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The parameter set that the arguments chose. With pipeline input it can change from object to object. */
  readonly parameterSet: string;
  /** `-ErrorAction` and the other common parameters, by lower-case name. */
  readonly common: ReadonlyMap<string, unknown>;
  readonly out: Output;
  readonly streams: Streams;
  /** Whether something is piped in. */
  readonly hasInput: boolean;
  readonly invocation: InvocationInfo;
  /** Where the command stands in its script. */
  readonly position: ScriptPosition;
  /** A non-terminating error: the pipeline goes on unless the preference says otherwise. */
  readonly writeError: (record: ErrorRecord, options?: WriteErrorOptions) => void;
  /** An error that ends the pipeline. */
  readonly throwTerminating: (record: ErrorRecord) => never;
  /** Ends the commands before this one. */
  readonly stopUpstream: () => never;
}
