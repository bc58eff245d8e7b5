import type { Parameters } from '../../runtime/binder/read-parameters.ts';
import { listOf } from '../../runtime/values/enumerate.ts';
import { type NumericValue, toNumber } from '../../runtime/values/number-types.ts';
import { SecureString } from '../../runtime/values/secure-string.ts';

/** The key of `-Key` or `-SecureKey`; undefined without either. */
export function encryptionKey({ Key: key, SecureKey: secureKey }: Parameters): Uint8Array | undefined {
  if (secureKey instanceof SecureString) return Buffer.from(secureKey.reveal(), 'utf16le');
  const bytes = listOf(key);
  return bytes && Uint8Array.from(bytes, (byte) => toNumber(byte as NumericValue));
}
