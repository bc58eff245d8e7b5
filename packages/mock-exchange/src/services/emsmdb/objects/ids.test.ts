import { expect, test } from 'vitest';
import { emptyMailbox } from '../../../store/testing/empty-mailbox.ts';
import type { Mailbox } from '../../../store/mailbox.ts';
import { folderEntryIdOf, idBytes, idValue, keyOf, messageEntryId, ownPredecessors } from './ids.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const replica = 'ddccbbaaffee11002233445566778899';
const mailbox = emptyMailbox();

test('an id is the replica id and the counter, highest byte first', () => {
  expect(hex(idBytes(0x2001))).toBe('0100000000002001');
  expect(idValue(0x2001)).toBe(0x0120000000000001n);
});

test('keys are the replica GUID and the counter; a list of one change has its length in front', () => {
  expect(hex(keyOf(mailbox, 0x3005))).toBe(`${replica}000000003005`);
  expect(hex(ownPredecessors(mailbox, 0x3005))).toBe(`16${replica}000000003005`);
});

test('the entry ids of a folder and of a message in public folders name their provider', () => {
  const folders = Object.assign(Object.create(mailbox) as Mailbox, { ...mailbox, isPublic: true });
  const provider = '1a447390aa6611cd9bc800aa002fc45a';
  expect(hex(folderEntryIdOf(folders, 0x1234))).toBe(`00000000${provider}0300${replica}0000000012340000`);
  expect(hex(messageEntryId(folders, 0x1234, 0x56789a))).toBe(
    `00000000${provider}0900${replica}0000000012340000${replica}00000056789a0000`,
  );
});

test('the entry id of a folder is 46 bytes', () => {
  const expected = `00000000111111112222333344445555555555550100${replica}0000000012340000`;
  expect(hex(folderEntryIdOf(mailbox, 0x1234))).toBe(expected);
});

test('the entry id of a message is the worked example of 70 bytes', () => {
  const mailboxGuid = '11111111222233334444555555555555';
  expect(hex(messageEntryId(mailbox, 0x1234, 0x56789a))).toBe(
    `00000000${mailboxGuid}0700${replica}0000000012340000${replica}00000056789a0000`,
  );
});
