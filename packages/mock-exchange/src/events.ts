import { defineEvent } from '@cutover/base';

/** Which connection it was, whose, and where it led. */
export interface AboutConnection {
  readonly connection: number;
  readonly account: string;
  readonly server: string;
  readonly port: number;
}

/** What the mock tells whoever listens on node:diagnostics_channel, under `cutover:mock-exchange.…`. */
export const mockEvents = {
  /** The first channel of a virtual connection has come. */
  connectionOpened: defineEvent<AboutConnection>('mock-exchange.connection-opened'),
  connectionClosed: defineEvent<AboutConnection>('mock-exchange.connection-closed'),
  /** The client sent what has no place in the protocol. */
  connectionBroken: defineEvent<{ connection: number; error: unknown }>('mock-exchange.connection-broken'),
  /** The server itself failed while it answered; the client sees a fault or a closed connection. */
  connectionFailed: defineEvent<{ connection: number; error: unknown }>('mock-exchange.connection-failed'),
  /** The server itself failed on what came over one TCP connection, which it closed. */
  requestFailed: defineEvent<{ error: unknown }>('mock-exchange.request-failed'),
  /** A client asked for interfaces; `level` is that of [MS-RPCE] 2.2.1.1.8. */
  bound: defineEvent<{ connection: number; interfaces: readonly string[]; level: number }>('mock-exchange.bound'),
  /** A call was answered; `status` is that of the fault, if it was one. */
  called: defineEvent<{
    connection: number;
    interface: string;
    opnum: number;
    requestBytes: number;
    responseBytes: number;
    status?: number;
  }>('mock-exchange.called'),
  /** A ROP of the information store was answered, in the order of a call's ROPs; refused ones, too. */
  ropExecuted: defineEvent<{ account: string; rop: string; returnValue: number }>('mock-exchange.rop-executed'),
} as const;
