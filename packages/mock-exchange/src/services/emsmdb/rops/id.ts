import { rops } from '@cutover/wire/rop';
import { idOf, ownReplica } from '../objects/ids.ts';
import { notFound } from '../rop-failure.ts';
import { defineHandler, objectOf } from '../rop-handler.ts';

const longTermIdFromId = defineHandler(rops.longTermIdFromId, (call, { id }) => {
  const { replicaGuid } = objectOf(call, 'logon').logon.mailbox;
  if (id.replicaId !== ownReplica) throw notFound();
  return { longTermId: { replicaGuid, counter: id.counter } };
});

const idFromLongTermId = defineHandler(rops.idFromLongTermId, (call, { longTermId }) => {
  const { replicaGuid } = objectOf(call, 'logon').logon.mailbox;
  if (longTermId.replicaGuid !== replicaGuid) throw notFound();
  return { id: idOf(longTermId.counter) };
});

export const idHandlers = [longTermIdFromId, idFromLongTermId];
