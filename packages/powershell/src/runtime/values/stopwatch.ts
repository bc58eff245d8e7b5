import { currentTime } from './running-session.ts';

/** Measures time by the session's clock. Source: System.Diagnostics.Stopwatch. */
export class Stopwatch {
  readonly typeName = 'System.Diagnostics.Stopwatch';
  #before = 0;
  #startedAt: number | undefined;

  get isRunning(): boolean {
    return this.#startedAt !== undefined;
  }

  /** Milliseconds. */
  get elapsed(): number {
    return this.#before + (this.#startedAt === undefined ? 0 : currentTime() - this.#startedAt);
  }

  start(): this {
    this.#startedAt ??= currentTime();
    return this;
  }

  stop(): void {
    this.#before = this.elapsed;
    this.#startedAt = undefined;
  }

  reset(): this {
    this.#before = 0;
    this.#startedAt = undefined;
    return this;
  }
}
