import { ScriptError } from '../errors/script-error.ts';
import { markStopped } from './stopped-errors.ts';
import type { ErrorRecord } from '../values/error-record.ts';
import { toText } from '../values/to-text.ts';
import { inquire } from './inquire.ts';
import type { Session } from './session.ts';
import type { Streams } from './streams.ts';

export interface ReportOptions {
  readonly streams: Streams;
  /** Common parameters by lower-case name; the preference variable decides without `-ErrorAction`. */
  readonly common: ReadonlyMap<string, unknown>;
}

/** A non-terminating error, as the preference wants it: shown, kept, dropped, or thrown. */
export function reportError(session: Session, record: ErrorRecord, { streams, common }: ReportOptions): void {
  const action = common.get('erroraction');
  const wanted = action === undefined ? session.preference('ErrorActionPreference') : toText(action).toLowerCase();
  session.succeeded = false;
  if (wanted === 'ignore') return;
  if (wanted === 'stop') throw markStopped(new ScriptError(record));
  if (wanted === 'inquire') inquire(session, { stream: 'error', message: record.exception.message, common });
  session.remember(record);
  for (const list of streams.gathered.error) list.write(record);
  if (wanted !== 'silentlycontinue') streams.error.write(record);
}
