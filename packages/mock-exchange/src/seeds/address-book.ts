import type { MailAddress } from '@cutover/content';
import type { Organisation } from '../organisation/organisation.ts';
import { parseAddress } from './parse-address.ts';
import type { SeedAddress } from './seed-item.ts';

const kinds = { mailbox: 'user', group: 'group', contact: 'contact' } as const;

/** Finds whom a name means. */
export interface AddressFinder {
  (name: SeedAddress): MailAddress;
  /** What somebody of the directory may be named by in short. */
  readonly aliases: readonly string[];
}

/** An organisation is never changed but replaced, so what was made of it stays true. */
const made = new WeakMap<Organisation, AddressFinder>();

/** Finds whom a seed means: by alias, by any address of the directory, else somebody outside. */
export function addressBook(organisation: Organisation): AddressFinder {
  const known = made.get(organisation) ?? createAddressBook(organisation);
  made.set(organisation, known);
  return known;
}

function createAddressBook({ recipients }: Organisation): AddressFinder {
  const known = new Map<string, MailAddress>();
  for (const { kind, alias, displayName, legacyExchangeDN, primarySmtpAddress, proxyAddresses } of recipients) {
    const address = { name: displayName, smtp: primarySmtpAddress, legacyExchangeDN, kind: kinds[kind] };
    known.set(alias.toLowerCase(), address);
    for (const proxy of proxyAddresses) known.set(proxy.slice(proxy.indexOf(':') + 1).toLowerCase(), address);
  }
  const find = (name: SeedAddress): MailAddress => {
    const { name: shown, smtp } = parseAddress(name);
    return known.get(smtp.toLowerCase()) ?? { name: shown, smtp };
  };
  return Object.assign(find, { aliases: recipients.map(({ alias }) => alias) });
}
