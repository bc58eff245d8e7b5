import { isWireError } from '@cutover/wire';
import {
  ephemeralEntryId,
  type NspiPropertyValue,
  nspiResult,
  type NspiRow,
  permanentEntryId,
  type Stat,
} from '@cutover/wire/nspi';
import { propertyId, propertyType, typeOfTag } from '@cutover/wire/properties';
import type { AddressBook } from '../../directory/address-book.ts';
import { knownProperties } from '../../directory/object-properties.ts';
import type { Account } from '../../organisation/account.ts';
import type { Organisation } from '../../organisation/organisation.ts';
import type { DistributionGroup, Recipient } from '../../organisation/recipient.ts';
import { demand, demandCodePage, NspiError, required } from './nspi-error.ts';

const isKnownLink = (tag: number): boolean =>
  typeOfTag(tag) === propertyType.object &&
  knownProperties.some(({ id, type }) => id === propertyId(tag) && type === propertyType.object);

/** Who asks, and how the organisation is changed. */
export interface DirectoryEditor {
  readonly account: Account;
  readonly change: (parts: Partial<Organisation>) => void;
}

const sameDN = (one: string | undefined, other: string): boolean => one?.toLowerCase() === other.toLowerCase();

interface ModProps {
  readonly stat: Stat;
  readonly tags: readonly number[] | null;
  readonly row: NspiRow;
}

/** What a user may write of himself, by id: the certificates that others encrypt by. [MS-OXNSPI] 3.1.4.1.14 */
const writable: Readonly<Record<number, 'userCertificates' | 'certificates'>> = {
  0x3a70: 'userCertificates',
  0x8c6a: 'certificates',
};

function certificatesIn({ tag, value }: NspiPropertyValue): readonly string[] {
  demand(typeOfTag(tag) === propertyType.mvBinary && Array.isArray(value), nspiResult.invalidParameter);
  return (value as readonly Uint8Array[]).map((bytes) => Buffer.from(bytes).toString('base64'));
}

/** Removes values and sets others, all or none: whoever the object is may do so with his certificates, nobody with anything else. */
export function modProps(book: AddressBook, { stat, tags, row }: ModProps, editor: DirectoryEditor) {
  demandCodePage(stat);
  demand(tags !== null, nspiResult.invalidParameter);
  const { recipient } = required(book.object(stat.currentRec), nspiResult.invalidParameter);
  const nameOf = (tag: number) => required(writable[propertyId(tag)], nspiResult.accessDenied);
  demand(sameDN(editor.account.legacyExchangeDN, recipient.legacyExchangeDN), nspiResult.accessDenied);
  const removed = tags.map((tag) => [nameOf(tag), []] as const);
  const set = row.values.map((value) => [nameOf(value.tag), certificatesIn(value)] as const);
  const attributes = { ...recipient.attributes, ...Object.fromEntries([...removed, ...set]) };
  replaceRecipient(book, editor, { from: recipient, to: { ...recipient, attributes } });
  return { result: nspiResult.success };
}

function replaceRecipient(
  { organisation: { recipients } }: AddressBook,
  { change }: DirectoryEditor,
  { from, to }: { from: Recipient; to: Recipient },
): void {
  change({ recipients: recipients.map((one) => (one === from ? to : one)) });
}

interface ModLinkAtt {
  readonly flags: number;
  readonly tag: number;
  readonly id: number;
  readonly entryIds: readonly Uint8Array[];
}

const deletes = 1;
const memberProperty = 0x8009;
const ephemeralMark = 0x87;

/** Whom an entry id names, by either of its forms. */
function namedBy(book: AddressBook, entryId: Uint8Array): Recipient {
  try {
    const id =
      entryId[0] === ephemeralMark
        ? ephemeralEntryId.decode(entryId).id
        : book.idOf(permanentEntryId.decode(entryId).dn);
    return required(id === undefined ? undefined : book.object(id), nspiResult.notFound).recipient;
  } catch (error) {
    if (isWireError(error)) throw new NspiError(nspiResult.invalidParameter);
    throw error;
  }
}

function withMembers(
  { members, ...group }: DistributionGroup,
  named: readonly Recipient[],
  flags: number,
): DistributionGroup {
  const isNamed = (dn: string): boolean => named.some(({ legacyExchangeDN }) => sameDN(legacyExchangeDN, dn));
  const others = members.filter((dn) => !isNamed(dn));
  const added = (flags & deletes) !== 0 ? [] : named.map(({ legacyExchangeDN }) => legacyExchangeDN);
  return { ...group, members: [...others, ...added] };
}

/** Changes members of a group, which whoever manages it may; nothing else can be changed here. [MS-OXNSPI] 3.1.4.1.15 */
export function modLinkAtt(book: AddressBook, { flags, tag, id, entryIds }: ModLinkAtt, editor: DirectoryEditor) {
  demand(isKnownLink(tag), nspiResult.notFound);
  const { recipient } = required(book.object(id), nspiResult.invalidParameter);
  const manager = recipient.kind === 'group' ? recipient.managedBy : undefined;
  const mayChange = manager !== undefined && sameDN(editor.account.legacyExchangeDN, manager);
  demand(recipient.kind === 'group' && mayChange && propertyId(tag) === memberProperty, nspiResult.accessDenied);
  const named = entryIds.map((entryId) => namedBy(book, entryId));
  replaceRecipient(book, editor, { from: recipient, to: withMembers(recipient, named, flags) });
  return { result: nspiResult.success };
}
