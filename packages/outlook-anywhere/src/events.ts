import { defineEvent } from '@cutover/base';

interface AboutServer {
  /** The server behind the proxy. */
  readonly server: string;
  readonly port: number;
}

/** What the client tells whoever listens on node:diagnostics_channel, under `cutover:outlook-anywhere.…`. */
export const clientEvents = {
  /** An interface was bound on a new virtual connection; `associationGroup` is the same where one replaces another. */
  connected: defineEvent<AboutServer & { interface: string; associationGroup: number }>('outlook-anywhere.connected'),
  /** A virtual connection is gone; `reason` is a code of an error, or what was wrong. */
  disconnected: defineEvent<AboutServer & { reason: string }>('outlook-anywhere.disconnected'),
  /** A call ended; with `failure`, the code of its error. */
  called: defineEvent<
    AboutServer & {
      operation: string;
      milliseconds: number;
      requestBytes: number;
      responseBytes: number;
      failure?: string | undefined;
    }
  >('outlook-anywhere.called'),
  /** The server was busy and is asked again after a while. */
  waiting: defineEvent<{ operation: string; milliseconds: number }>('outlook-anywhere.waiting'),
} as const;
