import { parseGuid, Writer } from '@cutover/wire';

const arrayId = Buffer.from('040000008200e00074c5b7101a82e008', 'hex');
const foreignUid = Buffer.from('vCal-Uid\u0001\0\0\0', 'latin1');

/** Date of the instance that an exception replaces. */
interface InstanceDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function globalObjectId(data: Uint8Array, createdAt: bigint, instance: InstanceDate | undefined): Uint8Array {
  const writer = new Writer();
  writer.bytes(arrayId);
  const { year = 0, month = 0, day = 0 } = instance ?? {};
  for (const byte of [year >> 8, year & 0xff, month, day]) writer.u8(byte);
  writer.u64(createdAt);
  writer.u64(0n);
  writer.u32(data.length);
  writer.bytes(data);
  return writer.finish();
}

/** Meeting:3, or 23 without an instance, of an appointment made by Outlook or Exchange. [MS-OXOCAL] 2.2.1.27 */
export const nativeGlobalObjectId = (guid: string, createdAt: bigint, instance?: InstanceDate): Uint8Array =>
  globalObjectId(parseGuid(guid), createdAt, instance);

/** The same for an iCalendar UID: hexadecimal ids come back as they were, others are wrapped. [MS-OXCICAL] 2.1.3.1.1.20.26 */
export function globalObjectIdFromUid(uid: string, instance?: InstanceDate): Uint8Array {
  const own = /^040000008200E00074C5B7101A82E008[0-9A-F]{48,}$/i.test(uid) ? Buffer.from(uid, 'hex') : undefined;
  if (own === undefined) {
    return globalObjectId(Buffer.concat([foreignUid, Buffer.from(`${uid}\0`)]), 0n, instance);
  }
  const { year = 0, month = 0, day = 0 } = instance ?? {};
  return Uint8Array.from([...own.subarray(0, 16), year >> 8, year & 0xff, month, day, ...own.subarray(20)]);
}

/** The UID by which calendars know a meeting: what was wrapped, or the id itself in hexadecimal. [MS-OXCICAL] 2.1.3.1.1.20.26 */
export function uidOfGlobalObjectId(id: Uint8Array): string {
  const data = Buffer.from(id.subarray(40));
  if (!data.subarray(0, foreignUid.length).equals(foreignUid)) return Buffer.from(id).toString('hex').toUpperCase();
  return data.subarray(foreignUid.length).toString('utf8').replace(/\0.*$/s, '');
}
