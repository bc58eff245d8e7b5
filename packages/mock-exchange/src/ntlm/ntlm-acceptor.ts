import { timingSafeEqual } from 'node:crypto';
import type { Random } from '@cutover/base';
import { isWireError } from '@cutover/wire';
import {
  type AuthenticateMessage,
  authenticateMessage,
  challengeMessage,
  exchangeSessionKey,
  hasFlag,
  negotiateMessage,
  NtlmFlag,
  ntHash,
  ntlmKeySize,
  ntlmV2Key,
  ntlmV2Proof,
  sessionBaseKey,
  targetInfo,
} from '@cutover/wire/ntlm';
import type { Account } from '../organisation/account.ts';
import { findAccount } from '../organisation/find-account.ts';
import { type ServerIdentity, targetInfoOf } from './server-identity.ts';

/** What an NTLM exchange is held against. */
export interface NtlmAuthority {
  readonly accounts: readonly Account[];
  readonly identity: ServerIdentity;
  readonly random: Random;
}

/** A client that has proved its identity. */
export interface NtlmIdentity {
  readonly account: Account;
  readonly sessionKey: Uint8Array;
  readonly flags: number;
}

// What is granted if the client asks for it, and what is said in any case. [MS-NLMP] 2.2.2.5
const grantable =
  NtlmFlag.unicode |
  NtlmFlag.oem |
  NtlmFlag.sign |
  NtlmFlag.seal |
  NtlmFlag.alwaysSign |
  NtlmFlag.extendedSessionSecurity |
  NtlmFlag.version |
  NtlmFlag.key128 |
  NtlmFlag.keyExchange |
  NtlmFlag.key56;
const granted = NtlmFlag.ntlm | NtlmFlag.requestTarget | NtlmFlag.targetTypeDomain | NtlmFlag.targetInfo;

/** Version 5.2, build 3790: Windows Server 2003; NTLM revision 15. [MS-NLMP] 2.2.2.10 */
const windows2003 = Uint8Array.of(5, 2, 0xce, 0x0e, 0, 0, 0, 15);

const proofSize = 16;

/** The server's side of one NTLM exchange: one challenge, one answer. Only NTLMv2 is accepted. */
export class NtlmAcceptor {
  readonly #authority: NtlmAuthority;
  #serverChallenge: Uint8Array | undefined;

  constructor(authority: NtlmAuthority) {
    this.#authority = authority;
  }

  /** Answers a Negotiate message by a Challenge message; throws a WireError if the message cannot be read. */
  challenge(negotiate: Uint8Array): Uint8Array {
    const { flags } = negotiateMessage.decode(negotiate);
    const { identity, random } = this.#authority;
    this.#serverChallenge = random.bytes(8);
    const agreed = ((flags & grantable) | granted) >>> 0;
    return challengeMessage.encode({
      // Where the client speaks both, Unicode is chosen.
      flags: hasFlag(agreed, NtlmFlag.unicode) ? (agreed & ~NtlmFlag.oem) >>> 0 : agreed,
      targetName: identity.netBiosDomain,
      serverChallenge: this.#serverChallenge,
      targetInfo: targetInfo.encode(targetInfoOf(identity)),
      version: hasFlag(flags, NtlmFlag.version) ? windows2003 : undefined,
    });
  }

  /** Checks the Authenticate message that answers the challenge; undefined if it proves nothing. */
  authenticate(bytes: Uint8Array): NtlmIdentity | undefined {
    const serverChallenge = this.#serverChallenge;
    this.#serverChallenge = undefined;
    const message = readOrNothing(bytes);
    if (serverChallenge === undefined || message === undefined) return undefined;
    const account = findAccount(this.#authority.accounts, message);
    if (account === undefined) return undefined;
    const baseKey = proveV2(message, { account, serverChallenge });
    if (baseKey === undefined) return undefined;
    return { account, flags: message.flags, sessionKey: exportedKey(message, baseKey) };
  }
}

function readOrNothing(bytes: Uint8Array): AuthenticateMessage | undefined {
  try {
    return authenticateMessage.decode(bytes);
  } catch (error) {
    if (isWireError(error)) return undefined;
    throw error;
  }
}

/** The session base key if the NT response is that of the account's password. [MS-NLMP] 3.3.2 */
function proveV2(
  message: AuthenticateMessage,
  known: { account: Account; serverChallenge: Uint8Array },
): Uint8Array | undefined {
  if (message.ntResponse.length <= proofSize) return undefined;
  const proof = message.ntResponse.subarray(0, proofSize);
  const blob = message.ntResponse.subarray(proofSize);
  const key = ntlmV2Key(ntHash(known.account.password), message);
  const expected = ntlmV2Proof(key, known.serverChallenge, blob);
  return timingSafeEqual(expected, proof) ? sessionBaseKey(key, proof) : undefined;
}

function exportedKey(message: AuthenticateMessage, baseKey: Uint8Array): Uint8Array {
  const encrypted = message.encryptedSessionKey;
  if (!hasFlag(message.flags, NtlmFlag.keyExchange) || encrypted.length !== ntlmKeySize) return baseKey;
  return exchangeSessionKey(baseKey, encrypted);
}
