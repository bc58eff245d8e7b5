/** `skipped`: an earlier step failed, or the step does not apply. */
export type ConnectivityStatus = 'success' | 'warning' | 'failed' | 'skipped';
/** One step of the connectivity test, as the Remote Connectivity Analyzer draws it. */
export interface ConnectivityNode {
    /** Stable name of the step, as `tls.certificate.trust`. */
    readonly id: string;
    /** What is being tried. */
    readonly name: string;
    readonly status: ConnectivityStatus;
    /** What happened. */
    readonly detail: string;
    /** What to do about a failure or warning; empty after a success. */
    readonly remedy: string;
    /** A command with which an administrator can try the same by hand; empty if there is none. */
    readonly command: string;
    /** Code of the error behind a failure. */
    readonly errorCode?: string | undefined;
    readonly durationMs: number;
    readonly children: readonly ConnectivityNode[];
}
