import { exceptionOf, shortName } from '@cutover/core';
import type { UserError } from '@cutover/migration';

/** An error as the product prints it beside a user: `ExceptionName: text --> inner text`. */
export const errorText = (error: UserError): string => `${shortName(exceptionOf(error.code))}: ${error.detail}`;
