import { restriction as codec } from '@cutover/wire/rop';
import type { SearchCriteria } from '../../../store/folder-row.ts';
import type { Folder } from '../../../store/folder.ts';
import type { Mailbox } from '../../../store/mailbox.ts';
import type { Message } from '../../../store/message.ts';
import { fulfils } from './fulfils.ts';
import { namesOf } from './kept-restriction.ts';
import { messageBag } from './message-bag.ts';

/** Of 8-bit texts in restrictions, whose session is long gone. */
const codePage = 1252;

/** The folders that are looked into: those that are still there, and with `recursive` all below them. */
function scope(mailbox: Mailbox, { folderIds, recursive }: SearchCriteria): ReadonlySet<number> {
  const there = folderIds.filter((id) => mailbox.folder(id) !== undefined);
  const below = recursive ? there.flatMap((id) => mailbox.descendants(id)) : [];
  const folders = [...there.map((id) => mailbox.folder(id)!), ...below];
  return new Set(folders.filter(({ type }) => type !== searchType).map(({ id }) => id));
}

const searchType = 2;

export const isSearchFolder = ({ type }: Pick<Folder, 'type'>): boolean => type === searchType;

/** What the criteria find now. */
function find(mailbox: Mailbox, criteria: SearchCriteria): Message[] {
  const restriction = codec.decode(criteria.restriction);
  const names = namesOf(criteria.names);
  const isFound = (message: Message): boolean =>
    fulfils(restriction, messageBag(mailbox, message), { names, codePage });
  return [...scope(mailbox, criteria)].flatMap((id) => mailbox.messages(id, { associated: false }).filter(isFound));
}

/** The messages in a search folder, which are those of other folders: what is found now, or was when the search was stopped. */
export function searchResults(mailbox: Mailbox, { search }: Folder): Message[] {
  if (search === undefined) return [];
  if (search.found === undefined) return find(mailbox, search);
  return search.found.flatMap((id) => mailbox.message(id) ?? []);
}

/** The criteria of a search that finds nothing that comes later. */
export const frozen = (mailbox: Mailbox, criteria: SearchCriteria): SearchCriteria => ({
  ...criteria,
  found: criteria.found === undefined ? find(mailbox, criteria).map(({ id }) => id) : criteria.found,
});

const hasActiveSearches = 0x01000000;

/** The state of a mailbox: whether a search goes on in it. [MS-OXCSTOR] 2.2.1.1.3 */
export function storeStateOf(mailbox: Mailbox): number {
  const folders = mailbox.descendants(mailbox.wellKnown('root'));
  const isActive = folders.some(({ search }) => search !== undefined && search.found === undefined);
  return isActive ? hasActiveSearches : 0;
}
