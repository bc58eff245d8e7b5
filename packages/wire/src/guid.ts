import { wireErrors } from './errors.ts';

const shape = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/i;
// Bytes of the wire in the order in which the text shows them: the first three groups are little endian.
const textOrder = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The GUID of no object. */
export const emptyGuid = '00000000-0000-0000-0000-000000000000';

/** 16 bytes of the wire as text, lower case with hyphens. */
export function formatGuid(bytes: Uint8Array): string {
  if (bytes.length < 16) throw wireErrors.truncated({ path: '', offset: bytes.length });
  let text = '';
  for (let index = 0; index < 16; index++) {
    if (index === 4 || index === 6 || index === 8 || index === 10) text += '-';
    text += hexOf[bytes[textOrder[index]!]!]!;
  }
  return text;
}

/** A GUID's text (any case, hyphens, no braces) as the 16 bytes of the wire. */
export function parseGuid(text: string): Uint8Array<ArrayBuffer> {
  if (!shape.test(text)) {
    throw wireErrors.unexpected({ path: '', offset: 0, expected: 'a GUID', actual: JSON.stringify(text) });
  }
  const digits = text.replaceAll('-', '');
  const bytes = new Uint8Array(16);
  for (let index = 0; index < 16; index++) {
    bytes[textOrder[index]!] = Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16);
  }
  return bytes;
}
