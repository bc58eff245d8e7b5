import { pidLid, pidTag } from '@cutover/wire/properties';
import { asFits, codePageOfLogon, relation, rops, unsetHandle } from '@cutover/wire/rop';
import { simpleMessage } from '../../../store/testing/simple-message.ts';
import { richMessage } from './rich-message.ts';
import { ropRequest, signIn, type StoreClient, type StoreFixture } from './store-client.ts';
import { configureSync, syncFolder, transferState } from './sync-client.ts';
import { writeByEveryRop } from './write-every-rop.ts';

const unicode = 9;

/** Runs every ROP of the table at least once, well-formed; the client's record then holds a payload of each. */
export async function runEveryRop(fixture: StoreFixture): Promise<StoreClient> {
  const { client, logon } = await signIn(fixture);
  const inbox = fixture.ann.wellKnown('inbox');
  const message = fixture.ann.deliver(inbox, { content: richMessage('fuzz', { streamed: 3000 }) });
  for (let index = 0; index < 5; index++) fixture.ann.deliver(inbox, { content: simpleMessage(`${index}`) });
  const folder = await client.openFolder(logon, inbox);
  await client.execute(
    [ropRequest(rops.logon, { outputIndex: 0, logonFlags: 1, openFlags: 0, storeState: 0, essdn: '' } as never)],
    [unsetHandle],
  );
  await runTables(client, folder);
  await runMessage(client, { logon, folderId: inbox, messageId: message.id });
  await runNames(client, logon);
  await runSources(client, folder, message.id);
  await runSync(client, folder);
  await writeByEveryRop(client, { logon, folder, folderId: inbox, messageId: message.id });
  await client.execute([ropRequest(rops.release, {})], [folder]);
  return client;
}

async function runTables(client: StoreClient, folder: number): Promise<void> {
  await client.run(rops.getHierarchyTable, { tableFlags: 4 }, folder);
  const { handle: table } = await client.run(rops.getContentsTable, { tableFlags: 0 }, folder);
  await client.run(rops.setColumns, { setColumnsFlags: 0, tags: [pidTag.subject, pidTag.mid] }, table);
  const orders = [{ tag: pidTag.subject, order: 1 }];
  await client.run(rops.sortTable, { sortTableFlags: 0, sort: { categories: 0, expanded: 0, orders } }, table);
  const value = { tag: pidTag.subject, value: '2' };
  const restriction = { kind: 'property', relation: relation.notEqual, tag: pidTag.subject, value } as const;
  await client.run(
    rops.restrict,
    { restrictFlags: 0, restriction: { kind: 'and', restrictions: [restriction] } },
    table,
  );
  await client.run(rops.seekRow, { origin: 0, rowCount: 1, wantRowMovedCount: true }, table);
  await client.run(rops.queryRows, { queryRowsFlags: 0, forwardRead: true, rowCount: 10 }, table);
}

async function runMessage(
  client: StoreClient,
  ids: { logon: number; folderId: number; messageId: number },
): Promise<void> {
  const open = {
    codePage: codePageOfLogon,
    folderId: { replicaId: 1, counter: ids.folderId },
    openModeFlags: 0,
    messageId: { replicaId: 1, counter: ids.messageId },
  };
  const { handle: message } = await client.run(rops.openMessage, open, ids.logon);
  const size = { propertySizeLimit: 100, wantUnicode: 1 };
  await client.run(rops.getPropertiesSpecific, { ...size, tags: [pidTag.subject, pidTag.body] }, message);
  await client.run(rops.getPropertiesAll, size, message);
  await client.run(rops.getPropertiesList, {}, message);
  await client.run(rops.readRecipients, { rowId: 0, reserved: 0 }, message);
  await client.run(rops.getAttachmentTable, { tableFlags: 0 }, message);
  const { handle: attachment } = await client.run(
    rops.openAttachment,
    { openAttachmentFlags: 0, attachmentId: 2 },
    message,
  );
  await client.run(rops.openEmbeddedMessage, { codePage: codePageOfLogon, openModeFlags: 0 }, attachment);
  const { handle: stream } = await client.run(rops.openStream, { tag: pidTag.body, openModeFlags: 0 }, message);
  await client.run(rops.readStream, { byteCount: { size: 100 } }, stream);
  await client.run(rops.getStreamSize, {}, stream);
  const copy = { level: 0, copyFlags: 0, sendOptions: unicode, tags: [pidTag.body] };
  await client.run(rops.fastTransferSourceCopyTo, copy, message);
  await client.run(rops.fastTransferSourceCopyProperties, copy, message);
}

async function runNames(client: StoreClient, logon: number): Promise<void> {
  const { value } = await client.run(rops.getPropertyIdsFromNames, { flags: 2, names: [pidLid.private.name] }, logon);
  await client.run(rops.getNamesFromPropertyIds, { ids: value.ids }, logon);
  const { value: long } = await client.run(rops.longTermIdFromId, { id: { replicaId: 1, counter: 5 } }, logon);
  await client.run(rops.idFromLongTermId, long, logon);
  await client.run(rops.getLocalReplicaIds, { count: 5 }, logon);
}

async function runSources(client: StoreClient, folder: number, messageId: number): Promise<void> {
  const messageIds = [{ replicaId: 1, counter: messageId }];
  const copy = { copyFlags: 0x10, sendOptions: unicode };
  const { handle } = await client.run(rops.fastTransferSourceCopyMessages, { ...copy, messageIds }, folder);
  await client.run(rops.fastTransferSourceGetBuffer, { bufferSize: { size: asFits, maximum: 300 } }, handle);
  await client.run(rops.fastTransferSourceCopyFolder, copy, folder);
}

async function runSync(client: StoreClient, folder: number): Promise<void> {
  const { state } = await syncFolder(client, folder);
  await transferState(client, await configureSync(client, folder, { state }));
}
