/** Holds back what the receiver has no room for. Only RPC PDUs count, RTS PDUs go at any time. [MS-RPCH] 3.2.1.1.4 */
export interface SendWindow {
    /** Resolves when `size` more bytes fit; rejects when the window was closed. */
    reserve(size: number): Promise<void> | undefined;
    /** The receiver took `bytesReceived` in all and has room for `available` more. */
    acknowledge(bytesReceived: number, available: number): void;
    close(error: Error): void;
}
/** Makes a window that begins with room for `window` bytes. One reservation at a time. */
export declare function createSendWindow(window: number): SendWindow;
