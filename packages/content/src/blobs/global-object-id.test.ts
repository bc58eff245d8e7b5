import { filetimeFromDate } from '@cutover/wire';
import { expect, test } from 'vitest';
import { globalObjectIdFromUid, nativeGlobalObjectId } from './global-object-id.ts';

const hex = (value: Uint8Array) => Buffer.from(value).toString('hex');
const guid = '03020100-0504-0706-0809-0a0b0c0d0e0f';
const createdAt = filetimeFromDate(new Date('2004-10-22T23:54:40Z'));

test('of an exception', () => {
  const id = nativeGlobalObjectId(guid, createdAt, { year: 2004, month: 11, day: 9 });
  expect(id).toHaveLength(56);
  expect(hex(id)).toMatch(
    /^040000008200e00074c5b7101a82e00807d40b09.{16}000000000000000010000000000102030405060708090a0b0c0d0e0f$/,
  );
});

test('of a foreign UID', () => {
  const head = '040000008200e00074c5b7101a82e00800000000'.padEnd(72, '0');
  expect(hex(globalObjectIdFromUid('abc@x'))).toBe(`${head}120000007643616c2d55696401000000616263407800`);
});

test('a UID that Outlook made comes back, with the date of an instance', () => {
  const clean = nativeGlobalObjectId(guid, createdAt);
  expect(globalObjectIdFromUid(hex(clean).toUpperCase())).toEqual(clean);
  const instance = { year: 2004, month: 11, day: 9 };
  expect(globalObjectIdFromUid(hex(clean), instance)).toEqual(nativeGlobalObjectId(guid, createdAt, instance));
});
