import { emptyGuid } from '@cutover/wire';
import { rops } from '@cutover/wire/rop';
import { replicaGuidOf, replicaIdOf } from '../objects/foreign-replicas.ts';
import { isExchange2007 } from '../is-exchange-2007.ts';
import { limits } from '../limits.ts';
import { invalidParameter, notFound } from '../rop-failure.ts';
import { defineChange, defineHandler, objectOf } from '../rop-handler.ts';

const longTermIdFromId = defineHandler(rops.longTermIdFromId, (call, { id }) => {
  const replicaGuid = replicaGuidOf(objectOf(call, 'logon').logon.mailbox, id.replicaId);
  if (replicaGuid === undefined) throw notFound();
  return { longTermId: { replicaGuid, counter: id.counter } };
});

const idFromLongTermId = defineHandler(rops.idFromLongTermId, (call, { longTermId }) => {
  const { replicaGuid, counter } = longTermId;
  if (replicaGuid === emptyGuid && !isExchange2007(call.context)) throw notFound();
  const replicaId = replicaIdOf(objectOf(call, 'logon').logon.mailbox, replicaGuid);
  return { id: { replicaId, counter } };
});

/** Ids that a client gives to what it makes offline. [MS-OXCFXICS] 3.2.5.9.4.7 */
const getLocalReplicaIds = defineChange(rops.getLocalReplicaIds, (call, { count }) => {
  const { mailbox } = objectOf(call, 'logon', 'folder').logon;
  if (count === 0 || count > limits.localIds) throw invalidParameter();
  return { replicaGuid: mailbox.replicaGuid, firstCounter: mailbox.reserveIds(count) };
});

/** No id is ever given twice here, so those that a client gives up need no account of. [MS-OXCFXICS] 3.2.5.9.4.8 */
const setLocalReplicaMidsetDeleted = defineHandler(rops.setLocalReplicaMidsetDeleted, (call, { ranges }) => {
  const { mailbox } = objectOf(call, 'folder').logon;
  const isOurs = ranges.every(({ first, last }) => [first, last].every((id) => id.replicaGuid === mailbox.replicaGuid));
  if (!isOurs) throw invalidParameter();
  return {};
});

export const idHandlers = [longTermIdFromId, idFromLongTermId, getLocalReplicaIds, setLocalReplicaMidsetDeleted];
