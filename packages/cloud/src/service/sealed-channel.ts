import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { cloudErrors } from '../errors.ts';

/** Seals the frames of one connection and opens those of its peer, each direction with a key and a count of its own. */
export interface SealedChannel {
  seal(payload: Uint8Array): Uint8Array;
  /** Throws `cloud.serviceNotTrusted` for a frame of who does not have the token, or one out of its order. */
  open(frame: Uint8Array): Uint8Array;
}

export type Side = 'client' | 'service';

const algorithm = 'aes-256-gcm';
const keyLength = 32;
const nonceLength = 12;
const tagLength = 16;

/**
 * Both sides derive the keys of a connection from the data folder's token and from both greetings, each with a nonce
 * (HKDF, RFC 5869): who cannot read the token file can neither speak nor listen nor change a greeting, and no password
 * passes the socket as it is.
 */
export function createSealedChannel(options: { token: Uint8Array; side: Side; greetings: Uint8Array }): SealedChannel {
  const keyOf = (from: Side): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', options.token, options.greetings, `cutover service: from ${from}`, keyLength));
  const ownKey = keyOf(options.side);
  const peerKey = keyOf(options.side === 'client' ? 'service' : 'client');
  const nextOwn = nonceCounter();
  const nextPeer = nonceCounter();
  return {
    seal: (payload) => {
      const cipher = createCipheriv(algorithm, ownKey, nextOwn());
      return Buffer.concat([cipher.update(payload), cipher.final(), cipher.getAuthTag()]);
    },
    open: (frame) => openFrame(frame, peerKey, nextPeer()),
  };
}

function openFrame(frame: Uint8Array, key: Uint8Array, nonce: Uint8Array): Uint8Array {
  if (frame.length < tagLength) throw cloudErrors.serviceNotTrusted({});
  const end = frame.length - tagLength;
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagLength }).setAuthTag(
    frame.subarray(end),
  );
  try {
    return Buffer.concat([decipher.update(frame.subarray(0, end)), decipher.final()]);
  } catch (cause) {
    throw cloudErrors.serviceNotTrusted({}, { cause });
  }
}

/** The n-th frame has the nonce n, so that a frame repeated, lost or moved is noticed. */
function nonceCounter(): () => Uint8Array {
  let count = 0n;
  return () => {
    const nonce = Buffer.alloc(nonceLength);
    nonce.writeBigUInt64BE(count++, nonceLength - 8);
    return nonce;
  };
}
