import { emptyGuid } from '@cutover/wire';
import { contextMismatch } from '../../rpc-server/rpc-fault.ts';

interface Handle {
  attributes: number;
  uuid: string;
}

const suffix = '-6570-4d61-8070-65722e2e2e2e';

/** The handle of a look-up that is finished, or that has not begun. */
export const noHandle: Handle = { attributes: 0, uuid: emptyGuid };

/**
 * The handle of a look-up that goes on at entry `next`. The place stands in the handle itself, so that look-ups which
 * clients leave unfinished cost the server nothing.
 */
export const handleAt = (next: number): Handle => ({
  attributes: 0,
  uuid: `${next.toString(16).padStart(8, '0')}${suffix}`,
});

/** Where a look-up goes on; a fault for a handle that this server has not made. */
export function placeOf({ uuid }: Handle): number {
  if (uuid === emptyGuid) return 0;
  if (!uuid.endsWith(suffix)) throw contextMismatch();
  return Number.parseInt(uuid.slice(0, 8), 16);
}
