import { pidTag } from '@cutover/wire/properties';
import type { CallOptions } from '../options.ts';
import type { AddressBook } from './address-book.ts';
import { addressBookTag, entryColumns, memberColumns } from './columns.ts';
import type { DirectoryEntry } from './entry.ts';
import type { Row } from './row.ts';
import { type GroupLinks, kindOf, toEntry, toMember } from './to-entry.ts';

/** Reads the whole address list, with the members of every group; then what only groups name. */
export async function* readDirectory(book: AddressBook, options?: CallOptions): AsyncGenerator<DirectoryEntry> {
  const reader = new DirectoryReader(book, options);
  for await (const rows of book.pages(entryColumns, options)) {
    for (const row of rows) yield await reader.entry(row);
  }
  yield* reader.unlisted();
}

class DirectoryReader {
  readonly #book: AddressBook;
  readonly #options: CallOptions | undefined;
  /** legacyExchangeDNs that were handed over, in lower case. */
  readonly #listed = new Set<string>();
  /** Keys of groups that groups name, by their legacyExchangeDNs. */
  readonly #nested = new Map<string, number>();

  constructor(book: AddressBook, options?: CallOptions) {
    this.#book = book;
    this.#options = options;
  }

  async entry(row: Row): Promise<DirectoryEntry> {
    this.#listed.add(keyOf(row));
    return kindOf(row) === 'group' ? toEntry(row, await this.#linksOf(row)) : toEntry(row);
  }

  /** Groups that are hidden from the list but are members of one in it; each once, whatever the cycles. */
  async *unlisted(): AsyncGenerator<DirectoryEntry> {
    for (const [key, id] of this.#nested) {
      if (this.#listed.has(key)) continue;
      const [row] = await this.#book.rowsOf([id], entryColumns, this.#options);
      if (row) yield await this.entry(row);
    }
  }

  async #linksOf(group: Row): Promise<GroupLinks> {
    const dn = group.text(pidTag.emailAddress) ?? '';
    const members = await this.#book.linked({ dn, tag: addressBookTag.member }, memberColumns, this.#options);
    const owner = await this.#book.linked({ dn, tag: addressBookTag.owner }, memberColumns, this.#options);
    members.rows.forEach((row, index) => {
      if (kindOf(row) === 'group') this.#nested.set(keyOf(row), members.ids[index]!);
    });
    return { members: members.rows.map(toMember), managedByDN: owner.rows[0]?.text(pidTag.emailAddress) };
  }
}

function keyOf(row: Row): string {
  return (row.text(pidTag.emailAddress) ?? '').toLowerCase();
}
