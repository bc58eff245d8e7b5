import { limits } from './limits.ts';

/** Notifications that wait for the next answer, each as its bytes. */
export class NotificationQueue {
  readonly #waiting: Uint8Array[] = [];
  #woken: (() => void) | undefined;

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  add(notification: Uint8Array): void {
    this.#waiting.push(notification);
    if (this.#waiting.length > limits.notifications) this.#waiting.shift();
    this.#woken?.();
    this.#woken = undefined;
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

  /** Resolves when something waits. One waiter at a time. */
  arrival(): Promise<void> {
    return this.isEmpty ? new Promise((resolve) => (this.#woken = resolve)) : Promise.resolve();
  }
}
