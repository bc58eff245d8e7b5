export { type ClientChallenge, encodeClientChallenge } from './client-challenge.ts';
export { hasFlag, NtlmFlag } from './flags.ts';
export { exchangeSessionKey, ntHash, ntlmKeySize, ntlmV2Key, ntlmV2Proof, sessionBaseKey } from './keys.ts';
export { md4 } from './md4.ts';
export {
  type AuthenticateMessage,
  authenticateMessage,
  type ChallengeMessage,
  challengeMessage,
  type NegotiateMessage,
  negotiateMessage,
} from './messages.ts';
export { applyRc4, createRc4, type Rc4 } from './rc4.ts';
export {
  createSecurityContext,
  type NtlmDirection,
  type NtlmSecurityContext,
  openMessage,
  type ProtectedMessage,
  protectMessage,
  signatureSize,
} from './security-context.ts';
export { AvId, avName, type AvPair, targetInfo } from './target-info.ts';
