import { createHash, timingSafeEqual } from 'node:crypto';
import type { Account } from './account.ts';
import { findAccount, parseLogOnName } from './find-account.ts';

/** The account that a log-on name (DOMAIN\user, user@domain or user) means, if this is its password. */
export function signIn(accounts: readonly Account[], name: string, password: string): Account | undefined {
  const account = findAccount(accounts, parseLogOnName(name));
  return account && sameText(account.password, password) ? account : undefined;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares in a time that tells nothing of where the texts differ. */
const sameText = (left: string, right: string): boolean => timingSafeEqual(digest(left), digest(right));
