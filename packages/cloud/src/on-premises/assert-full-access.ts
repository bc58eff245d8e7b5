import { cloudErrors } from '../errors.ts';

/** Of the rights to a mailbox the on-premises organisation has the one that lets it be read. */
export function assertFullAccess(rights: readonly string[]): void {
  const other = rights.find((right) => right !== 'FullAccess');
  if (other !== undefined || rights.length === 0) throw cloudErrors.rightNotSupported({ right: other ?? '' });
}
