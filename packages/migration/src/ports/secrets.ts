import type { Waiting } from './source.ts';

/** Keeps secrets out of the store. */
export interface Secrets {
  /** `purpose` binds the sealed bytes to the place they lie in. */
  seal(secret: string, purpose: string): Uint8Array;
  open(sealed: Uint8Array, purpose: string): string;
  /** A first password for a new mailbox, from a cryptographic source. */
  temporaryPassword(): string;
  /** What the sign-in keeps instead of the password. */
  signInHash(password: string, options?: Waiting): Promise<string>;
}
