import type { Account } from '../organisation/account.ts';
import { findByAddress } from '../organisation/find-by-address.ts';
import { canOpenMailbox, findMailboxUser, type Organisation } from '../organisation/organisation.ts';
import type { MailboxUser } from '../organisation/recipient.ts';
import { signIn } from '../organisation/sign-in.ts';
import type { Mailbox } from '../store/mailbox.ts';
import type { World } from '../world.ts';

/** Somebody who is signed in, and the mailbox that they work in. */
export interface MailSession {
  readonly account: Account;
  readonly mailbox: Mailbox;
}

type Place = Pick<World, 'organisation' | 'store'>;

/** Whom a name means as the owner of a mailbox: an alias, or any address. */
export function findOwner(organisation: Organisation, who: string): MailboxUser | undefined {
  const wanted = who.toLowerCase();
  const byAlias = organisation.recipients.find(({ alias }) => alias.toLowerCase() === wanted);
  const found = byAlias ?? findByAddress(organisation, who);
  return found?.kind === 'mailbox' ? found : undefined;
}

/** The mailbox of an account, or that of `owner` if the account may open it. */
export function openMailbox({ organisation, store }: Place, account: Account, owner?: string): Mailbox | undefined {
  const user =
    owner === undefined
      ? findMailboxUser(organisation, account.legacyExchangeDN ?? '')
      : findOwner(organisation, owner);
  return user && canOpenMailbox(organisation, account, user) ? store.mailbox(user.legacyExchangeDN) : undefined;
}

/**
 * Opens a mailbox by what IMAP and POP clients of Exchange send as a user: `user`, `DOMAIN/user`, `DOMAIN/user/alias` for
 * another's mailbox, backslashes for slashes, or `user@domain`. [MS-OXIMAP], [MS-OXPOP3] 2.2.2
 */
export function logOnToMailbox(place: Place, logOn: string, password: string): MailSession | undefined {
  const [first = '', ...rest] = logOn.split(/[/\\]/);
  const [user, owner] = rest.length === 0 ? [first] : [`${first}\\${rest[0]}`, rest[1]];
  const account = rest.length > 2 ? undefined : signIn(place.organisation.accounts, user, password);
  const mailbox = account && openMailbox(place, account, owner);
  return account && mailbox && { account, mailbox };
}
