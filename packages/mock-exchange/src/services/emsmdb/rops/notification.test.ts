import { Reader } from '@cutover/wire';
import { pidTag } from '@cutover/wire/properties';
import { notificationType, notify, ropBuffer, rops } from '@cutover/wire/rop';
import { expect, test } from 'vitest';
import { idOf } from '../objects/ids.ts';
import { signInAnew } from '../testing/signed-in.ts';
import { ropRequest } from '../testing/store-client.ts';

/** Number, handle index, return value. */
const answerSize = 6;

test('a search that was begun is told to be complete, by its folder alone', async () => {
  const { client, logon, ann, inboxId } = await signInAnew();
  const finder = await client.openFolder(logon, ann.wellKnown('finder'));
  const folder = { unicode: true, openExisting: false, reserved: 0, name: 'Found', comment: '' };
  const { handle, value } = await client.run(rops.createFolder, { folderType: 2, folder }, finder);
  const subscription = { types: notificationType.searchComplete, object: undefined };
  const { handle: told } = await client.run(rops.registerNotification, { subscription }, logon);
  const restriction = { kind: 'exist', tag: pidTag.subject } as const;
  const criteria = { restriction, folderIds: [idOf(inboxId)], searchFlags: 4 };
  const { payloads } = await client.execute([ropRequest(rops.setSearchCriteria, criteria)], [handle]);
  const reader = new Reader(ropBuffer.decode(payloads[0]!).rops);
  reader.skip(answerSize);
  const notification = { type: notificationType.searchComplete, object: { folderId: value.folderId } };
  expect(notify.read(reader)).toEqual({ ropId: 0x2a, handle: told, logonId: 0, notification });
});
