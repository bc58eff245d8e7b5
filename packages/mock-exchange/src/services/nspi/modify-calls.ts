import { nspiResult, type Stat } from '@cutover/wire/nspi';
import { propertyId, propertyType, typeOfTag } from '@cutover/wire/properties';
import type { AddressBook } from '../../directory/address-book.ts';
import { knownProperties } from '../../directory/object-properties.ts';
import { demand, demandCodePage, required } from './nspi-error.ts';

const isKnownLink = (tag: number): boolean =>
  typeOfTag(tag) === propertyType.object &&
  knownProperties.some(({ id, type }) => id === propertyId(tag) && type === propertyType.object);

/** Changes nothing: the directory is read only. What is wrong with the call is told first. [MS-OXNSPI] 3.1.4.1.14 */
export function modProps(book: AddressBook, { stat, tags }: { stat: Stat; tags: readonly number[] | null }) {
  demandCodePage(stat);
  demand(tags !== null, nspiResult.invalidParameter);
  required(book.object(stat.currentRec), nspiResult.invalidParameter);
  return { result: nspiResult.accessDenied };
}

/** Changes nothing, as `modProps`. [MS-OXNSPI] 3.1.4.1.15 */
export function modLinkAtt(book: AddressBook, { tag, id }: { tag: number; id: number }) {
  demand(isKnownLink(tag), nspiResult.notFound);
  required(book.object(id), nspiResult.invalidParameter);
  return { result: nspiResult.accessDenied };
}
