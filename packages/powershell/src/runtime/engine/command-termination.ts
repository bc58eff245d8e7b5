import type { ErrorRecord } from '../values/error-record.ts';

/** Thrown by `$PSCmdlet.ThrowTerminatingError`: ends the function that threw it, of which it is an error then. */
export class CommandTermination {
  readonly record: ErrorRecord;
  readonly owner: object;

  constructor(record: ErrorRecord, owner: object) {
    this.record = record;
    this.owner = owner;
  }
}
