import { nspiResult, queryColumnsFlag, retrieveFlag, type Stat } from '@cutover/wire/nspi';
import { propertyType, typeOfTag } from '@cutover/wire/properties';
import type { AddressBook } from '../../directory/address-book.ts';
import { isDirectoryCodePage } from '../../code-page.ts';
import { hasErrors, knownTags, rowOf, tagsOf } from '../../directory/row.ts';
import { limits } from '../../limits.ts';
import { demand, demandCodePage, required } from './nspi-error.ts';

const unicodeCodePage = 1200;

/** MIds of DNs; 0 where there is none. [MS-OXNSPI] 3.1.4.1.13 */
export function dnToMinimalId(book: AddressBook, { names }: { names: readonly (string | null)[] }) {
  const ids = names.map((name) => (name === null ? 0 : (book.idOf(name) ?? 0)));
  return { ids, result: nspiResult.success };
}

/** The properties that an object has, text as 8-bit. [MS-OXNSPI] 3.1.4.1.6 */
export function getPropList(book: AddressBook, request: { flags: number; id: number; codePage: number }) {
  demandCodePage(request);
  const target = required(book.object(request.id), nspiResult.generalFailure);
  const skipObjects = (request.flags & retrieveFlag.skipObjects) !== 0;
  return { tags: tagsOf(book, target, { skipObjects, unicode: false }), result: nspiResult.success };
}

/** Only here Unicode may be the code page, unless 8-bit text is asked for. [MS-OXNSPI] 3.1.4.1.7, constraint 1 */
function demandReadable(stat: Stat, tags: readonly number[] | null): void {
  const narrow = tags?.some((tag) => (typeOfTag(tag) & 0x0fff) === propertyType.string8) ?? false;
  const isReadable = stat.codePage === unicodeCodePage ? !narrow : isDirectoryCodePage(stat.codePage);
  demand(isReadable, nspiResult.invalidCodePage);
}

/** Properties of the object under the cursor. [MS-OXNSPI] 3.1.4.1.7 */
export function getProps(book: AddressBook, request: { flags: number; stat: Stat; tags: readonly number[] | null }) {
  const { flags, stat } = request;
  demandReadable(stat, request.tags);
  demand((request.tags?.length ?? 0) <= limits.nspiCells, nspiResult.outOfResources);
  const target = book.object(stat.currentRec);
  const skipObjects = (flags & retrieveFlag.skipObjects) !== 0;
  const unicode = stat.codePage === unicodeCodePage;
  const tags = request.tags ?? (target === undefined ? [] : tagsOf(book, target, { skipObjects, unicode }));
  const ephemeralIds = (flags & retrieveFlag.ephemeralId) !== 0;
  const row = rowOf(book, target, tags, { codePage: stat.codePage, containerId: stat.containerId, ephemeralIds });
  return { row, result: hasErrors(row) ? nspiResult.errorsReturned : nspiResult.success };
}

/** All columns that the server knows. [MS-OXNSPI] 3.1.4.1.5 */
export function queryColumns(_book: AddressBook, request: { reserved: number; flags: number }) {
  demand(request.reserved === 0, nspiResult.invalidParameter);
  const unicode = (request.flags & queryColumnsFlag.unicode) !== 0;
  return { tags: knownTags({ skipObjects: false, unicode }), result: nspiResult.success };
}
