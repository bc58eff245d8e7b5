import { connectRequest } from './connect-request.ts';
import { contoso } from '@cutover/mock-exchange';
import {
  connectEx,
  disconnect,
  dummyRpc,
  emsmdb,
  packPayload,
  registerPushNotification,
  rpcExt2,
  unpackPayloads,
} from '@cutover/wire/emsmdb';
import { shortId, type ShortId } from '@cutover/wire/ics';
import { pidTag } from '@cutover/wire/properties';
import {
  answerCodec,
  asFits,
  encodeRopRequest,
  logonFolders,
  openFlag,
  type Rop,
  ropBuffer,
  type RopRequestOf,
  rops,
  type RopValueOf,
  syncFlag,
  syncType,
  unsetHandle,
} from '@cutover/wire/rop';
import { type Conversation, handleSize, record, type Recorder } from './recording.ts';

const nothing = new Uint8Array();
const owner = contoso().organisation.recipients.find((recipient) => recipient.kind === 'mailbox')!;
const carried = { carriesHandle: true };

/** Places in the handle table of every call: what is opened goes where its name says. */
export const place = {
  logon: 0,
  folder: 1,
  table: 2,
  message: 3,
  attachment: 4,
  stream: 5,
  transfer: 6,
  embedded: 7,
  other: 8,
  subscription: 9,
} as const;

/** Sends one ROP a call, and keeps the handles that come back for the next one. */
export class StoreScript {
  readonly #recorder: Recorder;
  readonly #session: RopSession;
  #handles: readonly number[] = Object.values(place).map(() => unsetHandle);

  constructor(recorder: Recorder, session: RopSession) {
    this.#recorder = recorder;
    this.#session = session;
  }

  /** The answer's fields; undefined where the ROP was refused, which is an answer too. */
  async run<T extends Rop>(
    rop: T,
    request: Omit<RopRequestOf<T>, 'logonId' | 'inputIndex' | 'outputIndex'>,
    at: { inputIndex?: number; outputIndex?: number } = {},
  ): Promise<RopValueOf<T> | undefined> {
    const bytes = encodeRopRequest(rop as Rop, { logonId: 0, inputIndex: 0, outputIndex: 0, ...at, ...request });
    const input = packPayload(ropBuffer.encode({ rops: bytes, handles: this.#handles }), {});
    const { output } = await this.#recorder.call(
      rpcExt2,
      { session: this.#session, flags: 3, input, inputSize: input.length, outputRoom: 0x8008, ...auxiliary },
      { ...carried, name: rop.name },
    );
    const answer = ropBuffer.decode(unpackPayloads(output)[0]!);
    this.#handles = answer.handles;
    if (rop.id === rops.release.id) return undefined;
    return answerCodec(rop as Rop<unknown, RopValueOf<T>>).decode(answer.rops, { trailing: 'ignore' }).value;
  }
}

/** The calls around ROPs: a session that does nothing. */
export function recordIdleSession(proxyPort: number): Promise<Conversation> {
  return record(proxyPort, { port: 6001, interface: emsmdb }, async (recorder) => {
    const session = await open(recorder);
    const callback = { context: nothing, contextSize: 0, callbackAddress: nothing, callbackAddressSize: 0 };
    await recorder.call(registerPushNotification, { session, rpc: 0, adviseBits: 0, ...callback }, carried);
    await recorder.call(dummyRpc, {});
    await recorder.call(disconnect, { session }, carried);
  });
}

type RopSession = Awaited<ReturnType<typeof open>>;
const auxiliary = { auxIn: nothing, auxInSize: 0, auxOutRoom: 0 };

export async function open(recorder: Recorder) {
  const { session } = await recorder.call(connectEx, connectRequest(owner.legacyExchangeDN), {
    opens: (response) => response.slice(0, handleSize),
  });
  return session;
}

/** A session with every ROP, on objects of every kind. */
export function recordStore(proxyPort: number): Promise<Conversation> {
  return record(proxyPort, { port: 6001, interface: emsmdb }, async (recorder) => {
    const session = await open(recorder);
    const script = new StoreScript(recorder, session);
    const folder = await openInbox(script);
    await readTables(script);
    await readMessage(script, folder);
    await translate(script);
    await copy(script);
    await synchronize(script);
    await script.run(rops.release, {}, { inputIndex: place.folder });
  });
}
/** Logs on and opens the inbox. */
export async function openInbox(script: StoreScript): Promise<ShortId> {
  const { logon, folder } = place;
  const opened = await script.run(
    rops.logon,
    { logonFlags: 1, openFlags: openFlag.useAdminPrivilege, storeState: 0, essdn: owner.legacyExchangeDN },
    { outputIndex: logon },
  );
  const folderId = opened!.folderIds[logonFolders.indexOf('inbox')]!;
  await script.run(rops.openFolder, { folderId, openModeFlags: 0 }, { inputIndex: logon, outputIndex: folder });
  return folderId;
}

async function readTables(script: StoreScript): Promise<void> {
  const [folder, table] = [{ inputIndex: place.folder, outputIndex: place.table }, { inputIndex: place.table }];
  const subject = pidTag.subject;
  await script.run(rops.getHierarchyTable, { tableFlags: 4 }, folder);
  await script.run(rops.setColumns, { setColumnsFlags: 0, tags: [pidTag.displayName] }, table);
  await script.run(rops.queryRows, { queryRowsFlags: 0, forwardRead: true, rowCount: 10 }, table);
  await script.run(rops.getContentsTable, { tableFlags: 0 }, folder);
  await script.run(rops.setColumns, { setColumnsFlags: 0, tags: [pidTag.mid, subject, pidTag.hasAttachments] }, table);
  const exists = { kind: 'exist', tag: subject } as const;
  const restriction = { kind: 'and', restrictions: [exists, { kind: 'not', restriction: exists }] } as const;
  await script.run(rops.restrict, { restrictFlags: 0, restriction }, table);
  await script.run(rops.restrict, { restrictFlags: 0, restriction: exists }, table);
  const sort = { categories: 0, expanded: 0, orders: [{ tag: subject, order: 1 }] };
  await script.run(rops.sortTable, { sortTableFlags: 0, sort }, table);
  await script.run(rops.seekRow, { origin: 0, rowCount: 1, wantRowMovedCount: true }, table);
  await script.run(rops.queryRows, { queryRowsFlags: 0, forwardRead: false, rowCount: 5 }, table);
}

/** The id of the first message: the first cell of the first row. */
export async function firstMessage(script: StoreScript): Promise<ShortId> {
  await script.run(rops.getContentsTable, { tableFlags: 0 }, { inputIndex: place.folder, outputIndex: place.table });
  const table = { inputIndex: place.table };
  await script.run(rops.setColumns, { setColumnsFlags: 0, tags: [pidTag.mid] }, table);
  const first = await script.run(rops.queryRows, { queryRowsFlags: 0, forwardRead: true, rowCount: 1 }, table);
  return shortId.decode(first!.rows.subarray(1, 9));
}

async function readMessage(script: StoreScript, folderId: ShortId): Promise<void> {
  const messageId = await firstMessage(script);
  const { folder, message, attachment, stream, embedded, table } = place;
  const onMessage = { inputIndex: message };
  const opening = { codePage: 0x0fff, folderId, openModeFlags: 0, messageId };
  await script.run(rops.openMessage, opening, { inputIndex: folder, outputIndex: message });
  await script.run(rops.readRecipients, { rowId: 0, reserved: 0 }, onMessage);
  await script.run(rops.getPropertiesAll, { propertySizeLimit: 0, wantUnicode: 1 }, onMessage);
  await script.run(rops.getPropertiesList, {}, onMessage);
  const tags = [pidTag.subject, pidTag.body];
  await script.run(rops.getPropertiesSpecific, { propertySizeLimit: 0, wantUnicode: 1, tags }, onMessage);
  await script.run(rops.openStream, { tag: pidTag.body, openModeFlags: 0 }, { ...onMessage, outputIndex: stream });
  await script.run(rops.getStreamSize, {}, { inputIndex: stream });
  await script.run(rops.readStream, { byteCount: { size: 100 } }, { inputIndex: stream });
  await script.run(rops.getAttachmentTable, { tableFlags: 0 }, { ...onMessage, outputIndex: table });
  const opened = { openAttachmentFlags: 0, attachmentId: 0 };
  await script.run(rops.openAttachment, opened, { ...onMessage, outputIndex: attachment });
  const inner = { inputIndex: attachment, outputIndex: embedded };
  await script.run(rops.openEmbeddedMessage, { codePage: 0x0fff, openModeFlags: 0 }, inner);
}

async function translate(script: StoreScript): Promise<void> {
  const request = { flags: 2, names: [{ set: '00020329-0000-0000-c000-000000000046', name: 'Keywords' }] };
  const onLogon = { inputIndex: place.logon };
  const found = await script.run(rops.getPropertyIdsFromNames, request, onLogon);
  await script.run(rops.getNamesFromPropertyIds, { ids: found?.ids ?? [0x8000] }, onLogon);
  const { longTermId } = (await script.run(rops.longTermIdFromId, { id: { replicaId: 1, counter: 1 } }, onLogon))!;
  await script.run(rops.idFromLongTermId, { longTermId }, onLogon);
  await script.run(rops.getLocalReplicaIds, { count: 10 }, onLogon);
}

async function copy(script: StoreScript): Promise<void> {
  const messageIds = [await firstMessage(script)];
  const [folder, message] = [place.folder, place.message];
  const outputIndex = place.transfer;
  const options = { copyFlags: 0, sendOptions: 9 };
  const piece = () => script.run(rops.fastTransferSourceGetBuffer, buffer, { inputIndex: place.transfer });
  await script.run(
    rops.fastTransferSourceCopyMessages,
    { messageIds, ...options },
    { inputIndex: folder, outputIndex },
  );
  await piece();
  await script.run(rops.fastTransferSourceCopyFolder, options, { inputIndex: folder, outputIndex });
  await piece();
  await script.run(
    rops.fastTransferSourceCopyTo,
    { level: 0, ...options, tags: [] },
    { inputIndex: message, outputIndex },
  );
  await piece();
  const some = { level: 0, ...options, tags: [pidTag.subject] };
  await script.run(rops.fastTransferSourceCopyProperties, some, { inputIndex: message, outputIndex });
  await piece();
}

const buffer = { bufferSize: { size: asFits, maximum: 0x7bc0 } };

async function synchronize(script: StoreScript): Promise<void> {
  const transfer = { inputIndex: place.transfer };
  for (const synchronizationType of [syncType.contents, syncType.hierarchy]) {
    const kind = { synchronizationType, sendOptions: 9, synchronizationExtraFlags: 7, tags: [] };
    const synchronizationFlags = syncFlag.unicode | syncFlag.normal | syncFlag.fai | syncFlag.readState;
    await script.run(
      rops.synchronizationConfigure,
      { ...kind, synchronizationFlags, restriction: undefined },
      { inputIndex: place.folder, outputIndex: place.transfer },
    );
    const state = { stateProperty: 0x40170003, transferBufferSize: 0 };
    await script.run(rops.synchronizationUploadStateStreamBegin, state, transfer);
    await script.run(rops.synchronizationUploadStateStreamContinue, { streamData: new Uint8Array() }, transfer);
    await script.run(rops.synchronizationUploadStateStreamEnd, {}, transfer);
    await script.run(rops.fastTransferSourceGetBuffer, buffer, transfer);
    await script.run(rops.synchronizationGetTransferState, {}, { ...transfer, outputIndex: place.embedded });
    await script.run(rops.fastTransferSourceGetBuffer, buffer, { inputIndex: place.embedded });
  }
}
