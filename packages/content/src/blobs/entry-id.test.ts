import { expect, test } from 'vitest';
import { addressBookEntryId, addressSearchKey, folderEntryId, oneOffEntryId } from './entry-id.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test('one-off EntryID', () => {
  expect(hex(oneOffEntryId('Bob', 'bob@x.org'))).toBe(
    '00000000812b1fa4bea310199d6e00dd010f54020000019042006f006200000053004d005400500000006200' +
      '6f00620040007800' +
      '2e006f00720067000000',
  );
});

test('address book EntryID', () => {
  const id = addressBookEntryId('/o=C/ou=A/cn=Recipients/cn=bob');
  expect(id).toHaveLength(59);
  expect(hex(id)).toMatch(/^00000000dca740c8c042101ab4b908002b2fe18201000000000000002f6f3d43.*3d626f6200$/);
});

test('folder EntryID', () => {
  const id = folderEntryId('11111111-2222-3333-4444-555555555555', 'aabbccdd-eeff-0011-2233-445566778899', 0x1234);
  expect(hex(id)).toBe(
    '000000001111111122223333444455555555555501' +
      '00ddccbbaaffee112233445566778899'.replace('ee11', 'ee1100') +
      '0000000012340000',
  );
});

test('search key of an address', () => {
  expect(Buffer.from(addressSearchKey('SMTP', 'bob@x.org')).toString()).toBe('SMTP:BOB@X.ORG\0');
});
