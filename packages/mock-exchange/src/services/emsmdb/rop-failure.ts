import { errorCode, errorCodeName } from '@cutover/wire/rop';

/** Thrown by a ROP's handler to answer with a return value other than 0. */
export class RopFailure extends Error {
  readonly code: number;
  /** Fields that the answer to this failure has. */
  readonly fields: Readonly<Record<string, unknown>> | undefined;

  constructor(code: number, fields?: Readonly<Record<string, unknown>>) {
    super(`ROP failed: ${errorCodeName(code)}`);
    this.name = 'RopFailure';
    this.code = code;
    this.fields = fields;
  }
}

/** The object or property is not there. */
export const notFound = (): RopFailure => new RopFailure(errorCode.notFound);
/** The ROP does not go with this kind of object. */
export const notSupported = (): RopFailure => new RopFailure(errorCode.notSupported);
export const invalidParameter = (): RopFailure => new RopFailure(errorCode.invalidParameter);
export const accessDenied = (): RopFailure => new RopFailure(errorCode.accessDenied);
