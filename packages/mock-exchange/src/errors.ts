import { defineErrors } from '@cutover/base';

/** What goes wrong with the mock server itself or with a client of it. */
export const mockErrors = defineErrors('mockExchange', {
  protocolViolation: {
    category: 'ProtocolError',
    message: ({ what }: { what: string }) => `The client broke the protocol: ${what}. The connection was closed.`,
  },
  cannotListen: {
    category: 'OpenError',
    message: ({ host, port, reason }: { host: string; port: number; reason: string }) =>
      `Cannot listen on ${host}:${port}: ${reason}. Give another --host or --port; port 0 takes any free one.`,
  },
});
