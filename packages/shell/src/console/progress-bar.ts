import type { Progress } from '@cutover/powershell';

export interface ProgressBar {
  readonly show: (progress: Progress) => void;
  /** Takes the bar off the screen before something else is written; the next record brings it back. */
  readonly hide: () => void;
}

export interface ProgressBarOptions {
  readonly write: (text: string) => void;
  readonly width: () => number;
}

/** One line for each activity that is under way, redrawn where it stands. */
export function progressBar({ write, width }: ProgressBarOptions): ProgressBar {
  const running = new Map<number, Progress>();
  let shown = 0;
  const hide = (): void => {
    if (shown > 0) write(`\r\u001B[K${'\u001B[1A\u001B[K'.repeat(shown - 1)}`);
    shown = 0;
  };
  const show = (progress: Progress): void => {
    if (progress.completed) running.delete(progress.id);
    else running.set(progress.id, progress);
    hide();
    const lines = [...running.values()].map((each) => progressText(each, width() - 1));
    if (lines.length > 0) write(lines.join('\n'));
    shown = lines.length;
  };
  return { show, hide };
}

const barLength = 20;

/** `Activity [####    ] 50 % status`, cut to the width. */
export function progressText(
  { activity, status, currentOperation, percentComplete, secondsRemaining }: Progress,
  width: number,
): string {
  const left = secondsRemaining === undefined ? undefined : `${secondsRemaining} s left`;
  const parts = [activity, percentText(percentComplete), status, currentOperation, left];
  return parts
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
    .slice(0, Math.max(width, 0));
}

function percentText(percent: number | undefined): string | undefined {
  if (percent === undefined) return undefined;
  const done = Math.round((Math.min(Math.max(percent, 0), 100) / 100) * barLength);
  return `[${'#'.repeat(done).padEnd(barLength)}] ${Math.trunc(percent)} %`;
}
