import type { Random } from '@cutover/base';
import type { Secrets } from '@cutover/migration';
import { createSealer } from './sealer.ts';
import { signInHash } from './sign-in-hash.ts';
import { temporaryPassword } from './temporary-password.ts';

/** The migration's Secrets port: sealed under the data folder's key, passwords from a cryptographic source. */
export function createSecrets(options: { key: Uint8Array; random: Random }): Secrets {
  const { random } = options;
  return {
    ...createSealer(options),
    temporaryPassword: () => temporaryPassword(random),
    signInHash: (password) => signInHash(password, random),
  };
}
