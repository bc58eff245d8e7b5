import { nspiResult, type Stat } from '@cutover/wire/nspi';
import { isDirectoryCodePage } from '../../code-page.ts';

/** Thrown by a handler to answer by a code instead of rows; the STAT then stays as it was. */
export class NspiError extends Error {
  readonly result: number;

  constructor(result: number) {
    super(`NSPI result 0x${result.toString(16)}`);
    this.name = 'NspiError';
    this.result = result;
  }
}

/** Ends the call with the code unless the condition holds. */
export function demand(condition: boolean, result: number): asserts condition {
  if (!condition) throw new NspiError(result);
}

/** The value, or the end of the call with the code. */
export function required<T>(value: T | undefined, result: number): T {
  if (value === undefined) throw new NspiError(result);
  return value;
}

/** Constraint 1 of nearly every call: Unicode is no code page of a table. [MS-OXNSPI] 3.1.4.1.4 */
export function demandCodePage({ codePage }: Pick<Stat, 'codePage'>): void {
  demand(isDirectoryCodePage(codePage), nspiResult.invalidCodePage);
}
