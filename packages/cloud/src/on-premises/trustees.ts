import type { OnPremisesView } from './on-premises-context.ts';

/** The account (user@domain) that a right is given to: by any name of its mailbox, as DOMAIN\user, user@domain or user. */
export function accountOf({ description: { domain }, table }: OnPremisesView, user: string): string {
  const wanted = user.toLowerCase();
  const named = Array.from(table.byGuid.values()).find(({ account, alias, displayName, primarySmtpAddress }) =>
    [account, alias, displayName, primarySmtpAddress].some((name) => name?.toLowerCase() === wanted),
  );
  if (named?.account) return named.account;
  return user.includes('@') ? user : `${user.slice(user.indexOf('\\') + 1)}@${domain}`;
}

/** How an account is shown: CONTOSO\administrator. */
export const trusteeName = ({ description: { netBiosDomain } }: OnPremisesView, account: string): string =>
  `${netBiosDomain}\\${account.slice(0, account.indexOf('@'))}`;

export const isSameName = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();
