import { expect, test } from 'vitest';
import type { Account } from '../organisation/account.ts';
import { twoAccounts } from '../testing/two-accounts.ts';
import { Associations } from './associations.ts';

const [account, other] = twoAccounts.accounts as [Account, Account];
const connection = () => new AbortController();
const by = (caller: Account, { signal } = connection()) => ({ account: caller, signal });

test('a connection that names a living group joins it, group 0 begins one, any other is refused', () => {
  const associations = new Associations();
  const first = associations.join(0, by(account))!;
  expect(associations.join(first.id, by(account))).toBe(first);
  expect(associations.join(0, by(account))).not.toBe(first);
  expect(associations.join(0x7777, by(account))).toBeUndefined();
});

test('it ends with the last of its connections', () => {
  const associations = new Associations();
  const [one, second] = [connection(), connection()];
  const association = associations.join(0, by(account, one))!;
  associations.join(association.id, by(account, second));
  one.abort();
  expect(association.signal.aborted).toBe(false);
  second.abort();
  expect(association.signal.aborted).toBe(true);
  expect(associations.join(association.id, by(account))).toBeUndefined();
});

test('nobody joins the association of another account', () => {
  const associations = new Associations();
  const association = associations.join(0, by(account))!;
  expect(associations.join(association.id, by(other))).toBeUndefined();
});
