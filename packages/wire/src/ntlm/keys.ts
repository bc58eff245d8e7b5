import { createHmac } from 'node:crypto';
import { md4 } from './md4.ts';
import { applyRc4, createRc4 } from './rc4.ts';

/** Size of every NTLM key. */
export const ntlmKeySize = 16;

export const hmacMd5 = (key: Uint8Array, ...parts: Uint8Array[]): Uint8Array => {
  const hmac = createHmac('md5', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
};

const utf16 = (text: string): Uint8Array => Buffer.from(text, 'utf16le');

/** The hash under which a domain controller keeps a password. [MS-NLMP] 3.3.1 NTOWFv1 */
export function ntHash(password: string): Uint8Array {
  return md4(utf16(password));
}

/** The key of an NTLMv2 answer; `domain` counts as the Authenticate message spells it. [MS-NLMP] 3.3.2 NTOWFv2 */
export function ntlmV2Key(hash: Uint8Array, identity: { userName: string; domain: string }): Uint8Array {
  return hmacMd5(hash, utf16(identity.userName.toUpperCase() + identity.domain));
}

/** NTProofStr: shows knowledge of the password for one challenge. `blob` is the rest of the NT response. [MS-NLMP] 3.3.2 */
export function ntlmV2Proof(key: Uint8Array, serverChallenge: Uint8Array, blob: Uint8Array): Uint8Array {
  return hmacMd5(key, serverChallenge, blob);
}

/** The key that both sides know once the proof is accepted. [MS-NLMP] 3.3.2 */
export function sessionBaseKey(key: Uint8Array, proof: Uint8Array): Uint8Array {
  return hmacMd5(key, proof);
}

/** EncryptedRandomSessionKey ↔ ExportedSessionKey, each from the other. [MS-NLMP] 3.1.5.1.2 */
export function exchangeSessionKey(keyExchangeKey: Uint8Array, sessionKey: Uint8Array): Uint8Array {
  // Not slice(): a Buffer's is a view, and the caller keeps its key.
  const copy = Uint8Array.from(sessionKey);
  applyRc4(createRc4(keyExchangeKey), copy);
  return copy;
}
