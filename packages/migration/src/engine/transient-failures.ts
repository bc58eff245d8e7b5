import { type Clock, isSdkError } from '@cutover/base';
import { exceptionOf, shortName } from '@cutover/core';
import { migrationErrors } from '../errors.ts';
import { limits } from '../limits.ts';

/** The transient failures of a sync since something was copied last, until there are too many, or it has taken too long. */
export class TransientFailures {
  readonly #clock: Clock;
  #causes: unknown[] = [];
  #since: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#since = clock.now();
  }

  get count(): number {
    return this.#causes.length;
  }

  /** One more; `progress` says that something was copied before it. */
  add({ error, progress }: { error: unknown; progress: boolean }): void {
    if (progress) {
      this.#causes = [];
      this.#since = this.#clock.now();
    }
    this.#causes.push(error);
  }

  /** What the user fails with, if it is not to be tried again. */
  giveUp(): Error | undefined {
    const cause = this.#causes.at(-1);
    const idle = this.#clock.now() - this.#since;
    if (this.count > limits.transientFailures) {
      return migrationErrors.tooManyTransientFailures({ count: this.count, ...this.#mostCommon() }, { cause });
    }
    if (idle < limits.syncTimeout) return undefined;
    const minutes = Math.floor(idle / 60_000);
    return migrationErrors.syncTimeout({ hours: Math.floor(minutes / 60), minutes: minutes % 60 }, { cause });
  }

  #mostCommon(): { cause: string; hits: number } {
    const groups = Object.entries(Object.groupBy(this.#causes, nameOf));
    const [cause, found] = groups.toSorted(([, a], [, b]) => b!.length - a!.length)[0]!;
    return { cause, hits: found!.length };
  }
}

/** As the product calls it: its exception, without the namespace. */
const nameOf = (error: unknown): string => (isSdkError(error) ? shortName(exceptionOf(error.code)) : 'Exception');
