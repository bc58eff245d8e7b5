import { isNamed } from '../recipients/find-recipients.ts';
import { type OnPremisesView, sourceOf } from './on-premises-context.ts';

/** The account (user@domain) that a right is given to: by any name of its mailbox, as DOMAIN\user, user@domain or user. */
export function accountOf(view: OnPremisesView, user: string): string {
  const { domain } = view.description;
  const named = view.directory.recipients({ kind: 'mailbox' }).find((mailbox) => isNamed(view, mailbox, user));
  const { account } = named ? sourceOf(view, named) : {};
  if (account) return account;
  return user.includes('@') ? user : `${user.slice(user.indexOf('\\') + 1)}@${domain}`;
}

/** How an account is shown: CONTOSO\administrator. */
export const trusteeName = ({ description: { netBiosDomain } }: OnPremisesView, account: string): string =>
  `${netBiosDomain}\\${account.slice(0, account.indexOf('@'))}`;

export const isSameName = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();
