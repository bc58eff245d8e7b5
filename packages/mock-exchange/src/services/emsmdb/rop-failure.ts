import { errorCode, errorCodeName } from '@cutover/wire/rop';

/** Thrown by a ROP's handler to answer with a return value other than 0. */
export class RopFailure extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`ROP failed: ${errorCodeName(code)}`);
    this.name = 'RopFailure';
    this.code = code;
  }
}

/** The object or property is not there. */
export const notFound = (): RopFailure => new RopFailure(errorCode.notFound);
/** The ROP does not go with this kind of object. */
export const notSupported = (): RopFailure => new RopFailure(errorCode.notSupported);
export const invalidParameter = (): RopFailure => new RopFailure(errorCode.invalidParameter);
export const accessDenied = (): RopFailure => new RopFailure(errorCode.accessDenied);
