import { ScriptError } from '../errors/script-error.ts';
import { markStopped } from './stopped-errors.ts';
import type { ErrorRecord } from '../values/error-record.ts';
import { toText } from '../values/to-text.ts';
import type { Session } from './session.ts';
import type { Streams } from './streams.ts';

export interface ReportOptions {
  readonly streams: Streams;
  /** `-ErrorAction`; the preference variable decides without it. */
  readonly action?: unknown;
}

/** A non-terminating error, as the preference wants it: shown, kept, dropped, or thrown. */
export function reportError(session: Session, record: ErrorRecord, { streams, action }: ReportOptions): void {
  const wanted = action === undefined ? session.preference('ErrorActionPreference') : toText(action).toLowerCase();
  session.succeeded = false;
  if (wanted === 'ignore') return;
  if (wanted === 'stop') throw markStopped(new ScriptError(record));
  session.remember(record);
  for (const list of streams.gathered.error) list.write(record);
  if (wanted !== 'silentlycontinue') streams.error.write(record);
}
