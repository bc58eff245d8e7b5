import { addressBookEntryId } from '@cutover/content';
import { pidTag, type PropertyTag, type PropertyValue } from '@cutover/wire/properties';
import { errorCode, restriction, rops, rowChange, type Restriction } from '@cutover/wire/rop';
import { beforeEach, describe, expect, test } from 'vitest';
import { deliverMail } from '../../../delivery/deliver-mail.ts';
import type { Mailbox } from '../../../store/mailbox.ts';
import { simpleMessage } from '../../../store/testing/simple-message.ts';
import { idBytes, idOf } from '../objects/ids.ts';
import { annDN, bobDN, smallOrganisation } from '../testing/small-organisation.ts';
import { readRows, signInAnew } from '../testing/signed-in.ts';
import { signIn, type StoreClient, type StoreFixture } from '../testing/store-client.ts';
import { runWith } from '../testing/write-every-rop.ts';

let fixture: StoreFixture;
let client: StoreClient;
let logon: number;
let ann: Mailbox;
let inbox: number;

beforeEach(async () => {
  ({ fixture, client, logon, ann, inbox } = await signInAnew());
});

type Values = readonly { tag: PropertyTag; value: PropertyValue }[];

describe('permissions', () => {
  const columns = [pidTag.memberId, pidTag.memberName, pidTag.memberRights];
  const table = async () =>
    readRows(client, (await client.run(rops.getPermissionsTable, { tableFlags: 0 }, inbox)).handle, columns);
  const change = (flags: number, values: Values, modifyFlags = 0) =>
    client.run(rops.modifyPermissions, { modifyFlags, changes: [{ flags, values: [...values] }] }, inbox);
  const refusal = (flags: number, values: Values, modifyFlags = 0) =>
    client.fail(rops.modifyPermissions, { modifyFlags, changes: [{ flags, values: [...values] }] }, inbox);
  const bob = { tag: pidTag.entryId, value: addressBookEntryId(bobDN) };
  const rights = (value: number) => ({ tag: pidTag.memberRights, value });
  const memberId = (value: bigint) => ({ tag: pidTag.memberId, value });

  test('of a folder that nobody has changed: everybody and anonymous, without rights', async () => {
    expect(await table()).toEqual([
      [0n, '', 0],
      [-1n, 'Anonymous', 0],
    ]);
  });

  test('rows are added, changed and removed', async () => {
    await change(rowChange.add, [bob, rights(0x401)]);
    const [, , added] = await table();
    expect(added).toEqual([1n, expect.any(String), 0x401]);
    await change(rowChange.modify, [memberId(1n), rights(0x41b)]);
    await change(rowChange.modify, [memberId(0n), rights(0x400)]);
    expect((await table()).map((row) => row[2])).toEqual([0x400, 0, 0x41b]);
    await change(rowChange.remove, [memberId(1n)]);
    expect(await table()).toHaveLength(2);
  });

  test('all rows are replaced but those of everybody and anonymous', async () => {
    await change(rowChange.add, [bob, rights(0x401)]);
    await change(rowChange.add, [{ tag: pidTag.entryId, value: addressBookEntryId(annDN) }, rights(1)], 1);
    expect((await table()).map(([id, , right]) => [id, right])).toEqual([
      [0n, 0],
      [-1n, 0],
      [1n, 1],
    ]);
  });

  test('what is not known is refused, and nothing is changed', async () => {
    const stranger = { tag: pidTag.entryId, value: addressBookEntryId('/o=Nobody') };
    expect(await refusal(rowChange.add, [stranger, rights(1)])).toBe(errorCode.invalidParameter);
    expect(await refusal(rowChange.add, [bob, rights(0x8000)])).toBe(errorCode.invalidParameter);
    expect(await refusal(rowChange.modify, [memberId(77n), rights(1)])).toBe(errorCode.notFound);
    expect(await refusal(rowChange.remove, [memberId(0n)])).toBe(errorCode.invalidParameter);
    expect(await refusal(rowChange.modify, [memberId(0n), rights(1)], 1)).toBe(errorCode.invalidParameter);
    expect(await table()).toHaveLength(2);
  });
});

describe('who is let into a folder', () => {
  const visible = 0x400;
  const readAny = 0x01;
  const create = 0x02;

  const grant = (folder: number, rights: number) =>
    ann.editFolder(folder, {
      permissions: [
        { memberId: 0n, entryId: new Uint8Array(), name: '', rights: 0 },
        { memberId: 1n, entryId: addressBookEntryId(bobDN), name: 'Bob', rights },
      ],
    });
  const asBob = async () => {
    const { client: bob } = await signIn(fixture, { userName: 'bob', mailbox: bobDN });
    return { bob, logon: async () => (await bob.logon(annDN)).handle };
  };

  test('nobody logs on to a mailbox of which no folder lets him in', async () => {
    const { logon: logOn } = await asBob();
    await expect(logOn()).rejects.toThrow('0x80070005');
  });

  test('he reads what he may read, and nothing else', async () => {
    const calendar = ann.wellKnown('calendar');
    const { id } = ann.deliver(calendar, { content: simpleMessage('meeting') });
    const mail = ann.deliver(ann.wellKnown('inbox'), { content: simpleMessage('secret') });
    grant(calendar, visible | readAny);
    const { bob, logon: logOn } = await asBob();
    const there = await logOn();
    const folder = await bob.openFolder(there, calendar);
    expect((await bob.run(rops.getContentsTable, { tableFlags: 0 }, folder)).value.rowCount).toBe(1);
    const opening = { codePage: 0xfff, openModeFlags: 0 };
    await bob.run(rops.openMessage, { ...opening, folderId: idOf(calendar), messageId: idOf(id) }, there);
    const asMayBe = { ...opening, openModeFlags: 3, folderId: idOf(calendar), messageId: idOf(id) };
    const { handle: readOnly } = await bob.run(rops.openMessage, asMayBe, there);
    const values = [{ tag: pidTag.subject, value: 'changed' }];
    expect(await bob.fail(rops.setProperties, { values }, readOnly)).toBe(errorCode.accessDenied);
    const secret = { ...opening, folderId: idOf(calendar), messageId: idOf(mail.id) };
    expect(await bob.fail(rops.openMessage, secret, there)).toBe(errorCode.accessDenied);
    const inboxOf = { folderId: idOf(ann.wellKnown('inbox')), openModeFlags: 0 };
    expect(await bob.fail(rops.openFolder, inboxOf, there)).toBe(errorCode.accessDenied);
    const deletion = { wantAsynchronous: false, notifyNonRead: false, messageIds: [idOf(id)] };
    const undeleted = { returnValue: errorCode.accessDenied, failure: { partialCompletion: true } };
    expect(await runWith(bob, rops.deleteMessages, deletion, { handle: folder, other: folder })).toMatchObject(
      undeleted,
    );
    const creation = { codePage: 0xfff, folderId: idOf(calendar), associated: false };
    expect(await bob.fail(rops.createMessage, creation, folder)).toBe(errorCode.accessDenied);
    const { handle: permissions } = await bob.run(rops.getPermissionsTable, { tableFlags: 0 }, folder);
    expect(await readRows(bob, permissions, [pidTag.memberRights])).toEqual([[0], [visible | readAny]]);
    const change = { modifyFlags: 0, changes: [] };
    expect(await bob.fail(rops.modifyPermissions, change, folder)).toBe(errorCode.accessDenied);
    expect(await bob.fail(rops.setReceiveFolder, { ...inboxOf, messageClass: 'X' }, there)).toBe(
      errorCode.accessDenied,
    );
  });

  test('who may create puts messages there, but changes none', async () => {
    const calendar = ann.wellKnown('calendar');
    const { id } = ann.deliver(calendar, { content: simpleMessage('meeting') });
    grant(calendar, visible | readAny | create);
    const { bob, logon: logOn } = await asBob();
    const there = await logOn();
    const folder = await bob.openFolder(there, calendar);
    const creation = { codePage: 0xfff, folderId: idOf(calendar), associated: false };
    const { handle: made } = await bob.run(rops.createMessage, creation, folder);
    await bob.run(rops.saveChangesMessage, { outputIndex: 0, inputIndex: 0, saveFlags: 2 }, made);
    expect(ann.counts(calendar).normal).toBe(2);
    const opening = { codePage: 0xfff, openModeFlags: 1, folderId: idOf(calendar), messageId: idOf(id) };
    const { handle: opened } = await bob.run(rops.openMessage, opening, there);
    const save = { outputIndex: 0, inputIndex: 0, saveFlags: 2 };
    expect(await bob.fail(rops.saveChangesMessage, save, opened)).toBe(errorCode.accessDenied);
  });
});

describe('rules', () => {
  const columns = [pidTag.ruleId, pidTag.ruleName, pidTag.ruleState, pidTag.ruleCondition];
  const table = async () =>
    readRows(client, (await client.run(rops.getRulesTable, { tableFlags: 0x40 }, inbox)).handle, columns);
  const subjectHas = (text: string): Uint8Array => {
    const value = { tag: pidTag.subject, value: text };
    const condition: Restriction = { kind: 'content', fuzzyLow: 1, fuzzyHigh: 1, tag: pidTag.subject, value };
    return restriction.encode(condition);
  };
  const action = (type: number, data: Uint8Array = new Uint8Array()): Uint8Array => {
    const head = Buffer.alloc(11);
    head.writeUInt16LE(9 + data.length);
    head[2] = type;
    return Buffer.concat([head, data]);
  };
  const actions = (...blocks: Uint8Array[]): Uint8Array => Buffer.concat([Uint8Array.of(blocks.length, 0), ...blocks]);
  const moveTo = (folder: number): Uint8Array => {
    const entryId = Buffer.concat([Uint8Array.of(1), idBytes(folder), Buffer.alloc(12)]);
    return action(1, Buffer.concat([Uint8Array.of(1, 1, 0, 0, entryId.length, 0), entryId]));
  };
  const rule = (condition: Uint8Array, what: Uint8Array, { sequence = 10, state = 1 } = {}): Values => [
    { tag: pidTag.ruleName, value: 'a rule' },
    { tag: pidTag.ruleSequence, value: sequence },
    { tag: pidTag.ruleState, value: state },
    { tag: pidTag.ruleProvider, value: 'RuleOrganizer' },
    { tag: pidTag.ruleCondition, value: condition },
    { tag: pidTag.ruleActions, value: what },
  ];
  const change = (flags: number, values: Values, modifyFlags = 0) =>
    client.run(rops.modifyRules, { modifyFlags, changes: [{ flags, values: [...values] }] }, inbox);
  const arrive = (subject: string) =>
    deliverMail(
      { organisation: smallOrganisation, store: { mailbox: () => ann } as never },
      { content: simpleMessage(subject), recipients: [annDN] },
    );

  test('are kept with an id, changed and removed by it', async () => {
    await change(rowChange.add, rule(subjectHas('plan'), actions(action(0x0b))));
    const [[ruleId, name, state, condition]] = (await table()) as [[bigint, string, number, Uint8Array]];
    expect([name, state, condition]).toEqual(['a rule', 1, subjectHas('plan')]);
    const id = { tag: pidTag.ruleId, value: ruleId };
    await change(rowChange.modify, [id, { tag: pidTag.ruleName, value: 'renamed' }]);
    expect((await table())[0]!.slice(0, 2)).toEqual([ruleId, 'renamed']);
    await change(rowChange.remove, [id]);
    expect(await table()).toEqual([]);
    const gone = { modifyFlags: 0, changes: [{ flags: rowChange.remove, values: [id] }] };
    expect(await client.fail(rops.modifyRules, gone, inbox)).toBe(errorCode.notFound);
  });

  test('do with mail that comes what they say, in their order', async () => {
    const plans = ann.createFolder(ann.wellKnown('inbox'), { name: 'Plans' });
    await change(rowChange.add, rule(subjectHas('plan'), actions(moveTo(plans.id)), { sequence: 20 }));
    await change(rowChange.add, rule(subjectHas('plan b'), actions(action(0x0b)), { sequence: 5 }));
    await change(rowChange.add, rule(subjectHas('spam'), actions(action(0x0a)), { sequence: 1, state: 0x11 }));
    await change(rowChange.add, rule(subjectHas('quiet'), actions(action(0x0a)), { state: 0 }));
    const stateless = rule(subjectHas('stateless'), actions(action(0x0a))).filter(
      ({ tag }) => tag !== pidTag.ruleState,
    );
    await change(rowChange.add, stateless);
    for (const subject of ['plan a', 'plan b', 'spam plan', 'quiet', 'stateless', 'other']) arrive(subject);
    expect(ann.messages(plans.id).map(({ read }) => read)).toEqual([false, true]);
    expect(ann.counts(ann.wellKnown('inbox')).normal).toBe(3);
  });

  test('an action that sends mail, or is left to the client, is refused', async () => {
    for (const type of [3, 4, 5, 6, 7, 8]) {
      const changes = [{ flags: rowChange.add, values: [...rule(subjectHas('x'), actions(action(type)))] }];
      expect(await client.fail(rops.modifyRules, { modifyFlags: 0, changes }, inbox)).toBe(errorCode.notSupported);
    }
    expect(await table()).toEqual([]);
  });
});

test('a class of messages goes to the folder that receives it', async () => {
  const faxes = ann.createFolder(ann.wellKnown('inbox'), { name: 'Faxes' });
  const request = { folderId: { replicaId: 1, counter: faxes.id }, messageClass: 'IPM.Note.Fax' };
  await client.run(rops.setReceiveFolder, request, logon);
  const { value } = await client.run(rops.getReceiveFolder, { messageClass: 'ipm.note.fax.color' }, logon);
  expect(value).toEqual({ folderId: request.folderId, explicitMessageClass: 'IPM.Note.Fax' });
  expect((await client.run(rops.getReceiveFolderTable, {}, logon)).value.rows).toHaveLength(5);
  const content = simpleMessage('fax');
  const properties = [...content.properties, { tag: pidTag.messageClass, value: 'IPM.Note.Fax' }];
  const host = { organisation: smallOrganisation, store: { mailbox: () => ann } as never };
  deliverMail(host, {
    content: { ...content, properties: properties.filter(({ tag }, at) => tag !== pidTag.messageClass || at > 0) },
    recipients: [annDN],
  });
  await client.run(rops.setReceiveFolder, { ...request, folderId: { replicaId: 0, counter: 0 } }, logon);
  expect((await client.run(rops.getReceiveFolderTable, {}, logon)).value.rows).toHaveLength(4);
  const fixed = { ...request, messageClass: 'IPM' };
  expect(await client.fail(rops.setReceiveFolder, fixed, logon)).toBe(errorCode.accessDenied);
});

test.each(['.IPM', 'IPM.', 'IPM..Note', 'IPM.Nöte'])('%s is no class of messages', async (messageClass) => {
  const folderId = idOf(ann.wellKnown('inbox'));
  expect(await client.fail(rops.getReceiveFolder, { messageClass }, logon)).toBe(errorCode.invalidParameter);
  expect(await client.fail(rops.setReceiveFolder, { folderId, messageClass }, logon)).toBe(errorCode.invalidParameter);
});
