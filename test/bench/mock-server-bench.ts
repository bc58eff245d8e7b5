import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { MockServerFigures } from './mock-server-process.ts';
import { table } from './table.ts';

const goal = { startMs: 100, resetMs: 5, forkMs: 5, startOfThousandMs: 1000 };

/** Measures the mock as a test suite feels it, in a process of its own. */
export function benchMockServer(): MockServerFigures {
  const program = join(import.meta.dirname, 'mock-server-process.ts');
  const argv = ['--expose-gc', '--disable-warning=ExperimentalWarning', program];
  return JSON.parse(execFileSync(process.execPath, argv, { encoding: 'utf8' })) as MockServerFigures;
}

const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const kilobytes = (value: number): string => `${(value / 1024).toFixed(1)} KB`;

export function printMockServer(figures: MockServerFigures): string {
  const { afterReading } = figures;
  return table([
    ['The mock in a test suite (medians)', ''],
    ['start, contoso', `${ms(figures.start)}, goal ${goal.startMs}`],
    ['reset', `${ms(figures.reset)}, goal ${goal.resetMs}`],
    ['fork', `${ms(figures.fork)}, goal ${goal.forkMs}`],
    [
      'start, company of 1,000 mailboxes of 500 items',
      `${ms(figures.startOfThousand)}, goal ${goal.startOfThousandMs}`,
    ],
    ['fork of it', ms(figures.forkOfThousand)],
    ['memory of an idle mailbox', kilobytes(figures.idleMailbox)],
    ['memory of an open one, 500 items', kilobytes(figures.openMailbox)],
    [`left of reading ${afterReading.mailboxes} mailboxes, ${afterReading.items} items`, kilobytes(afterReading.bytes)],
  ]);
}
