import { resolution } from '@cutover/wire/nspi';
import type { Recipient } from '../organisation/recipient.ts';
import type { AddressBook, AddressBookObject } from './address-book.ts';
import type { Container } from './container.ts';
import { sameName, startsWithName } from './compare-names.ts';

/** What a name was resolved to: `ambiguous` and `unresolved` are positions, anything else is an object. */
export type Resolution =
  | { readonly outcome: typeof resolution.unresolved | typeof resolution.ambiguous }
  | { readonly outcome: typeof resolution.resolved; readonly object: AddressBookObject };

/** Attributes in which Active Directory looks for a typed name (attribute index with searchFlags 4). */
function namesOf({ displayName, alias, attributes, primarySmtpAddress }: Recipient): string[] {
  const { givenName, surname, office } = attributes;
  return [displayName, alias, givenName, surname, office, primarySmtpAddress].filter((name) => name !== undefined);
}

const hasAddress = ({ proxyAddresses, primarySmtpAddress }: Recipient, name: string): boolean =>
  sameName(primarySmtpAddress, name) ||
  proxyAddresses.some((address) => sameName(address, name) || sameName(address, `smtp:${name}`));

/** `ann b`: the words may be the beginnings of given name and surname, in either order. */
function hasWords({ attributes: { givenName, surname } }: Recipient, name: string): boolean {
  const space = name.indexOf(' ');
  if (space < 0 || givenName === undefined || surname === undefined) return false;
  const [first, rest] = [name.slice(0, space), name.slice(space + 1).trim()];
  const matches = (left: string, right: string): boolean => startsWithName(left, first) && startsWithName(right, rest);
  return matches(givenName, surname) || matches(surname, givenName);
}

const isExact = (recipient: Recipient, name: string): boolean =>
  sameName(recipient.displayName, name) || sameName(recipient.alias, name) || hasAddress(recipient, name);

/** Whether ambiguous name resolution would take the recipient for `name`. `=name` asks for the whole name. */
export function matchesName(recipient: Recipient, name: string): boolean {
  if (name.startsWith('=')) return isExact(recipient, name.slice(1));
  if (hasAddress(recipient, name)) return true;
  return namesOf(recipient).some((text) => startsWithName(text, name)) || hasWords(recipient, name);
}

/** One exact match wins over many that only begin so. */
function choose(candidates: readonly AddressBookObject[], name: string): Resolution {
  const exact = candidates.filter(({ recipient }) => isExact(recipient, name));
  const chosen = exact.length === 1 ? exact : candidates;
  const [object, another] = chosen;
  if (object === undefined) return { outcome: resolution.unresolved };
  if (another !== undefined) return { outcome: resolution.ambiguous };
  return { outcome: resolution.resolved, object };
}

/** Resolves a typed name, an address or a DN within a container. [MS-OXNSPI] 3.1.4.7 */
export function resolveName(book: AddressBook, container: Container, name: string | null): Resolution {
  const wanted = name?.trim() ?? '';
  if (wanted === '' || wanted === '=') return { outcome: resolution.unresolved };
  const byDn = book.object(book.idOf(wanted.replace(/^=/, '')) ?? 0);
  const rows = container.rows.map((id) => book.object(id)).filter((object) => object !== undefined);
  if (byDn !== undefined) return choose(rows.includes(byDn) ? [byDn] : [], wanted);
  return choose(
    rows.filter(({ recipient }) => matchesName(recipient, wanted)),
    wanted,
  );
}
