import { errorCode } from '@cutover/wire/rop';
import type { Mailbox } from '../../../store/mailbox.ts';
import { limits } from '../limits.ts';
import { RopFailure } from '../rop-failure.ts';
import { ownReplica } from './ids.ts';

/** Replicas that clients have asked about, by their number less that of the first. [MS-OXCSTOR] 3.1.1 */
const foreign = new WeakMap<Mailbox, string[]>();

const firstForeign = ownReplica + 1;

/** The short id of a replica; one that the mailbox has not met gets the next. [MS-OXCSTOR] 3.2.5.10 */
export function replicaIdOf(mailbox: Mailbox, replicaGuid: string): number {
  if (replicaGuid === mailbox.replicaGuid) return ownReplica;
  const known = foreign.get(mailbox) ?? [];
  const place = known.indexOf(replicaGuid);
  if (place >= 0) return firstForeign + place;
  if (known.length >= limits.foreignReplicas) throw new RopFailure(errorCode.maxObjects);
  foreign.set(mailbox, [...known, replicaGuid]);
  return firstForeign + known.length;
}

/** The replica behind a short id, undefined if none has it. [MS-OXCSTOR] 3.2.5.9 */
export function replicaGuidOf(mailbox: Mailbox, replicaId: number): string | undefined {
  return replicaId === ownReplica ? mailbox.replicaGuid : foreign.get(mailbox)?.[replicaId - firstForeign];
}
