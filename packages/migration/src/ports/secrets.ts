import type { Waiting } from './source.ts';

/** Keeps secrets out of the store. */
export interface Secrets {
  seal(text: string): Uint8Array;
  open(sealed: Uint8Array): string;
  /** What the sign-in keeps instead of the password. */
  signInHash(password: string, options?: Waiting): Promise<string>;
}
