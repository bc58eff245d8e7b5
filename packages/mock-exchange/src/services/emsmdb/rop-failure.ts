import { isSdkError } from '@cutover/base';
import { isWireError } from '@cutover/wire';
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

/** What a refusal of the store is for a client. */
const codes: Readonly<Record<string, number>> = {
  'store.noSuchFolder': errorCode.notFound,
  'store.noSuchMessage': errorCode.notFound,
  'store.folderExists': errorCode.duplicateName,
  'store.folderIsFixed': errorCode.accessDenied,
  'store.folderIntoItself': errorCode.folderCycle,
};

/** The failure that an error means to the client; undefined for one that is the server's own. */
export function ropFailureOf(error: unknown): RopFailure | undefined {
  if (error instanceof RopFailure) return error;
  // Of a part of a request that is read only when its ROP is executed, a recipient's row for one.
  if (isWireError(error)) return new RopFailure(errorCode.rpcFormat);
  const code = isSdkError(error) ? codes[error.code] : undefined;
  return code === undefined ? undefined : new RopFailure(code);
}
