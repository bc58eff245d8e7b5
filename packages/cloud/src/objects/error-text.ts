import { exceptionOf, shortName } from '@cutover/core';
import type { UserError } from '@cutover/migration';

/** After these the product names the cause as well. */
const withCause = new Set(['migration.tooManyTransientFailures']);

/** The name of a user's error as the product prints it: `Name`, or `Name/CauseName` where a transient cause was given up. */
export function errorName({ code, causeCode }: UserError): string {
  const name = shortName(exceptionOf(code));
  return withCause.has(code) && causeCode !== undefined ? `${name}/${shortName(exceptionOf(causeCode))}` : name;
}

/** An error as the product prints it beside a user: `ExceptionName: text --> inner text`. */
export const errorText = (error: UserError): string => `${errorName(error)}: ${error.detail}`;
