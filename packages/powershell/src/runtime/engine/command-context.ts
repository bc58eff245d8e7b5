import type { ErrorRecord } from '../values/error-record.ts';
import type { Output } from './output.ts';
import type { Session } from './session.ts';

/** What a running cmdlet has: its parameters, the session, and where to write. */
export interface CommandContext {
  readonly session: Session;
  readonly name: string;
  /** Bound parameters by their declared names. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** `-ErrorAction` and the other common parameters, by lower-case name. */
  readonly common: ReadonlyMap<string, unknown>;
  readonly out: Output;
  readonly errors: Output;
  readonly hasInput: boolean;
  /** A non-terminating error: the pipeline goes on unless the preference says otherwise. */
  readonly writeError: (record: ErrorRecord) => void;
  /** Ends the commands before this one. */
  readonly stopUpstream: () => never;
}
