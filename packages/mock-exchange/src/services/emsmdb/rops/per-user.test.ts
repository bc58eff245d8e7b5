import { errorCode, type PerUserInformation, rops } from '@cutover/wire/rop';
import { beforeEach, expect, test } from 'vitest';
import { signInAnew, type SignedIn } from '../testing/signed-in.ts';

const database = '11111111-2222-3333-4444-555555555555';
const folder = { replicaGuid: 'aabbccdd-eeff-0011-2233-445566778899', counter: 0x4711 };
const other = { ...folder, counter: 0x4712 };

let at: SignedIn;
beforeEach(async () => {
  at = await signInAnew();
});

const piece = (data: string, change: Partial<PerUserInformation> = {}): { information: PerUserInformation } => ({
  information: { folderId: folder, hasFinished: true, dataOffset: 0, data: Buffer.from(data), ...change },
});
const first = { replicaGuid: database };
const write = (data: string, change: Partial<PerUserInformation>) =>
  at.client.run(rops.writePerUserInformation, piece(data, change), at.logon);
const refusal = (data: string, change: Partial<PerUserInformation>) =>
  at.client.fail(rops.writePerUserInformation, piece(data, change), at.logon);

async function read(dataOffset = 0, maxDataSize = 0, folderId = folder) {
  const { value } = await at.client.run(
    rops.readPerUserInformation,
    { folderId, reserved: 0, dataOffset, maxDataSize },
    at.logon,
  );
  return [value.hasFinished, String(Buffer.from(value.data))];
}

const foldersOf = async (databaseGuid: string) =>
  (await at.client.run(rops.getPerUserLongTermIds, { databaseGuid }, at.logon)).value.longTermIds;

test('what a client keeps of a public folder can be found and read', async () => {
  await write('read it', first);
  expect(await foldersOf(database)).toEqual([folder]);
  expect(await foldersOf('99999999-2222-3333-4444-555555555555')).toEqual([]);
  const { value } = await at.client.run(rops.getPerUserGuid, { longTermId: folder }, at.logon);
  expect(value.databaseGuid).toBe(database);
  expect(await read()).toEqual([true, 'read it']);
  expect(await read(2, 3)).toEqual([false, 'ad ']);
  expect(await read(7)).toEqual([true, '']);
});

test('of other folders there is nothing', async () => {
  expect(await at.client.fail(rops.getPerUserGuid, { longTermId: other }, at.logon)).toBe(errorCode.notFound);
  expect(await read(0, 0, other)).toEqual([true, '']);
  const beyond = { folderId: other, reserved: 0, dataOffset: 1, maxDataSize: 0 };
  expect(await at.client.fail(rops.readPerUserInformation, beyond, at.logon)).toBe(errorCode.error);
});

test('it is there once the last of its pieces is, in the place of what was there', async () => {
  await write('old', first);
  await write('new ', { ...first, hasFinished: false });
  expect(await read()).toEqual([true, 'old']);
  await write('data', { dataOffset: 4 });
  expect(await read()).toEqual([true, 'new data']);
  expect(await foldersOf(database)).toEqual([folder]);
});

test('a piece that does not fit is refused, and puts an end to those before it', async () => {
  await write('one', { ...first, hasFinished: false });
  expect(await refusal('two', { dataOffset: 4 })).toBe(errorCode.error);
  expect(await refusal('two', { dataOffset: 3 })).toBe(errorCode.error);
  await write('one', { ...first, hasFinished: false });
  expect(await refusal('two', { dataOffset: 3, folderId: other })).toBe(errorCode.error);
  await write('one', { ...first, hasFinished: false });
  await write('two', { dataOffset: 3 });
  expect(await refusal('three', { dataOffset: 6 })).toBe(errorCode.error);
});

test('what is long comes in pieces of 4,096 bytes, whatever is asked for', async () => {
  await write('x'.repeat(5000), first);
  expect(await read(0, 0)).toEqual([false, 'x'.repeat(4096)]);
  expect(await read(0, 5000)).toEqual([false, 'x'.repeat(4096)]);
  expect(await read(4096)).toEqual([true, 'x'.repeat(904)]);
});

test('an offset below zero is a malformed request', async () => {
  const below = { folderId: folder, reserved: 0, dataOffset: 0xffffffff, maxDataSize: 0 };
  expect(await at.client.fail(rops.readPerUserInformation, below, at.logon)).toBe(errorCode.rpcFormat);
});
