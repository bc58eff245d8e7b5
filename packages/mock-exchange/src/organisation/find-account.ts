import type { Account } from './account.ts';

const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

/** The parts of DOMAIN\user; what has no domain in front is all user name. */
export function parseLogOnName(name: string): { domain: string; userName: string } {
  const backslash = name.indexOf('\\');
  return { domain: name.slice(0, Math.max(0, backslash)), userName: name.slice(backslash + 1) };
}

/** The account that a log-on name means: a name with a domain (NetBIOS or DNS), without one, or a UPN. */
export function findAccount(
  accounts: readonly Account[],
  logOn: { domain: string; userName: string },
): Account | undefined {
  if (logOn.userName.includes('@')) {
    return accounts.find((account) => same(account.userPrincipalName, logOn.userName));
  }
  return accounts.find((account) => same(account.userName, logOn.userName) && isDomainOf(account, logOn.domain));
}

function isDomainOf(account: Account, domain: string): boolean {
  if (domain === '' || same(account.domain, domain)) return true;
  return same(account.userPrincipalName.slice(account.userPrincipalName.indexOf('@') + 1), domain);
}
