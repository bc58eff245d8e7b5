import type { Clock } from '@cutover/base';
import { journalErrors, type Search, seedErrors } from '../errors.ts';
import type { MailboxFinder } from '../faults/fault-injector.ts';
import { faultNames, isSameName } from '../faults/fault-names.ts';
import { limits } from '../limits.ts';
import { untilWaitedLong } from '../until-waited-long.ts';
import { type JournalEntry, nameOf, type NewEntry } from './journal-entry.ts';
import { assertMatch } from './check-match.ts';
import { printEntry } from './print-entry.ts';

/** Which entries are meant; every field that is given must hold. */
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
  /** Alias or address of the mailbox that a ROP is about. */
  readonly mailbox?: string;
  /** User name of the caller. */
  readonly account?: string;
}

interface Waiter {
  readonly match: JournalMatch;
  readonly found: (entry: JournalEntry) => void;
  /** Number of the last entry before it began to wait. */
  after: number;
}

/** What clients said to a server and how it answered, decoded, in order; the oldest go when `limits.journalEntries` are there. */
export class Journal {
  readonly #clock: Clock;
  readonly #mailboxOf: MailboxFinder;
  #entries: JournalEntry[] = [];
  #waiters: Waiter[] = [];
  #count = 0;

  constructor(options: { clock: Clock; mailboxOf: MailboxFinder }) {
    this.#clock = options.clock;
    this.#mailboxOf = options.mailboxOf;
  }

  /** All that is kept, in order. */
  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  /** What the server did not understand or does not have. */
  get unexpected(): readonly JournalEntry[] {
    return this.#entries.filter(({ isUnexpected }) => isUnexpected);
  }

  /** Numbers an entry and keeps it. */
  record(entry: NewEntry): void {
    // Into the entry itself: the getter of a call's request stays one, and decodes only when somebody looks.
    const numbered: JournalEntry = Object.assign(entry, { number: ++this.#count, at: this.#clock.now() });
    this.#entries.push(numbered);
    if (this.#entries.length > limits.journalEntries) this.#entries.splice(0, limits.journalEntries / 4);
    this.#waiters = this.#waiters.filter((waiter) => !this.#serve(waiter, numbered));
  }

  /** Forgets every entry, and numbers those that come from 1. */
  clear(): void {
    this.#entries = [];
    this.#count = 0;
    for (const waiter of this.#waiters) waiter.after = 0;
  }

  /** The entries that match; throws for a name that no call or mailbox has, as nothing ever would. */
  filter(match: JournalMatch): JournalEntry[] {
    this.#assertMatch(match);
    return this.#entries.filter((entry) => this.#differences(entry, match).length === 0);
  }

  /** How often every call, ROP and mail client's command was made, by name: what a suite reaches. */
  coverage(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const entry of this.#entries) {
      if (entry.kind === 'http' || entry.kind === 'violation') continue;
      counts.set(nameOf(entry), (counts.get(nameOf(entry)) ?? 0) + 1);
    }
    return counts;
  }

  /** Calls and ROPs that the server knows and nobody made: what a suite does not reach. */
  uncovered(): readonly string[] {
    const made = this.coverage();
    return [...faultNames.operation, ...faultNames.rop].filter((name) => !made.has(name));
  }

  /**
   * Resolves with the next entry that matches, which is still to come. An abort rejects it, and tells what came instead;
   * without a signal that is after 4 seconds.
   */
  next(match: JournalMatch, { signal = untilWaitedLong() }: { signal?: AbortSignal } = {}): Promise<JournalEntry> {
    this.#assertMatch(match);
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const giveUp = (): void => {
        this.#waiters = this.#waiters.filter((other) => other !== waiter);
        reject(this.#notCome(waiter, signal.reason));
      };
      const found = (entry: JournalEntry): void => {
        signal.removeEventListener('abort', giveUp);
        resolve(entry);
      };
      const waiter = { match, found, after: this.#count };
      this.#waiters.push(waiter);
      signal.addEventListener('abort', giveUp);
    });
  }

  /** Throws unless there are such entries in this order; others may lie between. Tells what came nearest. */
  assertOrder(...expected: readonly JournalMatch[]): void {
    for (const match of expected) this.#assertMatch(match);
    let from = 0;
    for (const [index, match] of expected.entries()) {
      const at = this.#entries.findIndex(
        (entry, place) => place >= from && this.#differences(entry, match).length === 0,
      );
      if (at < 0) throw journalErrors.missing({ ...this.#tell(match, from), position: index + 1 });
      from = at + 1;
    }
  }

  /** Throws if the server did not understand or does not have what a client sent. */
  assertNothingUnexpected(): void {
    const { unexpected } = this;
    if (unexpected.length > 0) throw journalErrors.unexpected({ entries: unexpected.map(printEntry) });
  }

  /** The last entries, a line each. */
  toString(): string {
    return this.#entries.slice(-limits.printedEntries).map(printEntry).join('\n');
  }

  #serve({ match, found }: Waiter, entry: JournalEntry): boolean {
    if (this.#differences(entry, match).length > 0) return false;
    found(entry);
    return true;
  }

  #assertMatch(match: JournalMatch): void {
    assertMatch(match);
    const { mailbox: who } = match;
    if (who !== undefined && this.#mailboxOf(who) === undefined) throw seedErrors.noMailbox({ who });
  }

  #notCome({ match, after }: Waiter, cause: unknown): Error {
    const from = this.#entries.findIndex(({ number }) => number > after);
    return journalErrors.notCome(this.#tell(match, from < 0 ? this.#entries.length : from), { cause });
  }

  /** What a failed expectation tells of the entries from a place on, in which it was looked for, and of those before. */
  #tell(match: JournalMatch, from: number): Search {
    const searched = this.#entries.slice(from);
    const earlier = this.#entries.slice(0, from).findLast((entry) => this.#differences(entry, match).length === 0);
    const nearest = searched
      .map((entry) => ({ entry, differences: this.#differences(entry, match) }))
      .filter(({ differences }) => differences.length === 1)
      .slice(0, limits.nearMisses)
      .map(({ entry, differences }) => `${printEntry(entry)}: ${differences[0]!} differs`);
    const names = [...new Set(searched.map(nameOf))].slice(0, limits.toldNames);
    const before = earlier && printEntry(earlier);
    return { match: JSON.stringify(match), searched: searched.length, earlier: before, nearest, names };
  }

  /** The fields of a match that an entry does not meet. */
  #differences(entry: JournalEntry, match: JournalMatch): string[] {
    const { mailbox, account } = match;
    const differences: string[] = [];
    if (!isOfKind(entry, match)) differences.push('name');
    if (account !== undefined && account.toLowerCase() !== entry.account?.toLowerCase()) differences.push('account');
    if (mailbox !== undefined && !this.#isOf(entry, mailbox)) differences.push('mailbox');
    return differences;
  }

  #isOf(entry: JournalEntry, who: string): boolean {
    const wanted = this.#mailboxOf(who)?.toLowerCase();
    return 'mailbox' in entry && wanted !== undefined && entry.mailbox?.toLowerCase() === wanted;
  }
}

function isOfKind(entry: JournalEntry, { rop, operation, http, imap, smtp }: JournalMatch): boolean {
  if (rop !== undefined && !(entry.kind === 'rop' && isSameName(entry.rop, rop))) return false;
  if (operation !== undefined && !(entry.kind === 'call' && isSameName(entry.operation, operation))) return false;
  if (imap !== undefined && !(entry.kind === 'imap' && isSameName(entry.command, imap))) return false;
  if (smtp !== undefined && !(entry.kind === 'smtp' && isSameName(entry.command, smtp))) return false;
  return http === undefined || (entry.kind === 'http' && entry.method === http.toUpperCase());
}
