import { expect, test } from 'vitest';
import { addressBookEntryId, addressSearchKey, oneOffEntryId } from './entry-id.ts';

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

test('search key of an address', () => {
  expect(Buffer.from(addressSearchKey('SMTP', 'bob@x.org')).toString()).toBe('SMTP:BOB@X.ORG\0');
});
