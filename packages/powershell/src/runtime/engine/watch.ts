import { createStopState, PipelineStopped, type StopState, throwIfStopped } from '../../host/stop-flag.ts';

/** What one invocation may take; what is absent has no limit. */
export interface Limits {
  /** Milliseconds from its start. */
  readonly time?: number | undefined;
  /** Bytes of heap in use by the whole process. */
  readonly memory?: number | undefined;
  /** Characters that it shows. */
  readonly output?: number | undefined;
  /** Calls within calls. */
  readonly callDepth?: number | undefined;
}

export type LimitName = 'time' | 'memory' | 'output';

/** A stop because the embedder's limit was reached. */
export class LimitReached extends PipelineStopped {
  readonly limit: LimitName;

  constructor(limit: LimitName) {
    super();
    this.limit = limit;
  }
}

export interface WatchOptions {
  readonly stop?: StopState | undefined;
  readonly limits?: Limits | undefined;
  /** Bytes of heap in use, for the limit of memory. */
  readonly usedMemory?: (() => number) | undefined;
  /** Called now and then while code is busy. */
  readonly onBusy?: (() => void) | undefined;
}

/** Polls between two looks at the clock. */
const pollsBetweenLooks = 256;
/** Milliseconds between two looks at the memory, which cost more. */
const memoryInterval = 20;
/** Milliseconds that `finally` and `clean` have after a limit was reached. */
const grace = 1000;

/**
 * Whether a script has to stop. Asked at every turn of a loop, call and object of a pipeline, so that asking is cheap:
 * the flag that another thread may set each time, the clock and the memory now and then. A stop is thrown once; what
 * cleans up behind it runs until the next one.
 */
export class Watch {
  readonly #stop: StopState;
  readonly #limits: Limits;
  readonly #usedMemory: (() => number) | undefined;
  readonly #onBusy: (() => void) | undefined;
  #left = pollsBetweenLooks;
  #deadline = Infinity;
  #nextMemoryLook = 0;
  #outputLeft = Infinity;

  constructor({ stop, limits = {}, usedMemory, onBusy }: WatchOptions = {}) {
    this.#stop = stop ?? createStopState();
    this.#limits = limits;
    this.#usedMemory = usedMemory;
    this.#onBusy = onBusy;
  }

  /** The flag behind it, for what waits. */
  get stop(): StopState {
    return this.#stop;
  }

  /** An invocation begins. */
  start(): void {
    const { time } = this.#limits;
    this.#deadline = time === undefined ? Infinity : performance.now() + time;
    this.#nextMemoryLook = 0;
    this.#outputLeft = this.#limits.output ?? Infinity;
  }

  poll(): void {
    if (this.isDue()) this.look();
  }

  /** Whether `look` has to be called: generated code has to put its variables back before. */
  isDue(): boolean {
    return this.#stop[0] !== 0 || --this.#left <= 0;
  }

  /** Counts what is shown. */
  shown(characters: number): void {
    this.#outputLeft -= characters;
    if (this.#outputLeft >= 0) return;
    this.#outputLeft = this.#limits.output!;
    throw new LimitReached('output');
  }

  /** Throws when something wants a stop. */
  look(): void {
    this.#left = pollsBetweenLooks;
    throwIfStopped(this.#stop);
    this.#onBusy?.();
    if (this.#deadline === Infinity && this.#limits.memory === undefined) return;
    const now = performance.now();
    if (now >= this.#deadline) {
      this.#deadline = now + grace;
      throw new LimitReached('time');
    }
    this.#lookAtMemory(now);
  }

  #lookAtMemory(now: number): void {
    const { memory } = this.#limits;
    if (memory === undefined || now < this.#nextMemoryLook) return;
    this.#nextMemoryLook = now + memoryInterval;
    if ((this.#usedMemory?.() ?? 0) <= memory) return;
    this.#nextMemoryLook = now + grace;
    throw new LimitReached('memory');
  }
}
