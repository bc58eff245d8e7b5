import { scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Random } from '@cutover/base';

const derive = promisify<string, Uint8Array, number, { N: number; r: number; p: number }, Buffer>(scrypt);

// 16 MB and some 50 ms a guess: dear for whoever stole the file, unnoticed by who signs in. RFC 7914 §2.
const cost = { N: 16_384, r: 8, p: 1 };
const saltLength = 16;
const hashLength = 32;

/** What the sign-in keeps of a password: `scrypt$N$r$p$salt$hash`, from which it cannot be had back. */
export async function signInHash(password: string, random: Random): Promise<string> {
  const salt = random.bytes(saltLength);
  const hash = await derive(password.normalize('NFC'), salt, hashLength, cost);
  return ['scrypt', cost.N, cost.r, cost.p, encode(salt), encode(hash)].join('$');
}

/** Whether `password` is the one that `stored` was made from. */
export async function matchesSignInHash(password: string, stored: string): Promise<boolean> {
  const [kind, n, r, p, salt, hash] = stored.split('$');
  if (kind !== 'scrypt' || salt === undefined || hash === undefined) return false;
  const expected = Buffer.from(hash, 'base64');
  const options = { N: Number(n), r: Number(r), p: Number(p) };
  const actual = await derive(password.normalize('NFC'), Buffer.from(salt, 'base64'), expected.length, options);
  return timingSafeEqual(actual, expected);
}

const encode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
