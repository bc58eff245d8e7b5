import { isSdkError } from '@cutover/base';

/** A request that is answered by a status alone. */
export class DavFailure extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`HTTP ${status}`);
    this.name = 'DavFailure';
    this.status = status;
  }
}

export const davFailure = (status: number): DavFailure => new DavFailure(status);

const statusOfStore: Readonly<Record<string, number>> = {
  'store.noSuchFolder': 404,
  'store.noSuchMessage': 404,
  'store.folderExists': 405,
  'store.folderIsFixed': 403,
  'store.folderIntoItself': 403,
};

/** The status that tells what went wrong; undefined for a defect of the server. */
export function statusOf(error: unknown): number | undefined {
  if (error instanceof DavFailure) return error.status;
  return isSdkError(error) ? statusOfStore[error.code] : undefined;
}
