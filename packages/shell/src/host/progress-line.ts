import type { ProgressRecord } from '@cutover/core/metadata';
import type { Terminal } from './terminal.ts';

/** One line that shows how far a cmdlet is, and is gone when the cmdlet has something to say. */
export interface ProgressLine {
  show(progress: ProgressRecord): void;
  clear(): void;
}

/** Draws progress on a person's terminal, and nothing elsewhere. */
export function progressLine(terminal: Terminal): ProgressLine {
  let shown = false;
  const clear = (): void => {
    if (shown) terminal.err('\r\u001B[K');
    shown = false;
  };
  const show = (progress: ProgressRecord): void => {
    clear();
    if (progress.completed) return;
    terminal.err(progressText(progress, terminal.width - 1));
    shown = true;
  };
  return terminal.interactive ? { show, clear } : { show: () => undefined, clear: () => undefined };
}

/** `Activity [####    ] 50 % status`, cut to the width. */
export function progressText({ activity, status, percentComplete }: ProgressRecord, width: number): string {
  if (percentComplete === undefined) return `${activity} ${status}`.slice(0, width);
  const done = Math.round((Math.min(Math.max(percentComplete, 0), 100) / 100) * 20);
  const bar = `[${'#'.repeat(done)}${' '.repeat(20 - done)}]`;
  return `${activity} ${bar} ${Math.trunc(percentComplete)} % ${status}`.slice(0, width);
}
