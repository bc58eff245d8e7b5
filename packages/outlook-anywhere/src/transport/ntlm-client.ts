import { createHmac } from 'node:crypto';
import type { Clock, Random } from '@cutover/base';
import { filetimeFromDate } from '@cutover/wire';
import {
  AvId,
  type ChallengeMessage,
  authenticateMessage,
  challengeMessage,
  encodeClientChallenge,
  exchangeSessionKey,
  hasFlag,
  negotiateMessage,
  ntHash,
  NtlmFlag,
  ntlmKeySize,
  ntlmV2Key,
  ntlmV2Proof,
  sessionBaseKey,
  targetInfo,
} from '@cutover/wire/ntlm';
import type { Credential } from '../options.ts';
import { parseIdentity } from './identity.ts';

/** Who signs in, and what of the outside world the proof is made of. */
export interface NtlmClientOptions {
  readonly credential: Credential;
  /** Sealing asks for everything that signing does. */
  readonly protection: 'none' | 'sign' | 'seal';
  readonly clock: Clock;
  readonly random: Random;
}

/** The client's answer to a challenge, and what follows from it for the connection. */
export interface NtlmAnswer {
  readonly message: Uint8Array;
  readonly flags: number;
  readonly sessionKey: Uint8Array;
}

const always =
  NtlmFlag.unicode |
  NtlmFlag.requestTarget |
  NtlmFlag.ntlm |
  NtlmFlag.alwaysSign |
  NtlmFlag.extendedSessionSecurity |
  NtlmFlag.key128 |
  NtlmFlag.key56;
const protections = {
  none: 0,
  sign: NtlmFlag.sign | NtlmFlag.keyExchange,
  seal: NtlmFlag.sign | NtlmFlag.seal | NtlmFlag.keyExchange,
} as const;

/** The first message: what the client can do. [MS-NLMP] 3.1.5.1.1 */
export function negotiate(options: NtlmClientOptions): Uint8Array {
  return negotiateMessage.encode({ flags: flagsOf(options), domain: '', workstation: '' });
}

/** The third message: the proof, by NTLMv2 only. [MS-NLMP] 3.1.5.1.2 */
export function authenticate(options: NtlmClientOptions, challengeBytes: Uint8Array): NtlmAnswer {
  const challenge = challengeMessage.decode(challengeBytes);
  const identity = parseIdentity(options.credential.userName);
  const flags = (flagsOf(options) & challenge.flags) >>> 0;
  const key = ntlmV2Key(ntHash(options.credential.password), identity);
  const proof = proveV2(key, challenge, options);
  const exchanged = hasFlag(flags, NtlmFlag.keyExchange);
  const sessionKey = exchanged ? options.random.bytes(ntlmKeySize) : proof.sessionKey;
  const message = authenticateMessage.encode({
    flags,
    ...identity,
    workstation: '',
    lmResponse: proof.lmResponse,
    ntResponse: proof.ntResponse,
    encryptedSessionKey: exchanged ? exchangeSessionKey(proof.sessionKey, sessionKey) : new Uint8Array(),
  });
  return { message, flags, sessionKey };
}

function flagsOf({ protection }: NtlmClientOptions): number {
  return (always | protections[protection]) >>> 0;
}

interface Proof {
  readonly lmResponse: Uint8Array;
  readonly ntResponse: Uint8Array;
  readonly sessionKey: Uint8Array;
}

function proveV2(key: Uint8Array, challenge: ChallengeMessage, { clock, random }: NtlmClientOptions): Proof {
  const nonce = random.bytes(8);
  const told = timestampOf(challenge);
  const timestamp = told ?? filetimeFromDate(new Date(clock.now()));
  const blob = encodeClientChallenge({ timestamp, nonce, targetInfo: challenge.targetInfo });
  const proof = ntlmV2Proof(key, challenge.serverChallenge, blob);
  // A server that tells the time wants no LM response. [MS-NLMP] 3.1.5.1.2
  const lmResponse = told === undefined ? proveLm(key, challenge.serverChallenge, nonce) : new Uint8Array(24);
  return { lmResponse, ntResponse: Buffer.concat([proof, blob]), sessionKey: sessionBaseKey(key, proof) };
}

function proveLm(key: Uint8Array, serverChallenge: Uint8Array, nonce: Uint8Array): Uint8Array {
  const proof = createHmac('md5', key).update(serverChallenge).update(nonce).digest();
  return Buffer.concat([proof, nonce]);
}

function timestampOf(challenge: ChallengeMessage): bigint | undefined {
  if (challenge.targetInfo.length === 0) return undefined;
  const pair = targetInfo.decode(challenge.targetInfo, { trailing: 'ignore' }).find(({ id }) => id === AvId.timestamp);
  return pair && Buffer.from(pair.value).readBigUInt64LE();
}
