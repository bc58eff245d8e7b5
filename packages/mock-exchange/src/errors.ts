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
  unknownOption: {
    category: 'InvalidArgument',
    message: ({ option }: { option: string }) => `There is no option ${option}. --help shows those that there are.`,
  },
  unknownArgument: {
    category: 'InvalidArgument',
    message: ({ argument }: { argument: string }) =>
      `'${argument}' belongs to no option. --help shows how the command is called.`,
  },
  repeatedOption: {
    category: 'InvalidArgument',
    message: ({ option }: { option: string }) => `${option} is given more than once.`,
  },
  missingValue: {
    category: 'InvalidArgument',
    message: ({ option }: { option: string }) => `${option} needs a value.`,
  },
  badPort: {
    category: 'InvalidArgument',
    message: ({ option, value }: { option: string; value: string }) =>
      `${option} is '${value}', which is not a port: a number from 0 to 65535.`,
  },
});
