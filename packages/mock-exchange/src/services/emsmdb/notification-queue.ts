import { pending } from '@cutover/wire/rop';
import { limits } from './limits.ts';

const pendingSize = 3;

/** Notifications that wait for the next answer, each as its bytes. */
export class NotificationQueue {
  readonly #waiting: Uint8Array[] = [];
  readonly #sessionIndex: number;
  #woken: (() => void) | undefined;
  isClosed = false;

  /** `sessionIndex` is what the client knows the session by. */
  constructor(sessionIndex: number) {
    this.#sessionIndex = sessionIndex;
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  add(notification: Uint8Array): void {
    this.#waiting.push(notification);
    if (this.#waiting.length > limits.notifications) this.#waiting.shift();
    this.#woken?.();
  }

  /** Writes as many as there is room for, then that more are waiting; tells how many bytes that were. [MS-OXCROPS] 3.2.5.2 */
  write(target: Buffer): number {
    let size = 0;
    while (this.#waiting.length > 0 && size + this.#leastRoom() <= target.length) {
      const next = this.#waiting.shift()!;
      target.set(next, size);
      size += next.length;
    }
    if (this.#waiting.length === 0 || size + pendingSize > target.length) return size;
    target.set(pending.encode({ ropId: 0x6e, sessionIndex: this.#sessionIndex }), size);
    return size + pendingSize;
  }

  /** What the next one takes, with room to tell of others behind it. */
  #leastRoom(): number {
    return this.#waiting[0]!.length + (this.#waiting.length > 1 ? pendingSize : 0);
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
