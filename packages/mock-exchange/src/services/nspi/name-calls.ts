import { addressBookProvider, type NspiPropertyName, nspiResult } from '@cutover/wire/nspi';
import { firstNamedId, propertyId, propertySet, propertyTag, propertyType } from '@cutover/wire/properties';
import type { AddressBook } from '../../directory/address-book.ts';
import { knownProperties } from '../../directory/object-properties.ts';
import { demand } from './nspi-error.ts';

/** Ids below belong to MAPI, those above to the address book, whose set is called as its provider is. */
const setOf = (id: number): string => (id < firstNamedId ? propertySet.mapi : addressBookProvider);

const nameOf = (id: number): NspiPropertyName => ({ set: setOf(id), reserved: 0, id });

const isKnown = (id: number, set: string): boolean =>
  setOf(id) === set && knownProperties.some((known) => known.id === id);

interface NamesRequest {
  readonly set: string | null;
  readonly tags: readonly number[] | null;
}

/** The names of ids, or every id of a set. [MS-NSPI] 3.1.4.16 */
export function getNamesFromIds(_book: AddressBook, { set, tags }: NamesRequest) {
  if (tags !== null)
    return { tags: null, names: tags.map((tag) => nameOf(propertyId(tag))), result: nspiResult.success };
  demand(set !== null, nspiResult.invalidParameter);
  // MAPI's own ids are not listed.
  demand(set !== propertySet.mapi, nspiResult.notFound);
  const known = knownProperties.filter(({ id }) => setOf(id) === set);
  return {
    tags: known.map(({ id, type }) => propertyTag(id, type)),
    names: known.map(({ id }) => nameOf(id)),
    result: nspiResult.success,
  };
}

/** The ids of names, without a type; an error in the place of one that there is not. [MS-NSPI] 3.1.4.17 */
export function getIdsFromNames(
  _book: AddressBook,
  { names }: { readonly names: readonly (NspiPropertyName | null)[] },
) {
  const { unspecified, error } = propertyType;
  const tags = names.map((name) =>
    name !== null && name.set !== null && isKnown(name.id, name.set)
      ? propertyTag(name.id, unspecified)
      : propertyTag(0, error),
  );
  const isComplete = tags.every((tag) => propertyId(tag) !== 0);
  return { tags, result: isComplete ? nspiResult.success : nspiResult.errorsReturned };
}
