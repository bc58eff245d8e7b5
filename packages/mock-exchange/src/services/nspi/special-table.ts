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
import { type CreationTemplate, creationTemplates } from '../../directory/creation-template.ts';
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

/** Row of the creation templates: what kind of address can be made, and by which template. Its texts are of 8 bits always. */
function creationRow({ dn, displayName, addressType }: CreationTemplate, index: number): NspiRow {
  const entryId = { provider: addressBookProvider, displayType: displayType.addressTemplate, dn };
  return nspiRow([
    { tag: propertyTag(0x3002, string8), value: addressType },
    { tag: propertyTag(0x3001, string8), value: displayName },
    { tag: propertyTag(0x3900, i32), value: displayType.mailUser },
    { tag: propertyTag(0x0fff, binary), value: permanentEntryId.encode(entryId) },
    { tag: propertyTag(0x3005, i32), value: 0 },
    { tag: propertyTag(0x3609, bool), value: true },
    { tag: propertyTag(0x0ff6, binary), value: Uint8Array.of(index, 0, 0, 0) },
  ]);
}

/**
 * The hierarchy of containers, or the templates to make addresses by in the language of the STAT; of that, nothing else but
 * the code page is looked at: impacket sends it shifted by four bytes.
 */
export function getSpecialTable(
  book: AddressBook,
  request: { flags: number; stat: { codePage: number; templateLocale: number }; version: number },
) {
  const success = nspiResult.success;
  if ((request.flags & specialTableFlag.creationTemplates) !== 0) {
    const templates = creationTemplates(book.organisation, request.stat.templateLocale);
    return { version: request.version, rows: templates.map(creationRow), result: success };
  }
  const wide = (request.flags & specialTableFlag.unicodeStrings) !== 0;
  demand(wide || isDirectoryCodePage(request.stat.codePage), nspiResult.invalidCodePage);
  const rows = book.containers.map((container) => {
    const { name } = container.definition;
    const value = wide ? name : toCodePage(name, request.stat.codePage);
    return hierarchyRow(container, { tag: propertyTag(0x3001, wide ? unicode : string8), value });
  });
  return { version: 1, rows, result: success };
}
