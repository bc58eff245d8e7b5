import type { Clock } from '@cutover/base';
import { journalErrors, type Search } from '../errors.ts';
import { faultNames } from '../faults/fault-names.ts';
import { limits } from '../limits.ts';
import type { KnownPeople } from '../organisation/known-people.ts';
import { untilWaitedLong } from '../until-waited-long.ts';
import { type JournalEntry, nameOf, type NewEntry } from './journal-entry.ts';
import { assertMatch, differencesOf, type JournalMatch } from './journal-match.ts';
import { printEntry } from './print-entry.ts';
import { tellSearch } from './search-entries.ts';

interface Waiter {
  readonly match: JournalMatch;
  readonly found: (entry: JournalEntry) => void;
  readonly ended: () => void;
  /** Number of the last entry before it began to wait. */
  after: number;
}

/** What clients said to a server and how it answered, decoded, in order; the oldest go when `limits.journalEntries` are there. */
export class Journal {
  readonly #clock: Clock;
  readonly #people: KnownPeople;
  #entries: JournalEntry[] = [];
  #waiters: Waiter[] = [];
  #count = 0;

  constructor(options: { clock: Clock; people: KnownPeople }) {
    this.#clock = options.clock;
    this.#people = options.people;
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
    return this.#entries.filter((entry) => this.#matches(entry, match));
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
   * Resolves with the next entry that matches, which is still to come. An abort rejects it, and so does the end of the
   * server, and tells what came instead; without a signal that is after 4 seconds.
   */
  next(match: JournalMatch, { signal = untilWaitedLong() }: { signal?: AbortSignal } = {}): Promise<JournalEntry> {
    this.#assertMatch(match);
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const giveUp = (): void => {
        this.#waiters = this.#waiters.filter((other) => other !== waiter);
        reject(this.#notCome(waiter, signal.reason));
      };
      const stop = (): void => signal.removeEventListener('abort', giveUp);
      const waiter = {
        match,
        found: (entry: JournalEntry) => (stop(), resolve(entry)),
        ended: () => (stop(), reject(this.#notCome(waiter, new Error('The server was closed.')))),
        after: this.#count,
      };
      this.#waiters.push(waiter);
      signal.addEventListener('abort', giveUp);
    });
  }

  /** Rejects what is still waited for: nothing comes any more. */
  endWaiting(): void {
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const waiter of waiters) waiter.ended();
  }

  /** Throws unless there are such entries in this order; others may lie between. Tells what came nearest. */
  assertOrder(...expected: readonly JournalMatch[]): void {
    for (const match of expected) this.#assertMatch(match);
    let from = 0;
    for (const [index, match] of expected.entries()) {
      const at = this.#entries.findIndex((entry, place) => place >= from && this.#matches(entry, match));
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
    if (!this.#matches(entry, match)) return false;
    found(entry);
    return true;
  }

  #assertMatch(match: JournalMatch): void {
    assertMatch(match, { people: this.#people, entries: this.#entries });
  }

  #matches(entry: JournalEntry, match: JournalMatch): boolean {
    return differencesOf(entry, match, this.#people).length === 0;
  }

  #tell(match: JournalMatch, from: number): Search {
    return tellSearch(match, { entries: this.#entries, from, people: this.#people });
  }

  #notCome({ match, after }: Waiter, cause: unknown): Error {
    const from = this.#entries.findIndex(({ number }) => number > after);
    return journalErrors.notCome(this.#tell(match, from < 0 ? this.#entries.length : from), { cause });
  }
}
