const oneOffProvider = Buffer.from('812b1fa4bea310199d6e00dd010f5402', 'hex');
const addressBookProvider = Buffer.from('dca740c8c042101ab4b908002b2fe182', 'hex');
/** Unicode strings, MIME, no rich text: what Outlook gives Internet addresses. */
const oneOffFlags = 0x9001;

const utf16z = (text: string): Buffer => Buffer.from(`${text}\0`, 'utf16le');

/** EntryID of an address that is in no address book. [MS-OXCDATA] 2.2.5.1 */
export function oneOffEntryId(name: string, address: string, type = 'SMTP'): Uint8Array {
  const head = Buffer.alloc(8);
  head.writeUInt16LE(oneOffFlags, 6);
  return Uint8Array.from(
    Buffer.concat([head.subarray(0, 4), oneOffProvider, head.subarray(4), utf16z(name), utf16z(type), utf16z(address)]),
  );
}

/** EntryID of an object of the address book; `type` 0 user, 1 distribution list, 6 contact. [MS-OXCDATA] 2.2.5.2 */
export function addressBookEntryId(legacyExchangeDN: string, type = 0): Uint8Array {
  const head = Buffer.alloc(12);
  head.writeUInt32LE(1, 4);
  head.writeUInt32LE(type, 8);
  const name = Buffer.from(`${legacyExchangeDN}\0`, 'latin1');
  return Uint8Array.from(Buffer.concat([head.subarray(0, 4), addressBookProvider, head.subarray(4), name]));
}

/** Search key of an address: type and address in upper case. */
export const addressSearchKey = (type: string, address: string): Uint8Array =>
  Uint8Array.from(Buffer.from(`${type}:${address}\0`.toUpperCase(), 'latin1'));
