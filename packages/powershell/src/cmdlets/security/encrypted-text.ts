import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Random } from '@cutover/base';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { securityRecord } from './security-errors.ts';

/** How a text begins that a key encrypted. Source: SecureStringHelper.SecureStringExportHeader. */
const mark = '76492d1116743f0423413b16050a5345';

/** `aes-256-cbc` for a key of 32 bytes; other lengths than AES knows are refused. */
function cipherFor(key: Uint8Array): string {
  if (![16, 24, 32].includes(key.length)) throw new ScriptError(securityRecord('InvalidKey'));
  return `aes-${key.length * 8}-cbc`;
}

function hexBytes(text: string): Buffer {
  const wrong = text.match(/../g)?.find((pair) => !/^[\da-f]{2}$/i.test(pair));
  if (wrong !== undefined) throw new ScriptError(securityRecord('InvalidFormat', [wrong]));
  return Buffer.from(text.slice(0, text.length - (text.length % 2)), 'hex');
}

/** Without a key the text is only written in another way, as the original does where the system keeps no keys. */
export const encode = (text: string): string => Buffer.from(text, 'utf16le').toString('hex');

export function decode(given: string): string {
  if (given.length % 2 !== 0 || given.length === 0 || /[^\da-f]/i.test(given)) {
    throw new ScriptError(securityRecord('InvalidEncryptedString', [given]));
  }
  return hexBytes(given).toString('utf16le');
}

/** The original's form: the mark, then version, initial vector and cipher text in base 64 of UTF-16. */
export function encrypt(text: string, key: Uint8Array, random: Random): string {
  const vector = random.bytes(16);
  const cipher = createCipheriv(cipherFor(key), key, vector);
  const secret = Buffer.concat([cipher.update(text, 'utf16le'), cipher.final()]).toString('hex');
  const parts = ['2', Buffer.from(vector).toString('base64'), secret].join('|');
  return mark + Buffer.from(parts, 'utf16le').toString('base64');
}

export function decrypt(given: string, key: Uint8Array): string {
  const cipher = cipherFor(key);
  const { vector, secret } = partsOf(given);
  const bytes = hexBytes(secret);
  try {
    const decipher = createDecipheriv(cipher, key, vector);
    return Buffer.concat([decipher.update(bytes), decipher.final()]).toString('utf16le');
  } catch {
    throw new ScriptError(securityRecord('WrongKey'));
  }
}

function partsOf(given: string): { readonly vector: Uint8Array; readonly secret: string } {
  if (!given.startsWith(mark)) return { vector: new Uint8Array(16), secret: given };
  const text = Buffer.from(given.slice(mark.length), 'base64').toString('utf16le');
  const [version, vector = '', secret = ''] = text.split('|');
  if (version !== '2') throw new ScriptError(securityRecord('InvalidEncryptedString', [given]));
  return { vector: Buffer.from(vector, 'base64'), secret };
}
