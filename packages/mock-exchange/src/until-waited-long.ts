import { limits } from './limits.ts';

/** How long a promise waits that was told no signal: shorter than test runners do, which could not tell what came instead. */
export const untilWaitedLong = (): AbortSignal => AbortSignal.timeout(limits.waitingMs);
