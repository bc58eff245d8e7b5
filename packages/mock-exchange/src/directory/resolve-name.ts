import { resolution } from '@cutover/wire/nspi';
import type { Recipient } from '../organisation/recipient.ts';
import type { AddressBook, AddressBookObject } from './address-book.ts';
import type { Container } from './container.ts';
import { foldName } from './compare-names.ts';

/** What a name was resolved to: `ambiguous` and `unresolved` are positions, anything else is an object. */
export type Resolution =
  | { readonly outcome: typeof resolution.unresolved | typeof resolution.ambiguous }
  | { readonly outcome: typeof resolution.resolved; readonly object: AddressBookObject };

/** What a recipient is found by, folded once: a name is held against everybody. */
interface FoldedNames {
  /** Attributes in which Active Directory looks for the beginning of a typed name (its ANR set). */
  readonly names: readonly string[];
  /** What a whole name may be. */
  readonly whole: ReadonlySet<string>;
  readonly givenName: string | undefined;
  readonly surname: string | undefined;
}

const foldedNames = new WeakMap<Recipient, FoldedNames>();

function fold({ displayName, alias, attributes, primarySmtpAddress, proxyAddresses }: Recipient): FoldedNames {
  const { givenName, surname, office } = attributes;
  const names = [displayName, alias, givenName, surname, office, primarySmtpAddress];
  const plainAddresses = proxyAddresses.map((address) => address.replace(/^smtp:/i, ''));
  return {
    names: names.filter((name) => name !== undefined).map(foldName),
    whole: new Set([displayName, alias, primarySmtpAddress, ...proxyAddresses, ...plainAddresses].map(foldName)),
    givenName: givenName && foldName(givenName),
    surname: surname && foldName(surname),
  };
}

function foldedOf(recipient: Recipient): FoldedNames {
  const known = foldedNames.get(recipient);
  if (known !== undefined) return known;
  const made = fold(recipient);
  foldedNames.set(recipient, made);
  return made;
}

/** `ann b`: the words may be the beginnings of given name and surname, in either order. */
function hasWords({ givenName, surname }: FoldedNames, wanted: string): boolean {
  const space = wanted.indexOf(' ');
  if (space < 0 || givenName === undefined || surname === undefined) return false;
  const [first, rest] = [wanted.slice(0, space), wanted.slice(space + 1).trim()];
  const matches = (left: string, right: string): boolean => left.startsWith(first) && right.startsWith(rest);
  return matches(givenName, surname) || matches(surname, givenName);
}

const isExact = (recipient: Recipient, wanted: string): boolean => foldedOf(recipient).whole.has(wanted);

/** Whether ambiguous name resolution would take the recipient for a folded name; `=name` asks for the whole name. */
function isMeant(recipient: Recipient, wanted: string): boolean {
  if (wanted.startsWith('=')) return isExact(recipient, wanted.slice(1));
  const folded = foldedOf(recipient);
  return folded.whole.has(wanted) || folded.names.some((name) => name.startsWith(wanted)) || hasWords(folded, wanted);
}

/** Whether ambiguous name resolution would take the recipient for `name`. */
export const matchesName = (recipient: Recipient, name: string): boolean => isMeant(recipient, foldName(name));

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
  const typed = name?.trim() ?? '';
  if (typed === '' || typed === '=') return { outcome: resolution.unresolved };
  const byDn = book.object(book.idOf(typed.replace(/^=/, '')) ?? 0);
  const rows = container.rows.map((id) => book.object(id)).filter((object) => object !== undefined);
  const wanted = foldName(typed);
  if (byDn !== undefined) return choose(rows.includes(byDn) ? [byDn] : [], wanted);
  return choose(
    rows.filter(({ recipient }) => isMeant(recipient, wanted)),
    wanted,
  );
}
