import {
  authenticateMessage,
  challengeMessage,
  createSecurityContext,
  encodeClientChallenge,
  exchangeSessionKey,
  negotiateMessage,
  type NtlmSecurityContext,
  ntHash,
  ntlmV2Key,
  ntlmV2Proof,
  sessionBaseKey,
} from '@cutover/wire/ntlm';
import type { Account } from '../organisation/account.ts';

/** What Windows clients ask for: Unicode, sign, seal, extended security, key exchange, 128 bits. */
const flags = 0xe2088235 & ~0x2000000;

/** The client's first message. */
export const negotiation = negotiateMessage.encode({ flags: flags >>> 0, domain: '', workstation: '' });

/** The client's answer to a challenge, and the keys that both sides then have. */
export function answerChallenge(
  challenge: Uint8Array,
  account: Account,
): { message: Uint8Array; context: NtlmSecurityContext } {
  const { serverChallenge, targetInfo, flags: agreed } = challengeMessage.decode(challenge);
  const key = ntlmV2Key(ntHash(account.password), account);
  const blob = encodeClientChallenge({ timestamp: 0n, nonce: new Uint8Array(8).fill(7), targetInfo });
  const proof = ntlmV2Proof(key, serverChallenge, blob);
  const sessionKey = new Uint8Array(16).fill(0x42);
  const message = authenticateMessage.encode({
    flags: agreed,
    domain: account.domain,
    userName: account.userName,
    workstation: 'TEST',
    lmResponse: new Uint8Array(24),
    ntResponse: Buffer.concat([proof, blob]),
    encryptedSessionKey: exchangeSessionKey(sessionBaseKey(key, proof), sessionKey),
  });
  return { message, context: createSecurityContext({ role: 'client', sessionKey, flags: agreed }) };
}
