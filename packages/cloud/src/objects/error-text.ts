import { exceptionOf, shortName } from '@cutover/core';
import type { UserError } from '@cutover/migration';

/** After these the product names the cause as well. */
const withCause = new Set(['migration.tooManyTransientFailures']);

/** Failures in which the product's MAPI client finds no server; what it says then is quoted wherever people ask about it. */
const withoutServer = new Set(
  [
    'callTimedOut',
    'connectFailed',
    'connectTimedOut',
    'connectionLost',
    'handshakeTimedOut',
    'rpcServerUnavailable',
  ].map((name) => `outlookAnywhere.${name}`),
);
const noServer = 'MapiExceptionNetworkError: Unable to make connection to the server. (hr=0x80040115, ec=-2147221227)';

/** The name of a user's error as the product prints it: `Name`, or `Name/CauseName` where a transient cause was given up. */
export function errorName({ code, causeCode }: UserError): string {
  const name = shortName(exceptionOf(code));
  return withCause.has(code) && causeCode !== undefined ? `${name}/${shortName(exceptionOf(causeCode))}` : name;
}

/** An error as the product prints it beside a user: `ExceptionName: text --> inner text`. */
export function errorText(error: UserError): string {
  const { code, causeCode = '', detail } = error;
  const isNetwork = withoutServer.has(code) || withoutServer.has(causeCode);
  return `${errorName(error)}: ${detail}${isNetwork ? ` --> ${noServer}` : ''}`;
}
