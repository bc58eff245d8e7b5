import { defineErrors, type ErrorCategory } from '@cutover/base';

/** What goes wrong on the way to the service. */
export const restErrors = defineErrors('rest', {
  secretKeyMissing: {
    category: 'SecurityError',
    message: ({ parameter }: { parameter: string }) =>
      `-${parameter} holds a password, and there is no key to encrypt it with. Give \`secretKey\` to rest().`,
  },
  foreignHost: {
    category: 'SecurityError',
    message: ({ host, home }: { host: string; home: string }) =>
      `The service sent the call on to ${host}, which is no host of ${home}. The token was not sent there.`,
  },
  tooManyRedirects: {
    category: 'ProtocolError',
    message: ({ url }: { url: string }) => `The service sent the call on from place to place, last to ${url}.`,
  },
  unreachable: {
    category: 'ConnectionError',
    retry: true,
    message: ({ host }: { host: string }) => `The connection to '${host}' failed.`,
  },
  answerTooLarge: {
    category: 'LimitsExceeded',
    message: ({ bytes }: { bytes: number }) => `The service answered more than ${bytes} bytes for one page.`,
  },
  answerNotJson: {
    category: 'ProtocolError',
    message: ({ host, status }: { host: string; status: number }) =>
      `'${host}' answered status ${status} with something that is not JSON.`,
  },
  answerStrange: {
    category: 'ProtocolError',
    message: ({ host, status }: { host: string; status: number }) =>
      `'${host}' answered status ${status} with JSON that is no page of records.`,
  },
});

const categories: Readonly<Record<number, ErrorCategory>> = {
  400: 'InvalidArgument',
  401: 'AuthenticationError',
  403: 'PermissionDenied',
  404: 'ObjectNotFound',
  408: 'OperationTimeout',
  429: 'LimitsExceeded',
  503: 'ResourceUnavailable',
  504: 'OperationTimeout',
};

/** The category of an HTTP status. */
export function categoryOf(status: number): ErrorCategory {
  return categories[status] ?? 'NotSpecified';
}
