import type { GlobalId } from '@cutover/wire/ics';
import { errorCode, rops } from '@cutover/wire/rop';
import type { PerUserInformation } from '../../../store/folder-row.ts';
import type { Mailbox } from '../../../store/mailbox.ts';
import { limits } from '../limits.ts';
import type { Logon } from '../objects/logon.ts';
import { notFound, RopFailure } from '../rop-failure.ts';
import { defineChange, defineHandler, objectOf, type RopCall } from '../rop-handler.ts';

/** Bytes of an answer besides its data. */
const answerHead = 16;

const mailboxOf = (call: RopCall): Mailbox => objectOf(call, 'logon').logon.mailbox;

const kept = (mailbox: Mailbox): readonly PerUserInformation[] =>
  mailbox.folder(mailbox.wellKnown('root'))!.perUser ?? [];

const isOf =
  ({ replicaGuid, counter }: GlobalId) =>
  ({ folder }: PerUserInformation): boolean =>
    folder.replicaGuid === replicaGuid && folder.counter === counter;

const getPerUserLongTermIds = defineHandler(rops.getPerUserLongTermIds, (call, { databaseGuid }) => {
  const rows = kept(mailboxOf(call)).filter((row) => row.databaseGuid === databaseGuid);
  return { longTermIds: rows.map(({ folder }) => folder) };
});

const getPerUserGuid = defineHandler(rops.getPerUserGuid, (call, { longTermId }) => {
  const row = kept(mailboxOf(call)).find(isOf(longTermId));
  if (row === undefined) throw notFound();
  return { databaseGuid: row.databaseGuid };
});

/** Of a folder of which nothing is kept there is nothing to read. [MS-OXCSTOR] 3.2.5.12 */
const readPerUserInformation = defineHandler(rops.readPerUserInformation, (call, request) => {
  const { folderId, dataOffset, maxDataSize } = request;
  const data = kept(mailboxOf(call)).find(isOf(folderId))?.data ?? new Uint8Array();
  if (dataOffset > data.length) throw new RopFailure(errorCode.error);
  const room = Math.max(0, call.room - answerHead);
  const end = dataOffset + Math.min(room, maxDataSize === 0 ? room : maxDataSize);
  return { hasFinished: end >= data.length, data: data.subarray(dataOffset, end) };
});

/** What has come of a row whose last piece has not. */
const begun = new WeakMap<Logon, PerUserInformation>();

function keep(mailbox: Mailbox, row: PerUserInformation): void {
  const others = kept(mailbox).filter((one) => !isOf(row.folder)(one));
  mailbox.editFolder(mailbox.wellKnown('root'), { perUser: [...others, row] });
}

/** Pieces come in order, the first with the database that the folder is of. [MS-OXCSTOR] 3.2.5.13 */
const writePerUserInformation = defineChange(rops.writePerUserInformation, (call, { information }) => {
  const { logon } = objectOf(call, 'logon');
  const { folderId: folder, replicaGuid: databaseGuid, dataOffset, data, hasFinished } = information;
  const before = databaseGuid === undefined ? begun.get(logon) : { databaseGuid, folder, data: new Uint8Array() };
  const isNext = before !== undefined && isOf(folder)(before) && before.data.length === dataOffset;
  if (!isNext || dataOffset + data.length > limits.perUserInformation) throw new RopFailure(errorCode.error);
  const row = { ...before, data: Buffer.concat([before.data, data]) };
  if (!hasFinished) begun.set(logon, row);
  else {
    begun.delete(logon);
    keep(logon.mailbox, row);
  }
  return {};
});

export const perUserHandlers = [getPerUserLongTermIds, getPerUserGuid, readPerUserInformation, writePerUserInformation];
