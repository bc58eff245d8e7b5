import { migrationErrors } from '../errors.ts';
import { limits } from '../limits.ts';
import type { Waiting } from '../ports/source.ts';
import type { BatchRecord } from '../records/batch.ts';
import type { EngineContext } from './context.ts';
import { type DueWork, dueWork } from './due-work.ts';
import { reportLine, userError } from './transitions.ts';

/** Does what is due, each batch's work after another's beside it, and sleeps until something else is. */
export interface Scheduler {
  start(): void;
  /** Looks again, because a command has changed something. */
  wake(): void;
  /** Ends the batch's present work, if there is any, and resolves when it has ended. */
  interrupt(batchGuid: string, reason: Error): Promise<void>;
  untilIdle(options: Waiting): Promise<void>;
  nextDue(): number | undefined;
  close(): Promise<void>;
}

interface Plan {
  readonly batch: BatchRecord;
  readonly work: DueWork;
  readonly at: number;
}

const earliest = (plans: readonly Plan[]): number | undefined =>
  plans.length === 0 ? undefined : Math.max(Math.min(...plans.map(({ at }) => at)), 0);

interface Running {
  readonly controller: AbortController;
  readonly ended: Promise<void>;
}

export function createScheduler(context: EngineContext): Scheduler {
  return new BatchScheduler(context);
}

class BatchScheduler implements Scheduler {
  readonly #context: EngineContext;
  readonly #running = new Map<string, Running>();
  /** Work that failed waits here before it is tried again. */
  readonly #notBefore = new Map<string, number>();
  readonly #failures = new Map<string, number>();
  readonly #idleWaiters = new Set<() => void>();
  readonly #closing = new AbortController();
  #loop: Promise<void> | undefined;
  #alarm = new AbortController();

  constructor(context: EngineContext) {
    this.#context = context;
  }

  start(): void {
    this.#loop ??= this.#keepSchedule();
  }

  wake(): void {
    this.#alarm.abort();
  }

  async interrupt(batchGuid: string, reason: Error): Promise<void> {
    const running = this.#running.get(batchGuid);
    running?.controller.abort(reason);
    await running?.ended;
  }

  nextDue(): number | undefined {
    return earliest(this.#plans().filter(({ work }) => work.canWait !== true));
  }

  untilIdle({ signal }: Waiting): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const stop = (): void => {
        this.#idleWaiters.delete(done);
        reject(signal?.reason as Error);
      };
      const done = (): void => {
        signal?.removeEventListener('abort', stop);
        resolve();
      };
      signal?.addEventListener('abort', stop, { once: true });
      this.#idleWaiters.add(done);
      this.wake();
    });
  }

  async close(): Promise<void> {
    const reason = migrationErrors.closed({});
    this.#closing.abort(reason);
    this.wake();
    await Promise.all([...this.#running.keys()].map((guid) => this.interrupt(guid, reason)));
    await this.#loop;
  }

  async #keepSchedule(): Promise<void> {
    const closed = this.#closing.signal;
    while (!closed.aborted) {
      this.#alarm = new AbortController();
      this.#startDue();
      if (this.#isIdle()) this.#tellIdle();
      await this.#sleep();
    }
  }

  async #sleep(): Promise<void> {
    const { clock } = this.#context;
    const due = earliest(this.#plans());
    const { signal } = this.#alarm;
    // Without anything due the alarm alone ends the sleep; a real timer cannot be longer.
    const delay = due === undefined ? longestSleep : Math.min(Math.max(due - clock.now(), 0), longestSleep);
    await clock.sleep(delay, { signal }).catch(() => undefined);
  }

  /** What the batches without running work need, and when. */
  #plans(): Plan[] {
    return this.#context.store.batches
      .list()
      .filter(({ guid }) => !this.#running.has(guid))
      .flatMap((batch) => {
        const work = dueWork(batch);
        return work ? [{ batch, work, at: Math.max(work.at, this.#notBefore.get(batch.guid) ?? -Infinity) }] : [];
      });
  }

  #startDue(): void {
    const now = this.#context.clock.now();
    for (const { batch, work, at } of this.#plans()) {
      if (at <= now) this.#begin(batch, work);
    }
  }

  #begin(batch: BatchRecord, work: DueWork): void {
    const controller = new AbortController();
    const ended = this.#perform(batch, work, controller.signal).finally(() => {
      this.#running.delete(batch.guid);
      this.wake();
    });
    this.#running.set(batch.guid, { controller, ended });
  }

  async #perform(batch: BatchRecord, work: DueWork, signal: AbortSignal): Promise<void> {
    try {
      // So that `#running` has the work before its first line runs.
      await Promise.resolve();
      signal.throwIfAborted();
      await work.run(this.#context, batch, signal);
      this.#failures.delete(batch.guid);
      this.#notBefore.delete(batch.guid);
    } catch (error) {
      if (!signal.aborted) this.#postpone(batch, error);
    }
  }

  /** Work never fails a batch: users fail. What fails beside them, a mail that cannot be sent or a full disk, is tried again. */
  #postpone(batch: BatchRecord, error: unknown): void {
    const { clock } = this.#context;
    const failures = (this.#failures.get(batch.guid) ?? 0) + 1;
    const delay = Math.min(limits.firstRetryDelay * 2 ** failures, limits.longestRetryDelay);
    this.#failures.set(batch.guid, failures);
    this.#notBefore.set(batch.guid, clock.now() + delay);
    const { detail } = userError(error, clock.now());
    this.#report(batch, `The service met an error and tries again in ${delay / 1000} s: ${detail}`);
  }

  #report(batch: BatchRecord, text: string): void {
    try {
      reportLine(this.#context, { batchGuid: batch.guid }, text);
    } catch {
      // The store itself fails; the next try will tell.
    }
  }

  #isIdle(): boolean {
    return this.#running.size === 0 && this.#plans().every(({ at }) => at > this.#context.clock.now());
  }

  #tellIdle(): void {
    for (const done of this.#idleWaiters) done();
    this.#idleWaiters.clear();
  }
}

/** A timer's most is some 24.8 days. */
const longestSleep = 7 * 24 * 3_600_000;
