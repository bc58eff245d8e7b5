import { addressSearchKey, oneOffEntryId, type StoredProperty } from '@cutover/content';
import { pidTag, type PropertyTag } from '@cutover/wire/properties';
import {
  isPropertyError,
  type PropertyCell,
  recipientAddressType,
  recipientFlag,
  type RecipientRow,
  recipientRow,
  type TaggedValue,
} from '@cutover/wire/rop';
import { findByAddress } from '../../../organisation/find-by-address.ts';
import type { Organisation } from '../../../organisation/organisation.ts';
import { fromCodePage } from '../../../code-page.ts';
import { type IncomingOptions, storedProperty } from './incoming-value.ts';

export interface RecipientOptions extends IncomingOptions {
  readonly organisation: Organisation;
  /** What stands for the beginning of X500 names. */
  readonly dnPrefix: string;
}

const addressTypes: Readonly<Record<number, string>> = {
  [recipientAddressType.msMail]: 'MS',
  [recipientAddressType.smtp]: 'SMTP',
  [recipientAddressType.fax]: 'FAX',
};

const typeMask = 0x07;

interface Address {
  readonly type: string;
  readonly address: string;
}

function addressOf(row: RecipientRow, { dnPrefix }: RecipientOptions): Address {
  const kind = row.flags & typeMask;
  if (kind === recipientAddressType.x500) {
    return { type: 'EX', address: dnPrefix.slice(0, row.prefixUsed ?? 0) + (row.x500 ?? '') };
  }
  return { type: row.addressType ?? addressTypes[kind] ?? 'SMTP', address: row.emailAddress ?? '' };
}

const texts = ['emailAddress', 'displayName', 'simpleName', 'transmittableName'] as const;

/** 8-bit texts of the row in the session's code page. */
function decoded(row: RecipientRow, codePage: number): RecipientRow {
  if ((row.flags & recipientFlag.unicode) !== 0) return row;
  const converted = texts.flatMap((name) => {
    const text = row[name];
    return text === undefined ? [] : [[name, fromCodePage(text, codePage)] as const];
  });
  return { ...row, ...Object.fromEntries(converted) };
}

const isValue = (cell: PropertyCell): boolean =>
  cell !== undefined && !isPropertyError(cell) && !(typeof cell === 'object' && 'type' in cell);

function columnsOf(row: RecipientRow, tags: readonly PropertyTag[], options: RecipientOptions): StoredProperty[] {
  return row.columns.flatMap((cell, index) => {
    if (!isValue(cell)) return [];
    return storedProperty({ tag: tags[index]!, value: cell as TaggedValue['value'] }, options) ?? [];
  });
}

/** What everybody has whom the directory knows, and what an address outside has. */
function keysOf({ type, address }: Address, displayName: string, organisation: Organisation): StoredProperty[] {
  const known = findByAddress(organisation, address);
  const smtp = type === 'SMTP' ? address : known?.primarySmtpAddress;
  return [
    ...(smtp === undefined ? [] : [{ tag: pidTag.smtpAddress, value: smtp }]),
    { tag: pidTag.searchKey, value: addressSearchKey(type, address) },
    ...(type === 'SMTP' ? [{ tag: pidTag.entryId, value: oneOffEntryId(displayName, address) }] : []),
  ];
}

/** A recipient as the store keeps it, made of the row that a client sent. [MS-OXCDATA] 2.8.3.2 */
export function storedRecipient(
  bytes: Uint8Array,
  { tags, type, ...options }: RecipientOptions & { readonly tags: readonly PropertyTag[]; readonly type: number },
): readonly StoredProperty[] {
  const row = decoded(recipientRow(tags).decode(bytes, { trailing: 'ignore' }), options.codePage);
  const address = addressOf(row, options);
  const displayName = row.displayName ?? row.simpleName ?? address.address;
  const properties: StoredProperty[] = [
    { tag: pidTag.recipientType, value: type },
    { tag: pidTag.displayName, value: displayName },
    { tag: pidTag.addressType, value: address.type },
    { tag: pidTag.emailAddress, value: address.address },
    { tag: pidTag.transmittableDisplayName, value: row.transmittableName ?? displayName },
    ...(row.displayType === undefined ? [] : [{ tag: pidTag.displayType, value: row.displayType }]),
    ...keysOf(address, displayName, options.organisation),
    ...columnsOf(row, tags, options),
  ];
  // Of two of one kind the later one counts: what the client said beats what was concluded.
  return [...new Map(properties.map((property) => [property.name ?? property.tag >>> 16, property])).values()];
}
