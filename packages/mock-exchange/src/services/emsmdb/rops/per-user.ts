import type { GlobalId } from '@cutover/wire/ics';
import { errorCode, type PerUserInformation as Piece, publicRops, rops } from '@cutover/wire/rop';
import type { PerUserInformation } from '../../../store/folder-row.ts';
import type { Mailbox } from '../../../store/mailbox.ts';
import { limits } from '../limits.ts';
import type { Logon } from '../objects/logon.ts';
import { notFound, RopFailure } from '../rop-failure.ts';
import { defineChange, defineHandler, mailboxOfLogon, objectOf } from '../rop-handler.ts';
import { markAsRead, readMarksOf } from '../objects/read-marks.ts';

/** Bytes of an answer besides its data. */
const answerHead = 16;
/** Most bytes of one answer, which are also those of who names no number. [MS-OXCSTOR] 3.2.5.12.1, note 47 */
const mostData = 4096;
/** An offset above it is a negative one. [MS-OXCSTOR] 3.2.5.12.1, note 45 */
const lastOffset = 0x7fffffff;

const kept = (mailbox: Mailbox): readonly PerUserInformation[] =>
  mailbox.folder(mailbox.wellKnown('root'))!.perUser ?? [];

const isOf =
  ({ replicaGuid, counter }: GlobalId) =>
  ({ folder }: PerUserInformation): boolean =>
    folder.replicaGuid === replicaGuid && folder.counter === counter;

const getPerUserLongTermIds = defineHandler(rops.getPerUserLongTermIds, (call, { databaseGuid }) => {
  const rows = kept(mailboxOfLogon(call)).filter((row) => row.databaseGuid === databaseGuid);
  return { longTermIds: rows.map(({ folder }) => folder) };
});

const getPerUserGuid = defineHandler(rops.getPerUserGuid, (call, { longTermId }) => {
  const row = kept(mailboxOfLogon(call)).find(isOf(longTermId));
  if (row === undefined) throw notFound();
  return { databaseGuid: row.databaseGuid };
});

/** Of a folder of which nothing is kept there is nothing to read. [MS-OXCSTOR] 3.2.5.12 */
function dataOf({ mailbox }: Logon, folderId: GlobalId): Uint8Array {
  if (mailbox.isPublic) return readMarksOf(mailbox, folderId);
  return kept(mailbox).find(isOf(folderId))?.data ?? new Uint8Array();
}

const readPerUserInformation = defineHandler(rops.readPerUserInformation, (call, request) => {
  const { folderId, dataOffset, maxDataSize } = request;
  const data = dataOf(objectOf(call, 'logon').logon, folderId);
  if (dataOffset > lastOffset) throw new RopFailure(errorCode.rpcFormat);
  if (dataOffset > data.length) throw new RopFailure(errorCode.error);
  const room = Math.min(mostData, Math.max(0, call.room - answerHead));
  const end = dataOffset + Math.min(room, maxDataSize === 0 ? room : maxDataSize);
  return { hasFinished: end >= data.length, data: data.subarray(dataOffset, end) };
});

/** What has come of a row whose last piece has not. */
const begun = new WeakMap<Logon, PerUserInformation>();

function keep(mailbox: Mailbox, row: PerUserInformation): void {
  const others = kept(mailbox).filter((one) => !isOf(row.folder)(one));
  mailbox.editFolder(mailbox.wellKnown('root'), { perUser: [...others, row] });
}

/** A piece joined to those before it, which it must follow. [MS-OXCSTOR] 3.2.5.13 */
function join(before: PerUserInformation | undefined, piece: Piece): PerUserInformation {
  const { folderId, dataOffset, data } = piece;
  const isNext = before !== undefined && isOf(folderId)(before) && before.data.length === dataOffset;
  if (!isNext || dataOffset + data.length > limits.perUserInformation) throw new RopFailure(errorCode.error);
  return { ...before, data: Buffer.concat([before.data, data]) };
}

/** Takes a piece; gives the whole with the last one. The first piece begins anew, with the database that the folder is of. */
function take(logon: Logon, piece: Piece, databaseGuid: string | undefined): PerUserInformation | undefined {
  const before =
    databaseGuid === undefined ? begun.get(logon) : { databaseGuid, folder: piece.folderId, data: new Uint8Array() };
  // What does not follow puts an end to what was begun. [MS-OXCSTOR] 3.2.5.13.1
  begun.delete(logon);
  const row = join(before, piece);
  if (!piece.hasFinished) begun.set(logon, row);
  return piece.hasFinished ? row : undefined;
}

const writePerUserInformation = defineChange(rops.writePerUserInformation, (call, { information }) => {
  const { logon } = objectOf(call, 'logon');
  const whole = take(logon, information, information.replicaGuid);
  if (whole !== undefined) keep(logon.mailbox, whole);
  return {};
});

/** On public folders themselves it says what the user has read there. */
const writePublicPerUserInformation = defineChange(publicRops.writePerUserInformation, (call, { information }) => {
  const { logon } = objectOf(call, 'logon');
  const { mailbox } = logon;
  const whole = take(logon, information, information.dataOffset === 0 ? mailbox.replicaGuid : undefined);
  if (whole !== undefined) markAsRead(mailbox, whole);
  return {};
});

export const perUserHandlers = [
  getPerUserLongTermIds,
  getPerUserGuid,
  readPerUserInformation,
  writePerUserInformation,
  writePublicPerUserInformation,
];
