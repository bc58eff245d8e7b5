import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Random } from '@cutover/base';
import { cloudErrors } from '../errors.ts';

/** Turns a secret into bytes that may lie on disk, and back. `purpose` binds the bytes to the place they lie in. */
export interface Sealer {
  seal(secret: string, purpose: string): Uint8Array;
  /** Throws `cloud.secretNotOpened` for another key, another purpose or changed bytes. */
  open(sealed: Uint8Array, purpose: string): string;
}

export const keyLength = 32;
const format = 1;
const nonceLength = 12;
const tagLength = 16;
const headLength = 1 + nonceLength + tagLength;
const algorithm = 'aes-256-gcm';

/**
 * Seals by AES-256-GCM under a 32-byte key. Sealed bytes: format (1), nonce (12), tag (16), ciphertext.
 * The purpose is authenticated beside them, so that a sealed value cannot be moved to another row.
 */
export function createSealer(options: { key: Uint8Array; random: Random }): Sealer {
  const { key, random } = options;
  if (key.length !== keyLength) throw cloudErrors.keyUnusable({ problem: `it has ${key.length} bytes, not 32` });
  return {
    seal: (secret, purpose) => {
      const nonce = random.bytes(nonceLength);
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(purpose));
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([Uint8Array.of(format), nonce, cipher.getAuthTag(), text]);
    },
    open: (sealed, purpose) => {
      if (sealed[0] !== format || sealed.length < headLength) throw cloudErrors.secretNotOpened({ purpose });
      const nonce = sealed.subarray(1, 1 + nonceLength);
      const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagLength })
        .setAAD(Buffer.from(purpose))
        .setAuthTag(sealed.subarray(1 + nonceLength, headLength));
      try {
        return decipher.update(sealed.subarray(headLength), undefined, 'utf8') + decipher.final('utf8');
      } catch (cause) {
        throw cloudErrors.secretNotOpened({ purpose }, { cause });
      }
    },
  };
}
