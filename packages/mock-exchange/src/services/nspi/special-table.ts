import {
  addressBookProvider,
  displayType,
  nspiResult,
  type NspiRow,
  nspiRow,
  permanentEntryId,
  specialTableFlag,
} from '@cutover/wire/nspi';
import { propertyTag, propertyType } from '@cutover/wire/properties';
import type { AddressBook } from '../../directory/address-book.ts';
import type { Container } from '../../directory/container.ts';
import { isDirectoryCodePage, toCodePage } from '../../code-page.ts';
import { demand } from './nspi-error.ts';

const { i32, bool, binary, string8, unicode } = propertyType;

const entryIdOf = ({ dn }: Container): Uint8Array =>
  permanentEntryId.encode({ provider: addressBookProvider, displayType: displayType.container, dn });

/** Hierarchy row. [MS-OXNSPI] 3.1.4.1.3, constraints 12 to 16 */
function hierarchyRow(container: Container, name: { tag: number; value: string }): NspiRow {
  const { parent } = container;
  return nspiRow([
    { tag: propertyTag(0x0fff, binary), value: entryIdOf(container) },
    { tag: propertyTag(0x3600, i32), value: container.definition.flags },
    { tag: propertyTag(0x3005, i32), value: container.depth },
    { tag: propertyTag(0xfffd, i32), value: container.id },
    name,
    { tag: propertyTag(0xfffb, bool), value: false },
    ...(parent === undefined ? [] : [{ tag: propertyTag(0xfffc, binary), value: entryIdOf(parent) }]),
  ]);
}

/**
 * The hierarchy of containers, or the creation templates, of which this server has none for any language. The STAT is
 * not looked at beyond its code page: impacket sends it shifted by four bytes.
 */
export function getSpecialTable(
  book: AddressBook,
  request: { flags: number; stat: { codePage: number }; version: number },
) {
  const success = nspiResult.success;
  if ((request.flags & specialTableFlag.creationTemplates) !== 0)
    return { version: request.version, rows: [], result: success };
  const wide = (request.flags & specialTableFlag.unicodeStrings) !== 0;
  demand(wide || isDirectoryCodePage(request.stat.codePage), nspiResult.invalidCodePage);
  const rows = book.containers.map((container) => {
    const { name } = container.definition;
    const value = wide ? name : toCodePage(name, request.stat.codePage);
    return hierarchyRow(container, { tag: propertyTag(0x3001, wide ? unicode : string8), value });
  });
  return { version: 1, rows, result: success };
}
