import type { ErrorRecord } from '../values/error-record.ts';
import type { Frame } from './frame.ts';

/** Keeps an error in `$Error` and in the `-ErrorVariable` of the commands around, caught or not. */
export function rememberError({ session, streams }: Pick<Frame, 'session' | 'streams'>, record: ErrorRecord): void {
  session.remember(record);
  for (const list of streams.gathered.error) list.write(record);
}
