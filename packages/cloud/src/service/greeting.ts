import type { Random } from '@cutover/base';
import { cloudErrors } from '../errors.ts';

/** The first frame of each side, the only one that is not sealed. */
export interface Greeting {
  /** Number of this protocol; raised when its frames change. */
  readonly protocol: number;
  /** Version of the program; both sides must be of the same. */
  readonly version: string;
  readonly pid: number;
  readonly nonce: string;
}

const protocol = 1;
const nonceLength = 24;

/** A greeting's bytes; they take part in the keys of the connection. */
export function makeGreeting({ version, random }: { version: string; random: Random }): Uint8Array {
  const nonce = Buffer.from(random.bytes(nonceLength)).toString('base64');
  const greeting: Greeting = { protocol, version, pid: process.pid, nonce };
  return Buffer.from(JSON.stringify({ cutover: greeting }));
}

/** Reads a greeting; throws `cloud.serviceNotTrusted` for anything else. */
export function readGreeting(frame: Uint8Array): Greeting {
  try {
    const { cutover } = JSON.parse(Buffer.from(frame).toString()) as { cutover: Greeting };
    if (Buffer.from(cutover.nonce, 'base64').length === nonceLength && typeof cutover.version === 'string')
      return cutover;
  } catch {
    // What is no greeting is refused below, whatever is wrong with it.
  }
  throw cloudErrors.serviceNotTrusted({});
}

/** Both sides come out of the same release, so that records, errors and the database mean the same to both. */
export function assertSameVersion(service: Greeting, version: string): void {
  if (service.protocol === protocol && service.version === version) return;
  throw cloudErrors.serviceVersionDiffers({ pid: service.pid, service: service.version, client: version });
}
