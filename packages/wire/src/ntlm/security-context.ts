import { createHash, timingSafeEqual } from 'node:crypto';
import { hasFlag, NtlmFlag } from './flags.ts';
import { hmacMd5 } from './keys.ts';
import { applyRc4, createRc4, type Rc4 } from './rc4.ts';

/** Size of the signature that goes with each message. [MS-NLMP] 2.2.2.9.2 */
export const signatureSize = 16;

/** One direction of an authenticated connection: its keys, and how far its key stream and its counter are. */
export interface NtlmDirection {
  readonly signingKey: Uint8Array;
  readonly stream: Rc4;
  readonly keyExchange: boolean;
  sequence: number;
}

/** Both directions of a connection, as one side sees them. */
export interface NtlmSecurityContext {
  readonly send: NtlmDirection;
  readonly receive: NtlmDirection;
}

/** One message: `signed` is what the signature covers, `sealed` the part of it that is encrypted (empty to sign only). */
export interface ProtectedMessage {
  readonly signed: Uint8Array;
  readonly sealed: Uint8Array;
}

const purposes = {
  signing: 'session key to %s signing key magic constant\0',
  sealing: 'session key to %s sealing key magic constant\0',
} as const;

/** Starts both directions of a connection from the exported session key. [MS-NLMP] 3.4.5 */
export function createSecurityContext(options: {
  role: 'client' | 'server';
  sessionKey: Uint8Array;
  flags: number;
}): NtlmSecurityContext {
  const toServer = createDirection(options.sessionKey, options.flags, 'client-to-server');
  const toClient = createDirection(options.sessionKey, options.flags, 'server-to-client');
  return options.role === 'client' ? { send: toServer, receive: toClient } : { send: toClient, receive: toServer };
}

function createDirection(sessionKey: Uint8Array, flags: number, name: string): NtlmDirection {
  return {
    signingKey: deriveKey(sessionKey, purposes.signing, name),
    stream: createRc4(deriveKey(sessionKey.subarray(0, sealingKeySize(flags)), purposes.sealing, name)),
    keyExchange: hasFlag(flags, NtlmFlag.keyExchange),
    sequence: 0,
  };
}

function sealingKeySize(flags: number): number {
  if (hasFlag(flags, NtlmFlag.key128)) return 16;
  return hasFlag(flags, NtlmFlag.key56) ? 7 : 5;
}

function deriveKey(sessionKey: Uint8Array, purpose: string, direction: string): Uint8Array {
  return createHash('md5').update(sessionKey).update(purpose.replace('%s', direction), 'latin1').digest();
}

/**
 * Signs the next message of a direction and encrypts `sealed` in place; returns the signature.
 * Every message moves the direction on, so each is protected once, in the order of sending. [MS-NLMP] 3.4.4.2
 */
export function protectMessage(direction: NtlmDirection, message: ProtectedMessage): Uint8Array {
  const mac = hmacOf(direction, message.signed);
  applyRc4(direction.stream, message.sealed);
  return finishSignature(direction, mac);
}

/** Decrypts `sealed` in place and says whether the signature is that of the direction's next message. */
export function openMessage(direction: NtlmDirection, message: ProtectedMessage, signature: Uint8Array): boolean {
  applyRc4(direction.stream, message.sealed);
  const expected = finishSignature(direction, hmacOf(direction, message.signed));
  return signature.length === signatureSize && timingSafeEqual(expected, signature);
}

function hmacOf(direction: NtlmDirection, signed: Uint8Array): Uint8Array {
  return hmacMd5(direction.signingKey, sequenceBytes(direction), signed).subarray(0, 8);
}

/** The checksum goes through the same key stream as the data before it, if a key was exchanged. */
function finishSignature(direction: NtlmDirection, checksum: Uint8Array): Uint8Array {
  if (direction.keyExchange) applyRc4(direction.stream, checksum);
  const signature = new Uint8Array(signatureSize);
  signature[0] = 1; // version
  signature.set(checksum, 4);
  signature.set(sequenceBytes(direction), 12);
  direction.sequence = (direction.sequence + 1) >>> 0;
  return signature;
}

function sequenceBytes(direction: NtlmDirection): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, direction.sequence, true);
  return bytes;
}
