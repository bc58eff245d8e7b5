import { limits } from './limits.ts';

/** Notifications that wait for the next answer, each as its bytes. */
export class NotificationQueue {
  readonly #waiting: Uint8Array[] = [];
  #woken: (() => void) | undefined;
  isClosed = false;

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  add(notification: Uint8Array): void {
    this.#waiting.push(notification);
    if (this.#waiting.length > limits.notifications) this.#waiting.shift();
    this.#woken?.();
  }

  /** Writes as many as there is room for; tells how many bytes that were. */
  write(target: Buffer): number {
    let size = 0;
    while (this.#waiting.length > 0 && size + this.#waiting[0]!.length <= target.length) {
      const next = this.#waiting.shift()!;
      target.set(next, size);
      size += next.length;
    }
    return size;
  }

  /** True while somebody waits for a notification to come. */
  get isAwaited(): boolean {
    return this.#woken !== undefined;
  }

  /** Resolves when something waits, or the session has ended; one waiter at a time, who calls `stopWaiting` in the end. */
  arrival(): Promise<void> {
    if (!this.isEmpty || this.isClosed) return Promise.resolve();
    return new Promise((resolve) => (this.#woken = resolve));
  }

  stopWaiting(): void {
    this.#woken = undefined;
  }

  /** The session is over. */
  close(): void {
    this.isClosed = true;
    this.#woken?.();
  }
}
