import type { Clock, SdkError } from '@cutover/base';
/** How long something may take, and who may end it earlier. */
export interface Deadline {
    readonly clock: Clock;
    readonly ms: number;
    readonly signals: readonly (AbortSignal | undefined)[];
    /** Made when the time is over. */
    readonly timedOut: () => SdkError;
}
/**
 * Runs `work` with a signal that is aborted when the time is over or one of the signals is; then rejects with that reason at once,
 * whether or not `work` heeds its signal.
 */
export declare function withDeadline<T>(deadline: Deadline, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
