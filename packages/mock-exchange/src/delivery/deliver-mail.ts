import type { MessageContent } from '@cutover/content';
import { findByAddress } from '../organisation/find-by-address.ts';
import { findRecipient, type Organisation } from '../organisation/organisation.ts';
import type { MailboxUser, Recipient } from '../organisation/recipient.ts';
import { receiveMail } from './receive-mail.ts';
import type { InformationStore } from '../store/information-store.ts';

/** Who can be delivered to. */
export interface DeliveryHost {
  readonly organisation: Organisation;
  readonly store: InformationStore;
}

/** A mail on its way to mailboxes of this server. */
export interface MailToDeliver {
  readonly content: MessageContent | (() => MessageContent);
  /** SMTP addresses or legacyExchangeDNs; groups reach their members. */
  readonly recipients: readonly string[];
  /** FILETIME; the time of the call unless given. */
  readonly deliveredAt?: bigint;
}

/** What became of a mail. */
export interface Delivery {
  /** Whose Inbox it is in now, each once. */
  readonly delivered: readonly MailboxUser[];
  /** Addresses of domains of this organisation that nobody has. */
  readonly unknown: readonly string[];
  /** Addresses elsewhere, contacts among them: nothing leaves this server. */
  readonly elsewhere: readonly string[];
}

/** Puts a mail into the Inbox of everybody whom its recipients mean, unread, as new mail. */
export function deliverMail(host: DeliveryHost, { content, recipients, deliveredAt }: MailToDeliver): Delivery {
  const route = routeMail(host.organisation, recipients);
  for (const { legacyExchangeDN } of route.delivered) {
    const mailbox = host.store.mailbox(legacyExchangeDN);
    const when = deliveredAt === undefined ? {} : { deliveredAt };
    if (mailbox !== undefined) receiveMail(mailbox, { content, isNewMail: true, ...when });
  }
  return route;
}

/** Whom a mail would reach. */
export function routeMail(organisation: Organisation, addresses: readonly string[]): Delivery {
  const delivered = new Map<string, MailboxUser>();
  const [unknown, elsewhere]: [Set<string>, Set<string>] = [new Set(), new Set()];
  for (const address of addresses) {
    const recipient = findByAddress(organisation, address);
    if (recipient === undefined) (isOurs(organisation, address) ? unknown : elsewhere).add(address);
    else for (const one of reached(organisation, recipient, new Set())) place(one, { delivered, elsewhere });
  }
  return { delivered: [...delivered.values()], unknown: [...unknown], elsewhere: [...elsewhere] };
}

function place(
  recipient: Recipient,
  { delivered, elsewhere }: { delivered: Map<string, MailboxUser>; elsewhere: Set<string> },
): void {
  if (recipient.kind === 'mailbox') delivered.set(recipient.legacyExchangeDN.toLowerCase(), recipient);
  else elsewhere.add(recipient.primarySmtpAddress);
}

/** The recipient itself, or of a group everybody in it; a group within itself ends there. */
function reached(organisation: Organisation, recipient: Recipient, above: Set<Recipient>): Recipient[] {
  if (recipient.kind !== 'group') return [recipient];
  if (above.has(recipient)) return [];
  above.add(recipient);
  return recipient.members.flatMap((dn) => {
    const member = findRecipient(organisation, dn);
    return member === undefined ? [] : reached(organisation, member, above);
  });
}

function isOurs({ acceptedDomains }: Organisation, address: string): boolean {
  if (address.startsWith('/')) return true;
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return acceptedDomains.some((accepted) => accepted.toLowerCase() === domain);
}
