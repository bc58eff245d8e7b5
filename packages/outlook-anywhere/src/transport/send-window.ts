/** Holds back what the receiver has no room for. Only RPC PDUs count, RTS PDUs go at any time. [MS-RPCH] 3.2.1.1.4 */
export interface SendWindow {
  /** Resolves when `size` more bytes fit; rejects when the window was closed. */
  reserve(size: number): Promise<void> | undefined;
  /** The receiver took `bytesReceived` in all and has room for `available` more. */
  acknowledge(bytesReceived: number, available: number): void;
  close(error: Error): void;
}

/** Makes a window that begins with room for `window` bytes. One reservation at a time. */
export function createSendWindow(window: number): SendWindow {
  let sent = 0;
  let mayReach = window;
  let closed: Error | undefined;
  let waiting: { size: number; resolve: () => void; reject: (error: Error) => void } | undefined;

  const fits = (size: number): boolean => sent + size <= mayReach;
  const wake = (): void => {
    if (!waiting || !fits(waiting.size)) return;
    sent += waiting.size;
    waiting.resolve();
    waiting = undefined;
  };

  return {
    reserve: (size) => {
      if (closed) return Promise.reject(closed);
      if (fits(size)) {
        sent += size;
        return undefined;
      }
      return new Promise((resolve, reject) => (waiting = { size, resolve, reject }));
    },
    acknowledge: (bytesReceived, available) => {
      mayReach = Math.max(mayReach, bytesReceived + available);
      wake();
    },
    close: (error) => {
      closed = error;
      waiting?.reject(error);
      waiting = undefined;
    },
  };
}
