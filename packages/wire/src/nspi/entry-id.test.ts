import { expect, test } from 'vitest';
import { describeGolden } from '../testing/golden.ts';
import { hex } from '../testing/hex.ts';
import { addressBookProvider, displayType, ephemeralEntryId, permanentEntryId } from './entry-id.ts';

describeGolden('entry ids', [
  {
    name: 'ephemeral',
    codec: ephemeralEntryId,
    value: { server: '03020100-0504-0706-0809-0a0b0c0d0e0f', displayType: displayType.distributionList, id: 0x123 },
    bytes: hex`87000000 000102030405060708090a0b0c0d0e0f 01000000 01000000 23010000`,
  },
  {
    name: 'permanent',
    codec: permanentEntryId,
    value: { provider: addressBookProvider, displayType: displayType.container, dn: '/' },
    bytes: hex`00000000 dca740c8c042101ab4b908002b2fe182 01000000 00010000 2f00`,
  },
]);

test('the one is not taken for the other', () => {
  const bytes = permanentEntryId.encode({ provider: addressBookProvider, displayType: 0, dn: '/o=x' });
  expect(() => ephemeralEntryId.decode(bytes)).toThrowErrorMatchingInlineSnapshot(
    `[WireError: wire.unexpected: 0x0 instead of 0x87 at EphemeralEntryID.idType (offset 0)]`,
  );
});
