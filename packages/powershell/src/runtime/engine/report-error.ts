import { ScriptError } from '../errors/script-error.ts';
import { markStopped } from './stopped-errors.ts';
import type { ErrorRecord } from '../values/error-record.ts';
import { toText } from '../values/to-text.ts';
import type { Output } from './output.ts';
import type { Session } from './session.ts';

export interface ReportOptions {
  readonly errors: Output;
  /** `-ErrorAction`; the preference variable decides without it. */
  readonly action?: unknown;
}

/** A non-terminating error, as the preference wants it: shown, kept, dropped, or thrown. */
export function reportError(session: Session, record: ErrorRecord, { errors, action }: ReportOptions): void {
  const wanted = action === undefined ? session.preference('ErrorActionPreference') : toText(action).toLowerCase();
  session.succeeded = false;
  if (wanted === 'ignore') return;
  if (wanted === 'stop') throw markStopped(new ScriptError(record));
  session.remember(record);
  if (wanted !== 'silentlycontinue') errors.write(record);
}
