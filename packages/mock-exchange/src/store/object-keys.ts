import { parseGuid } from '@cutover/wire';

/** A 48-bit counter as the six bytes that ids and change numbers have on the wire, highest first. */
function counterBytes(counter: number): Uint8Array {
  const bytes = new Uint8Array(6);
  new DataView(bytes.buffer).setUint16(0, Math.floor(counter / 2 ** 32));
  new DataView(bytes.buffer).setUint32(2, counter % 2 ** 32);
  return bytes;
}

/**
 * The key of an id (65E0 source key) or of a change number (65E2 change key) outside this server:
 * replica GUID and counter, 22 bytes. [MS-OXCFXICS] 2.2.2.2
 */
export function objectKey(replicaGuid: string, counter: number): Uint8Array {
  const key = new Uint8Array(22);
  key.set(parseGuid(replicaGuid));
  key.set(counterBytes(counter), 16);
  return key;
}

/** 65E3 of an object that only this server has changed: the change key behind its length. [MS-OXCFXICS] 2.2.2.3 */
export function predecessorChangeList(replicaGuid: string, changeNumber: number): Uint8Array {
  const list = new Uint8Array(23);
  list[0] = 22;
  list.set(objectKey(replicaGuid, changeNumber), 1);
  return list;
}
