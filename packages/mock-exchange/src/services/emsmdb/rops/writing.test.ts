import { isStreamed } from '@cutover/content';
import { pidTag, type PropertyTag } from '@cutover/wire/properties';
import {
  codePageOfLogon,
  errorCode,
  notificationType,
  notify,
  pending,
  propertyRow,
  ropBuffer,
  rops,
  unsetHandle,
} from '@cutover/wire/rop';
import { Reader } from '@cutover/wire';
import { shortId } from '@cutover/wire/ics';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Mailbox } from '../../../store/mailbox.ts';
import { simpleMessage } from '../../../store/testing/simple-message.ts';
import { idBytes, idOf } from '../objects/ids.ts';
import { textOf } from '../objects/message-properties.ts';
import { signInAnew } from '../testing/signed-in.ts';
import { ropRequest, signIn, startStore, type StoreClient, type StoreFixture } from '../testing/store-client.ts';
import { annDN, bobDN } from '../testing/small-organisation.ts';
import type { SyncedFolder } from '../testing/read-sync.ts';
import { syncFolder } from '../testing/sync-client.ts';
import { runWith, smtpRecipient } from '../testing/write-every-rop.ts';

let fixture: StoreFixture;
let client: StoreClient;
let logon: number;
let inbox: number;
let ann: Mailbox;

beforeEach(async () => {
  ({ fixture, client, logon, ann, inbox } = await signInAnew());
});

async function createMessage(folder = inbox, folderId = ann.wellKnown('inbox')): Promise<number> {
  const creation = { codePage: codePageOfLogon, folderId: idOf(folderId), associated: false };
  return (await client.run(rops.createMessage, creation, folder)).handle;
}

async function save(message: number, saveFlags = 2): Promise<number> {
  const { value } = await client.run(rops.saveChangesMessage, { outputIndex: 0, inputIndex: 0, saveFlags }, message);
  return value.messageId.counter;
}

async function openMessage(messageId: number, openModeFlags = 1): Promise<number> {
  const opening = { codePage: codePageOfLogon, folderId: idOf(0), openModeFlags, messageId: idOf(messageId) };
  return (await client.run(rops.openMessage, opening, logon)).handle;
}

const setText = (message: number, tag: PropertyTag, value: string) =>
  client.run(rops.setProperties, { values: [{ tag, value }] }, message);

function valueOf(mailbox: Mailbox, id: number, tag: PropertyTag): unknown {
  const property = mailbox
    .message(id)!
    .content()
    .properties.find((one) => one.tag === tag);
  return property === undefined || isStreamed(property) ? undefined : property.value;
}

const mailOf = (mailbox: Mailbox, folder: 'inbox' | 'sentItems') => mailbox.messages(mailbox.wellKnown(folder));

describe('a message', () => {
  test('has what every message has, saved or not', async () => {
    const tags = [
      pidTag.access,
      pidTag.accessLevel,
      pidTag.hasAttachments,
      pidTag.displayTo,
      pidTag.importance,
      pidTag.creationTime,
      pidTag.searchKey,
      pidTag.lastModifierName,
    ];
    const told = async (handle: number) => {
      const ask = { propertySizeLimit: 0, wantUnicode: 1, tags };
      return propertyRow(tags).decode((await client.run(rops.getPropertiesSpecific, ask, handle)).value.row);
    };
    const message = await createMessage();
    expect((await told(message)).slice(0, 5)).toEqual([0x03, 1, false, '', 1]);
    const id = await save(message);
    const { deliveredAt } = ann.message(id)!;
    const saved = await told(await openMessage(id));
    expect(saved.slice(0, 6)).toEqual([0x3f, 1, false, '', 1, deliveredAt]);
    expect(saved.slice(6)).toEqual([expect.objectContaining({ length: 16 }), ann.displayName]);
  });

  test('tells its subject and its normal form by each other, and that it is only to be read', async () => {
    const tags = [pidTag.subject, pidTag.normalizedSubject, pidTag.accessLevel, pidTag.messageStatus];
    const told = async (handle: number) => {
      const ask = { propertySizeLimit: 0, wantUnicode: 1, tags };
      return propertyRow(tags).decode((await client.run(rops.getPropertiesSpecific, ask, handle)).value.row);
    };
    const message = await createMessage();
    await setText(message, pidTag.normalizedSubject, 'plan');
    expect(await told(message)).toEqual(['plan', 'plan', 1, 0]);
    await setText(message, pidTag.subjectPrefix, 'RE: ');
    const id = await save(message);
    expect(await told(await openMessage(id, 0))).toEqual(['RE: plan', 'plan', 0, 0]);
    const other = await createMessage();
    await setText(other, pidTag.subjectPrefix, 'RE: ');
    await setText(other, pidTag.subject, 'RE: plan');
    expect(await told(other)).toEqual(['RE: plan', 'plan', 1, 0]);
  });

  test('an attachment has the time of its creation, and no message in a code page without a number', async () => {
    const { handle } = await client.run(rops.createAttachment, {}, await createMessage());
    const tags = [pidTag.creationTime, pidTag.lastModificationTime];
    const ask = { propertySizeLimit: 0, wantUnicode: 1, tags };
    const { value } = await client.run(rops.getPropertiesSpecific, ask, handle);
    const times = propertyRow(tags).decode(value.row);
    expect([typeof times[0], times[1]]).toEqual(['bigint', times[0]]);
    const both = { outputIndex: 0, inputIndex: 0, saveFlags: 3 };
    expect(await client.fail(rops.saveChangesAttachment, both, handle)).toBe(errorCode.notSupported);
    const strange = { codePage: 15, openModeFlags: 2 };
    expect(await client.fail(rops.openEmbeddedMessage, strange, handle)).toBe(errorCode.unknownCodePage);
  });

  test('is not there before it is saved, and then is what was set', async () => {
    const message = await createMessage();
    const values = [
      { tag: pidTag.subject, value: 'Grüße' },
      { tag: 0x1000001e, value: 'Gr\u00fc\u00dfe' },
      { tag: pidTag.messageDeliveryTime, value: 127437768000000000n },
    ];
    const { value } = await client.run(rops.setProperties, { values }, message);
    expect(value.problems).toEqual([]);
    expect(ann.counts(ann.wellKnown('inbox')).normal).toBe(0);
    const id = await save(message);
    expect(valueOf(ann, id, pidTag.subject)).toBe('Grüße');
    expect(valueOf(ann, id, pidTag.body)).toBe('Grüße');
    expect(ann.message(id)).toMatchObject({ read: true, deliveredAt: 127437768000000000n });
  });

  test('tells which properties nobody may set, and sets the others', async () => {
    const message = await createMessage();
    const values = [
      { tag: pidTag.messageSize, value: 5 },
      { tag: pidTag.subject, value: 'kept' },
      { tag: 0x9abc001f, value: 'a name that was never given' },
    ];
    const { value } = await client.run(rops.setProperties, { values }, message);
    expect(value.problems).toEqual([
      { index: 0, tag: pidTag.messageSize, errorCode: errorCode.computed },
      { index: 2, tag: 0x9abc001f, errorCode: errorCode.notFound },
    ]);
    expect(valueOf(ann, await save(message), pidTag.subject)).toBe('kept');
  });

  test('gets named properties by the ids of the session', async () => {
    const names = [{ set: '00020329-0000-0000-c000-000000000046', name: 'Keywords' }];
    const { value } = await client.run(rops.getPropertyIdsFromNames, { flags: 2, names }, logon);
    const message = await createMessage();
    const tag = ((value.ids[0]! << 16) | 0x101f) >>> 0;
    await client.run(rops.setProperties, { values: [{ tag, value: ['Blue', 'Red'] }] }, message);
    const id = await save(message);
    const { value: named } = await client.run(rops.queryNamedProperties, { queryFlags: 0, set: undefined }, message);
    expect(named.properties).toEqual([{ id: value.ids[0], name: names[0] }]);
    expect(ann.message(id)!.content().properties).toContainEqual({ tag, name: names[0], value: ['Blue', 'Red'] });
  });

  test('that was changed meanwhile is not saved over, unless that is forced', async () => {
    const { id } = ann.deliver(ann.wellKnown('inbox'), { content: simpleMessage('one') });
    const message = await openMessage(id);
    await setText(message, pidTag.subject, 'mine');
    ann.edit(id, { set: [{ tag: pidTag.subject, value: 'theirs' }] });
    const saving = { outputIndex: 0, inputIndex: 0, saveFlags: 0 };
    expect(await client.fail(rops.saveChangesMessage, saving, message)).toBe(errorCode.objectModified);
    await save(message, 4);
    expect(valueOf(ann, id, pidTag.subject)).toBe('mine');
    ann.deleteMessage(id);
    expect(await client.fail(rops.saveChangesMessage, saving, message)).toBe(errorCode.objectDeleted);
  });

  test('saved to be kept open to be read cannot be changed either, unless other flags are set, too', async () => {
    const message = await createMessage();
    await save(message, 5);
    await setText(message, pidTag.subject, 'still open');
    await save(message, 1);
    const values = [{ tag: pidTag.subject, value: 'too late' }];
    expect(await client.fail(rops.setProperties, { values }, message)).toBe(errorCode.accessDenied);
  });

  test('opened to be read cannot be changed', async () => {
    const { id } = ann.deliver(ann.wellKnown('inbox'), { content: simpleMessage('one') });
    const message = await openMessage(id, 0);
    const values = [{ tag: pidTag.subject, value: 'two' }];
    expect(await client.fail(rops.setProperties, { values }, message)).toBe(errorCode.accessDenied);
    const writing = { tag: pidTag.body, openModeFlags: 2 };
    expect(await client.fail(rops.openStream, writing, message)).toBe(errorCode.accessDenied);
  });

  test('has the recipients that were put, replaced and taken away, and names them', async () => {
    const message = await createMessage();
    const put = (rowId: number, type: number, name: string) =>
      client.run(
        rops.modifyRecipients,
        { columns: [], recipients: [{ rowId, type, row: smtpRecipient(name, `${name}@x.org`) }] },
        message,
      );
    await put(0, 1, 'one');
    await put(5, 2, 'two');
    await put(7, 1, 'three');
    await put(0, 1, 'first');
    const gone = [{ rowId: 7, type: 1, row: new Uint8Array() }];
    await client.run(rops.modifyRecipients, { columns: [], recipients: gone }, message);
    const id = await save(message);
    const names = ann
      .message(id)!
      .content()
      .recipients.map((one) => textOf(one, pidTag.smtpAddress));
    expect(names).toEqual(['first@x.org', 'two@x.org']);
    expect([valueOf(ann, id, pidTag.displayTo), valueOf(ann, id, pidTag.displayCc)]).toEqual(['first', 'two']);
  });

  test('has the attachments that were saved, with what was streamed into them, and a message in a message', async () => {
    const message = await createMessage();
    const { handle: file, value } = await client.run(rops.createAttachment, {}, message);
    expect(value.attachmentId).toBe(0);
    await setText(file, pidTag.attachLongFilename, 'a.bin');
    const opening = { tag: pidTag.attachDataBinary, openModeFlags: 2 };
    const { handle: stream } = await client.run(rops.openStream, opening, file);
    for (let part = 0; part < 4; part++) {
      await client.run(rops.writeStream, { data: Buffer.alloc(30_000, part) }, stream);
    }
    await client.run(rops.commitStream, {}, stream);
    await client.run(rops.saveChangesAttachment, { outputIndex: 0, inputIndex: 0, saveFlags: 2 }, file);

    const { handle: outer } = await client.run(rops.createAttachment, {}, message);
    const embedding = { codePage: codePageOfLogon, openModeFlags: 2 };
    const { handle: inner } = await client.run(rops.openEmbeddedMessage, embedding, outer);
    await setText(inner, pidTag.subject, 'inner');
    await save(inner);
    await client.run(rops.saveChangesAttachment, { outputIndex: 0, inputIndex: 0, saveFlags: 2 }, outer);
    await client.run(rops.createAttachment, {}, message);
    const id = await save(message);

    const { attachments } = ann.message(id)!.content();
    expect(attachments).toHaveLength(2);
    const data = attachments[0]!.properties.find(({ tag }) => tag === pidTag.attachDataBinary)!;
    const bytes = Buffer.concat([0, 1, 2, 3].map((part) => Buffer.alloc(30_000, part)));
    expect('value' in data && Buffer.from(data.value as Uint8Array).equals(bytes)).toBe(true);
    expect(attachments[1]!.embedded!.properties).toContainEqual({ tag: pidTag.subject, value: 'inner' });
    expect(valueOf(ann, id, pidTag.messageFlags)).toBe(0x19);
  });

  test('a stream is written at its cursor, cut, grown and copied; its release commits it', async () => {
    const message = await createMessage();
    const { handle: stream } = await client.run(rops.openStream, { tag: pidTag.html, openModeFlags: 2 }, message);
    await client.run(rops.writeStream, { data: Buffer.from('hello world') }, stream);
    await client.run(rops.seekStream, { origin: 0, offset: 6n }, stream);
    await client.run(rops.writeStreamExtended, { data: Buffer.from('W') }, stream);
    await client.run(rops.setStreamSize, { streamSize: 13n }, stream);
    const { handle: other } = await client.run(rops.openStream, { tag: 0x00710102, openModeFlags: 2 }, message);
    await client.run(rops.seekStream, { origin: 0, offset: 0n }, stream);
    await runWith(client, rops.copyToStream, { byteCount: 5n }, { handle: stream, other });
    expect(await client.fail(rops.seekStream, { origin: 1, offset: -100n }, stream)).toBe(errorCode.streamSeekError);
    expect(await client.fail(rops.seekStream, { origin: 3, offset: 0n }, stream)).toBe(
      errorCode.streamInvalidParameter,
    );
    const far = await client.run(rops.seekStream, { origin: 0, offset: 0x7fffffffn }, stream);
    expect(far.value.newPosition).toBe(0x7fffffffn);
    expect(await client.fail(rops.writeStream, { data: Buffer.from('x') }, stream)).toBe(errorCode.streamSizeError);
    await client.execute([ropRequest(rops.release, {})], [stream]);
    await client.execute([ropRequest(rops.release, {})], [other]);
    const id = await save(message);
    expect(Buffer.from(valueOf(ann, id, pidTag.html) as Uint8Array).toString()).toBe('hello World\0\0');
    expect(Buffer.from(valueOf(ann, id, 0x00710102) as Uint8Array).toString()).toBe('hello');
  });
});

const idsOf = ({ changes }: SyncedFolder): number[] =>
  changes.map(({ header }) => shortId.decode(header.get(pidTag.mid)!).counter);

describe('what a user does shows in the next sync', () => {
  test('new, changed, moved, read and deleted messages, and nothing else', async () => {
    const folder = ann.wellKnown('inbox');
    const [kept, edited, moved, marked, removed] = ['kept', 'edited', 'moved', 'marked', 'removed'].map((subject) =>
      ann.deliver(folder, { content: simpleMessage(subject) }),
    );
    const { state } = await syncFolder(client, inbox);
    const drafts = await client.openFolder(logon, ann.wellKnown('drafts'));
    const draftsBefore = await syncFolder(client, drafts);

    const message = await createMessage();
    await setText(message, pidTag.subject, 'new');
    const made = await save(message);
    const change = await openMessage(edited!.id);
    await setText(change, pidTag.subject, 'edited again');
    await save(change);
    const moving = { messageIds: [idOf(moved!.id)], wantAsynchronous: false, wantCopy: false };
    await runWith(client, rops.moveCopyMessages, moving, { handle: inbox, other: drafts });
    const marking = { wantAsynchronous: false, readFlags: 0, messageIds: [idOf(marked!.id)] };
    await client.run(rops.setReadFlags, marking, inbox);
    const deletion = { wantAsynchronous: false, notifyNonRead: false, messageIds: [idOf(removed!.id)] };
    await client.run(rops.deleteMessages, deletion, inbox);

    const after = await syncFolder(client, inbox, { state });
    expect(new Set(idsOf(after))).toEqual(new Set([edited!.id, made]));
    expect([...after.deleted]).toEqual([moved!.id, removed!.id]);
    expect([...after.read]).toEqual([marked!.id]);
    expect(idsOf(after)).not.toContain(kept!.id);
    const inDrafts = await syncFolder(client, drafts, { state: draftsBefore.state });
    const [arrived] = ann.messages(ann.wellKnown('drafts'));
    expect(idsOf(inDrafts)).toEqual([arrived!.id]);
    const again = await syncFolder(client, inbox, { state: after.state });
    expect([again.changes.length, [...again.deleted].length, [...again.read].length]).toEqual([0, 0, 0]);
  });
});

describe('a folder', () => {
  const made = (name: string, openExisting = false) => ({
    folderType: 1,
    folder: { unicode: true, openExisting, reserved: 0, name, comment: 'why' },
  });

  test('is made once, opened again if asked, renamed, moved, copied and deleted', async () => {
    const { value, handle } = await client.run(rops.createFolder, made('Projects'), inbox);
    expect(value.existing).toBeUndefined();
    expect(await client.fail(rops.createFolder, made('projects'), inbox)).toBe(errorCode.duplicateName);
    const again = await client.run(rops.createFolder, made('projects', true), inbox);
    expect(again.value).toEqual({ folderId: value.folderId });
    await setText(handle, pidTag.displayName, 'Plans');
    await setText(handle, pidTag.containerClass, 'IPF.Task');
    const { counter: id } = value.folderId;
    expect(ann.folder(id)).toMatchObject({ name: 'Plans', containerClass: 'IPF.Task' });
    const drafts = await client.openFolder(logon, ann.wellKnown('drafts'));
    const placed = { unicode: true, folderId: value.folderId, name: 'Old plans' };
    await runWith(
      client,
      rops.moveFolder,
      { wantAsynchronous: false, folder: placed },
      { handle: inbox, other: drafts },
    );
    expect(ann.folder(id)).toMatchObject({ name: 'Old plans', parentId: ann.wellKnown('drafts') });
    const copying = { wantAsynchronous: false, wantRecursive: true, folder: { ...placed, name: 'Copy' } };
    await runWith(client, rops.copyFolder, copying, { handle: drafts, other: inbox });
    expect(ann.children(ann.wellKnown('inbox')).map(({ name }) => name)).toEqual(['Copy']);
    await client.run(rops.deleteFolder, { deleteFolderFlags: 5, folderId: value.folderId }, drafts);
    expect(ann.folder(id)).toBeUndefined();
  });

  test('that holds something is deleted only with it', async () => {
    const { value } = await client.run(rops.createFolder, made('Projects'), inbox);
    ann.deliver(value.folderId.counter, { content: simpleMessage('one') });
    const deletion = { deleteFolderFlags: 0, folderId: value.folderId };
    const strange = { ...deletion, deleteFolderFlags: 0x0a };
    expect(await client.fail(rops.deleteFolder, strange, inbox)).toBe(errorCode.invalidParameter);
    const kept = await client.run(rops.deleteFolder, deletion, inbox);
    expect(kept.value.partialCompletion).toBe(true);
    expect(ann.folder(value.folderId.counter)).toBeDefined();
    await client.run(rops.deleteFolder, { ...deletion, deleteFolderFlags: 1 }, inbox);
    expect(ann.folder(value.folderId.counter)).toBeUndefined();
  });

  test('that every mailbox has is neither moved nor deleted, and none goes below itself', async () => {
    const placed = { unicode: true, folderId: idOf(ann.wellKnown('inbox')), name: '' };
    const root = await client.openFolder(logon, ann.wellKnown('ipmSubtree'));
    const request = { wantAsynchronous: false, folder: placed };
    const drafts = await client.openFolder(logon, ann.wellKnown('drafts'));
    const places = { handle: root, other: drafts };
    expect((await runWith(client, rops.moveFolder, request, places)).returnValue).toBe(errorCode.accessDenied);
    const { value } = await client.run(rops.createFolder, made('Projects'), inbox);
    const own = await client.openFolder(logon, value.folderId.counter);
    const below = { ...request, folder: { ...placed, folderId: value.folderId } };
    const into = { handle: inbox, other: own };
    expect((await runWith(client, rops.moveFolder, below, into)).returnValue).toBe(errorCode.folderCycle);
  });

  test('where there is none to put things into, the answer names its place', async () => {
    const request = { messageIds: [], wantAsynchronous: false, wantCopy: true };
    const answer = await runWith(client, rops.moveCopyMessages, request, { handle: inbox, other: unsetHandle });
    expect(answer).toMatchObject({
      returnValue: errorCode.nullDestination,
      failure: { destinationIndex: 1, partialCompletion: false },
    });
  });
});

describe('sending', () => {
  async function compose(...addresses: string[]): Promise<number> {
    const message = await createMessage(
      await client.openFolder(logon, ann.wellKnown('outbox')),
      ann.wellKnown('outbox'),
    );
    await setText(message, pidTag.subject, 'Lunch');
    const recipients = addresses.map((address, rowId) => ({ rowId, type: 1, row: smtpRecipient(address, address) }));
    await client.run(rops.modifyRecipients, { columns: [], recipients }, message);
    return message;
  }

  /** Says in which folder the message is to be kept. */
  async function keepIn(message: number, folder: 'sentItems'): Promise<void> {
    const value = Buffer.concat([Buffer.of(1), idBytes(ann.wellKnown(folder)), Buffer.alloc(12)]);
    await client.run(rops.setProperties, { values: [{ tag: pidTag.sentMailSvrEID, value }] }, message);
  }

  test('puts the mail into the recipient’s Inbox and where the sender wants it', async () => {
    const message = await compose('bob@contoso.com');
    await keepIn(message, 'sentItems');
    await client.run(rops.submitMessage, { submitFlags: 0 }, message);
    const [received] = mailOf(fixture.bob, 'inbox');
    expect(received).toMatchObject({ read: false });
    expect(valueOf(fixture.bob, received!.id, pidTag.senderEmailAddress)).toBe(annDN);
    expect(valueOf(fixture.bob, received!.id, pidTag.messageFlags)).toBe(0);
    const [kept] = mailOf(ann, 'sentItems');
    expect(valueOf(ann, kept!.id, pidTag.subject)).toBe('Lunch');
    expect(ann.counts(ann.wellKnown('outbox')).normal).toBe(0);
  });

  test('leaves the mail where it was composed, as sent, unless the sender wants it elsewhere or away', async () => {
    await client.run(rops.submitMessage, { submitFlags: 0 }, await compose('bob@contoso.com'));
    const [kept, ...others] = ann.messages(ann.wellKnown('outbox'));
    expect(others).toEqual([]);
    const read = 0x01;
    expect(valueOf(ann, kept!.id, pidTag.messageFlags)).toBe(read);
    const away = await compose('bob@contoso.com');
    await client.run(rops.setProperties, { values: [{ tag: pidTag.deleteAfterSubmit, value: true }] }, away);
    await client.run(rops.submitMessage, { submitFlags: 0 }, away);
    expect(ann.messages(ann.wellKnown('outbox'))).toEqual([kept]);
    expect(mailOf(fixture.bob, 'inbox')).toHaveLength(2);
  });

  test('cannot be taken back: the mail has left the queue at once', async () => {
    const message = await compose('bob@contoso.com');
    await client.run(rops.submitMessage, { submitFlags: 0 }, message);
    const [kept] = ann.messages(ann.wellKnown('outbox'));
    const request = { folderId: idOf(kept!.folderId), messageId: idOf(kept!.id) };
    expect(await client.fail(rops.abortSubmit, request, logon)).toBe(errorCode.notInQueue);
  });

  test('tells the sender whom it did not reach', async () => {
    const message = await compose('nobody@contoso.com', 'bob@contoso.com');
    await client.run(rops.transportSend, {}, message);
    const [report] = mailOf(ann, 'inbox');
    expect(valueOf(ann, report!.id, pidTag.messageClass)).toBe('REPORT.IPM.Note.NDR');
    expect(valueOf(ann, report!.id, pidTag.body)).toContain('nobody@contoso.com');
    expect(mailOf(fixture.bob, 'inbox')).toHaveLength(1);
  });

  test('needs recipients, and a mailbox of one’s own', async () => {
    expect(await client.fail(rops.submitMessage, { submitFlags: 0 }, await compose())).toBe(errorCode.noRecipients);
    ({ client, logon } = await signIn(fixture, { userName: 'helper' }));
    expect(await client.fail(rops.submitMessage, { submitFlags: 0 }, await compose('bob@contoso.com'))).toBe(
      errorCode.accessDenied,
    );
  });

  test('a message that is larger than the mailbox says may be is not sent', async () => {
    const message = await compose('bob@contoso.com');
    const row = { propertySizeLimit: 0, wantUnicode: 1, tags: [pidTag.maximumSubmitMessageSize] };
    const { value } = await client.run(rops.getPropertiesSpecific, row, logon);
    const [kilobytes] = propertyRow(row.tags).decode(value.row) as [number];
    const { handle: stream } = await client.run(rops.openStream, { tag: pidTag.body, openModeFlags: 2 }, message);
    await client.run(rops.setStreamSize, { streamSize: BigInt(kilobytes * 1024) }, stream);
    await client.run(rops.commitStream, {}, stream);
    expect(await client.fail(rops.submitMessage, { submitFlags: 0 }, message)).toBe(errorCode.maxSubmissionExceeded);
    expect(mailOf(fixture.bob, 'inbox')).toEqual([]);
  });
});

describe('notifications', () => {
  const notifyId = 0x2a;
  /** The session that was said to have more waiting. */
  let more: number | undefined;
  beforeEach(() => {
    more = undefined;
  });

  /** What is told behind the answer to a call that asks nothing of the mailbox. */
  async function told() {
    const asked = await client.execute([ropRequest(rops.getStoreState, {})], [logon]);
    const reader = new Reader(ropBuffer.decode(asked.payloads[0]!).rops);
    reader.bytes(10);
    const notifications = [];
    while (reader.peek() === notifyId) notifications.push(notify.read(reader));
    if (reader.remaining > 0) more = pending.read(reader).sessionIndex;
    expect(reader.remaining).toBe(0);
    return notifications;
  }

  const register = (types: number, object?: { folderId: object; messageId: object }) =>
    client.run(rops.registerNotification, { subscription: { types, object: object as never } }, logon);

  test('tell of changes that somebody else makes, each to whom it concerns', async () => {
    const { newMail, created, moved } = notificationType;
    const { handle } = await register(newMail | moved);
    const drafts = ann.wellKnown('drafts');
    const { handle: inDrafts } = await register(created, { folderId: idOf(drafts), messageId: idOf(0) });
    const inboxId = ann.wellKnown('inbox');
    const mail = ann.deliver(inboxId, { content: simpleMessage('mail'), isNewMail: true });
    ann.deliver(drafts, { content: simpleMessage('draft') });
    const after = ann.moveMessage(mail.id, drafts);
    expect(await told()).toMatchObject([
      {
        handle,
        notification: {
          type: newMail,
          object: { folderId: idOf(inboxId), messageId: idOf(mail.id) },
          messageClass: 'IPM.Note',
        },
      },
      { handle: inDrafts, notification: { type: created } },
      {
        handle,
        notification: {
          type: moved,
          object: { messageId: idOf(after.id) },
          old: { folderId: idOf(inboxId), messageId: idOf(mail.id) },
        },
      },
    ]);
    expect(await told()).toEqual([]);
  });

  test('end with their release', async () => {
    const { handle } = await register(notificationType.created);
    await client.execute([ropRequest(rops.release, {})], [handle]);
    ann.deliver(ann.wellKnown('inbox'), { content: simpleMessage('mail') });
    expect(await told()).toEqual([]);
  });

  test('that have no room wait for the next answer, as the client is told', async () => {
    const { sessionIndex } = await client.connect();
    ({ handle: logon } = await client.logon());
    await register(notificationType.moved);
    const [from, to] = [ann.wellKnown('inbox'), ann.wellKnown('drafts')];
    let { id } = ann.deliver(from, { content: simpleMessage('mail') });
    for (let count = 0; count < 1000; count++) ({ id } = ann.moveMessage(id, count % 2 === 0 ? to : from));
    const first = await told();
    expect(first.length).toBeLessThan(1000);
    expect([more, sessionIndex]).toEqual([2, 2]);
    more = undefined;
    expect((await told()).length).toBe(1000 - first.length);
    expect(more).toBeUndefined();
  });
});

describe('tables', () => {
  async function openTable(subjects: readonly string[]): Promise<number> {
    for (const subject of subjects) ann.deliver(ann.wellKnown('inbox'), { content: simpleMessage(subject) });
    const { handle } = await client.run(rops.getContentsTable, { tableFlags: 0 }, inbox);
    await client.run(rops.setColumns, { setColumnsFlags: 0, tags: [pidTag.subject] }, handle);
    return handle;
  }
  const isSubject = (value: string) =>
    ({ kind: 'property', relation: 4, tag: pidTag.subject, value: { tag: pidTag.subject, value } }) as const;
  const nothing = new Uint8Array();

  test('are searched forwards and backwards, and from a bookmark on', async () => {
    const table = await openTable(['a', 'b', 'a', 'c']);
    const search = { findRowFlags: 0, restriction: isSubject('a'), origin: 0, bookmark: nothing };
    const positionAfter = async (request: object): Promise<number> => {
      await client.run(rops.findRow, { ...search, ...request }, table);
      return (await client.run(rops.queryPosition, {}, table)).value.numerator;
    };
    expect(await positionAfter({})).toBe(0);
    expect(await positionAfter({ findRowFlags: 1, origin: 2 })).toBe(2);
    const { value } = await client.run(rops.createBookmark, {}, table);
    expect(await positionAfter({ origin: 0 })).toBe(0);
    expect(await positionAfter({ origin: 3, ...value })).toBe(2);
    const missing = { ...search, restriction: isSubject('z') };
    expect(await client.fail(rops.findRow, missing, table)).toBe(errorCode.notFound);
    await client.run(rops.freeBookmark, value, table);
    const freed = { ...value, rowCount: 0, wantRowMovedCount: true };
    expect(await client.fail(rops.seekRowBookmark, freed, table)).toBe(errorCode.invalidBookmark);
  });

  test('a bookmark whose row is no longer shown leads to the row in its place', async () => {
    const table = await openTable(['a', 'b', 'c']);
    await client.run(rops.seekRow, { origin: 0, rowCount: 1, wantRowMovedCount: true }, table);
    const { value } = await client.run(rops.createBookmark, {}, table);
    const restriction = { kind: 'not', restriction: isSubject('b') } as const;
    await client.run(rops.restrict, { restrictFlags: 0, restriction }, table);
    const sought = await client.run(rops.seekRowBookmark, { ...value, rowCount: 1, wantRowMovedCount: true }, table);
    expect(sought.value).toEqual({ rowNoLongerVisible: true, hasSoughtLess: false, rowsSought: 1 });
  });

  test('are gone through by fractions, and begun anew by a reset', async () => {
    const table = await openTable(['a', 'b', 'c', 'd']);
    await client.run(rops.seekRowFractional, { numerator: 3, denominator: 4 }, table);
    expect((await client.run(rops.queryPosition, {}, table)).value).toEqual({ numerator: 3, denominator: 4 });
    const whole = { numerator: 1, denominator: 0 };
    expect(await client.fail(rops.seekRowFractional, whole, table)).toBe(errorCode.invalidParameter);
    await client.run(rops.resetTable, {}, table);
    expect((await client.run(rops.queryPosition, {}, table)).value.numerator).toBe(0);
  });

  test('tell every column that a row has', async () => {
    const table = await openTable(['a']);
    const { value } = await client.run(rops.queryColumnsAll, {}, table);
    expect(value.tags).toEqual(expect.arrayContaining([pidTag.subject, pidTag.mid, pidTag.messageSize]));
  });
});

test('copies of a message carry what is its own, with recipients and attachments if asked', async () => {
  const source = await createMessage();
  await setText(source, pidTag.subject, 'one');
  await setText(source, pidTag.body, 'text');
  const recipients = [{ rowId: 0, type: 1, row: smtpRecipient('Bob', 'bob@x.org') }];
  await client.run(rops.modifyRecipients, { columns: [], recipients }, source);
  await save(source);
  const other = await createMessage();
  const copying = { wantAsynchronous: false, wantSubObjects: true, copyFlags: 0, tags: [pidTag.body] };
  await runWith(client, rops.copyTo, copying, { handle: source, other });
  const id = await save(other);
  expect([valueOf(ann, id, pidTag.subject), valueOf(ann, id, pidTag.body)]).toEqual(['one', undefined]);
  expect(ann.message(id)!.content().recipients).toHaveLength(1);
  await runWith(client, rops.copyProperties, copying, { handle: source, other });
  await save(other);
  expect(valueOf(ann, id, pidTag.body)).toBe('text');
});

test('flags of copies that are not known are refused by Exchange 2010 and after it', async () => {
  const refusals = [];
  for (const version of [
    [8, 3, 83, 6],
    [14, 3, 123, 3],
  ] as const) {
    fixture = startStore({ version });
    ({ client, logon } = await signIn(fixture));
    ({ ann } = fixture);
    const drafts = await client.openFolder(logon, ann.wellKnown('drafts'));
    const [handle, other] = [await createMessage(drafts), await createMessage(drafts)];
    const strange = { wantAsynchronous: false, wantSubObjects: false, copyFlags: 0x0c, tags: [] };
    refusals.push((await runWith(client, rops.copyTo, strange, { handle, other })).returnValue);
  }
  expect(refusals).toEqual([errorCode.success, errorCode.invalidParameter]);
});

test('nothing is copied to an object of another kind, into what it holds or over what has its name', async () => {
  const message = await createMessage();
  const { handle: file } = await client.run(rops.createAttachment, {}, message);
  const { handle: inner } = await client.run(rops.openEmbeddedMessage, { codePage: 0xfff, openModeFlags: 2 }, file);
  const parent = await client.openFolder(logon, ann.wellKnown('inbox'));
  const child = ann.createFolder(ann.wellKnown('inbox'), { name: 'below' });
  const below = await client.openFolder(logon, child.id);
  const copying = { wantAsynchronous: false, wantSubObjects: true, copyFlags: 0, tags: [] };
  const codeOf = async (handle: number, other: number): Promise<number> =>
    (await runWith(client, rops.copyTo, copying, { handle, other })).returnValue;
  expect(await codeOf(message, parent)).toBe(errorCode.notSupported);
  expect(await codeOf(message, inner)).toBe(errorCode.messageCycle);
  expect(await codeOf(parent, below)).toBe(errorCode.folderCycle);
  const drafts = ann.wellKnown('drafts');
  ann.createFolder(drafts, { name: 'Below' });
  expect(await codeOf(parent, await client.openFolder(logon, drafts))).toBe(errorCode.duplicateName);
  const moving = { ...copying, copyFlags: 1, tags: [pidTag.comment] };
  const moved = await runWith(client, rops.copyProperties, moving, { handle: parent, other: below });
  expect(moved.returnValue).toBe(errorCode.notSupported);
  const asText = { tag: pidTag.displayName, openModeFlags: 0 };
  expect(await client.fail(rops.openStream, asText, parent)).toBe(errorCode.notSupported);
});

test('copies of a folder carry what lies in it, if asked, and leave nothing behind if it is to be moved', async () => {
  const [from, to] = ['from', 'to'].map((name) => ann.createFolder(ann.wellKnown('inbox'), { name }).id);
  ann.createFolder(from!, { name: 'below' });
  ann.deliver(from!, { content: simpleMessage('within') });
  const other = await client.openFolder(logon, to!);
  const handle = await client.openFolder(logon, from!);
  const copying = { wantAsynchronous: false, wantSubObjects: true, copyFlags: 0, tags: [pidTag.displayName] };
  const contentsOut = { ...copying, tags: [pidTag.displayName, pidTag.containerContents, pidTag.containerHierarchy] };
  await runWith(client, rops.copyTo, contentsOut, { handle, other });
  expect([ann.children(to!), ann.messages(to!)]).toEqual([[], []]);
  await runWith(client, rops.copyTo, copying, { handle, other });
  expect(ann.children(to!).map(({ name }) => name)).toEqual(['below']);
  expect(ann.messages(to!).map(({ id }) => valueOf(ann, id, pidTag.subject))).toEqual(['within']);
  const third = await client.openFolder(logon, ann.createFolder(ann.wellKnown('inbox'), { name: 'third' }).id);
  await runWith(client, rops.copyTo, { ...copying, copyFlags: 1 }, { handle: other, other: third });
  expect([ann.children(to!), ann.messages(to!)]).toEqual([[], []]);
});

test('messages go to another mailbox as their content', async () => {
  fixture = startStore();
  const admin = await signIn(fixture, { userName: 'admin', mailbox: annDN });
  const { handle: bobsLogon } = await admin.client.run(
    rops.logon,
    { outputIndex: 1, logonId: 1, logonFlags: 1, openFlags: 1, storeState: 0, essdn: bobDN } as never,
    unsetHandle,
  );
  const { id } = fixture.ann.deliver(fixture.ann.wellKnown('inbox'), { content: simpleMessage('over') });
  const from = await admin.client.openFolder(admin.logon, fixture.ann.wellKnown('inbox'));
  const to = await admin.client.openFolder(bobsLogon, fixture.bob.wellKnown('inbox'));
  const moving = { messageIds: [idOf(id)], wantAsynchronous: false, wantCopy: false };
  await runWith(admin.client, rops.moveCopyMessages, moving, { handle: from, other: to });
  expect(fixture.ann.message(id)).toBeUndefined();
  const [arrived] = mailOf(fixture.bob, 'inbox');
  expect(valueOf(fixture.bob, arrived!.id, pidTag.subject)).toBe('over');
});

test('mail goes where its class is received', async () => {
  const { value } = await client.run(rops.getReceiveFolder, { messageClass: 'IPM.Note.Custom' }, logon);
  expect(value).toEqual({ folderId: idOf(ann.wellKnown('inbox')), explicitMessageClass: 'IPM' });
  const other = await client.run(rops.getReceiveFolder, { messageClass: 'IPMX' }, logon);
  expect(other.value.explicitMessageClass).toBe('');
});
