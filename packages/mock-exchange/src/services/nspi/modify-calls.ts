import { isWireError } from '@cutover/wire';
import { ephemeralEntryId, nspiResult, permanentEntryId, type Stat } from '@cutover/wire/nspi';
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

/** Changes nothing: the directory is read only. What is wrong with the call is told first. [MS-OXNSPI] 3.1.4.1.14 */
export function modProps(book: AddressBook, { stat, tags }: { stat: Stat; tags: readonly number[] | null }) {
  demandCodePage(stat);
  demand(tags !== null, nspiResult.invalidParameter);
  required(book.object(stat.currentRec), nspiResult.invalidParameter);
  return { result: nspiResult.accessDenied };
}

/** Who asks, and how the organisation is changed. */
export interface LinkEditor {
  readonly account: Account;
  readonly change: (parts: Partial<Organisation>) => void;
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

const sameDN = (one: string | undefined, other: string): boolean => one?.toLowerCase() === other.toLowerCase();

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
export function modLinkAtt(book: AddressBook, { flags, tag, id, entryIds }: ModLinkAtt, editor: LinkEditor) {
  demand(isKnownLink(tag), nspiResult.notFound);
  const { recipient } = required(book.object(id), nspiResult.invalidParameter);
  const manager = recipient.kind === 'group' ? recipient.managedBy : undefined;
  const mayChange = manager !== undefined && sameDN(editor.account.legacyExchangeDN, manager);
  demand(recipient.kind === 'group' && mayChange && propertyId(tag) === memberProperty, nspiResult.accessDenied);
  const named = entryIds.map((entryId) => namedBy(book, entryId));
  const changed = withMembers(recipient, named, flags);
  const { recipients } = book.organisation;
  editor.change({ recipients: recipients.map((one) => (one === recipient ? changed : one)) });
  return { result: nspiResult.success };
}
