import { checkFields, text } from '../check-fields.ts';
import { faultErrors, journalErrors } from '../errors.ts';
import { faultNames, isSameName, likelyNames, namesLike } from '../faults/fault-names.ts';
import type { KnownPeople } from '../organisation/known-people.ts';
import { type JournalEntry, nameOf } from './journal-entry.ts';

/** Which entries are meant; every field that is given must hold. One of the first five says what they are. */
export interface JournalMatch {
  /** A ROP by its name, with `Rop` in front or not. */
  readonly rop?: string;
  /** An RPC call by its name. */
  readonly operation?: string;
  /** An HTTP request by its method. */
  readonly http?: string;
  /** A command of IMAP by its name. */
  readonly imap?: string;
  /** A command of SMTP by its name. */
  readonly smtp?: string;
  /** Alias or address of the mailbox that a ROP, a command of IMAP or a path of WebDAV is about. */
  readonly mailbox?: string;
  /** User name of the caller. */
  readonly account?: string;
}

/** Kinds of entries by the fields that name them. */
const kinds = { rop: 'rop', operation: 'call', http: 'http', imap: 'imap', smtp: 'smtp' } as const;
type MatchPlace = keyof typeof kinds;
const places = Object.keys(kinds) as readonly MatchPlace[];

const fields = { ...Object.fromEntries(places.map((place) => [place, text])), mailbox: text, account: text };

/** The field of a match that names what it is about; undefined for a match of any entry. */
export const placeOfMatch = (match: JournalMatch): MatchPlace | undefined =>
  places.find((place) => match[place] !== undefined);

/** Throws for what no entry could ever match, and for what looks like a slip of the pen. */
export function assertMatch(
  match: JournalMatch,
  { people, entries }: { people: KnownPeople; entries: readonly JournalEntry[] },
): void {
  checkFields(match, 'a match of the journal', fields);
  const named = places.filter((place) => match[place] !== undefined);
  if (named.length > 1) throw journalErrors.twoPlaces({ named });
  assertTellsMailbox(match);
  const { mailbox, account } = match;
  if (mailbox !== undefined) people.assertMailbox(mailbox);
  if (account !== undefined && !entries.some((entry) => isOfAccount(entry, account))) people.assertAccount(account);
  const [place] = named;
  if (place === undefined || entries.some((entry) => isNamed(entry, place, match[place]!))) return;
  const similar = likeMeant(place, match[place]!);
  if (similar !== undefined)
    throw faultErrors.unknownName({ place, name: match[place]!, similar, known: faultNames[place] });
}

/** Names that were meant instead; undefined where there may be such an entry. Clients may send commands that nobody knows. */
function likeMeant(place: MatchPlace, name: string): readonly string[] | undefined {
  if (faultNames[place].some((known) => isSameName(known, name))) return undefined;
  if (place === 'rop' || place === 'operation') return isNumber(name) ? undefined : namesLike(place, name);
  const similar = place === 'http' ? namesLike(place, name) : likelyNames(place, name);
  return similar.length > 0 ? similar : undefined;
}

/** An operation that does not exist is in the journal by its number. */
const isNumber = (name: string): boolean => /^(0x)?[\da-f]+$/i.test(name);

/** Entries of other kinds tell no mailbox. */
function assertTellsMailbox({ mailbox, ...match }: JournalMatch): void {
  const place = (['operation', 'smtp'] as const).find((one) => match[one] !== undefined);
  if (mailbox === undefined || place === undefined) return;
  throw journalErrors.noMailboxThere({ place });
}

/** What of a match an entry does not meet. */
export type Difference = 'name' | 'account' | 'mailbox';

/** All that differs; nothing for an entry that matches. */
export function differencesOf(entry: JournalEntry, match: JournalMatch, people: KnownPeople): Difference[] {
  const { mailbox, account } = match;
  const place = placeOfMatch(match);
  const differences: Difference[] = [];
  if (place !== undefined && !isNamed(entry, place, match[place]!)) differences.push('name');
  if (account !== undefined && !isOfAccount(entry, account)) differences.push('account');
  if (mailbox !== undefined && !isOfMailbox(entry, people.addressOf(mailbox))) differences.push('mailbox');
  return differences;
}

/** Whether an entry is of the kind that a field of a match names. */
export const isOfKind = (entry: JournalEntry, place: MatchPlace): boolean => entry.kind === kinds[place];

function isNamed(entry: JournalEntry, place: MatchPlace, name: string): boolean {
  if (!isOfKind(entry, place)) return false;
  return isSameName(entry.kind === 'http' ? entry.method : nameOf(entry), name);
}

const isOfAccount = ({ account }: JournalEntry, wanted: string): boolean =>
  account?.toLowerCase() === wanted.toLowerCase();

const isOfMailbox = (entry: JournalEntry, wanted: string | undefined): boolean =>
  wanted !== undefined && 'mailbox' in entry && entry.mailbox?.toLowerCase() === wanted.toLowerCase();
