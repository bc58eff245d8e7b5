import type { Organisation } from '../organisation/organisation.ts';
import type { Recipient } from '../organisation/recipient.ts';
import { stableGuid } from '../seeds/stable.ts';
import { compareNames } from './compare-names.ts';
import { buildContainers, type Container } from './container.ts';
import { dnKey, guidDn, nt5Dn } from './dn.ts';

/** An object of the directory under the key that rows have. */
export interface AddressBookObject {
  readonly id: number;
  /** Its place among all objects in the order of display names. */
  readonly rank: number;
  readonly recipient: Recipient;
}

/** What NSPI shows of an organisation at one time. */
export interface AddressBook {
  readonly organisation: Organisation;
  /** Stands in ephemeral entry ids. */
  readonly serverGuid: string;
  readonly containers: readonly Container[];
  container(id: number): Container | undefined;
  object(id: number): AddressBookObject | undefined;
  /** MId of the object or the container that a DN names, in any of the forms of DN that clients use. */
  idOf(dn: string): number | undefined;
  /** MIds of objects by their DNs, hidden ones too, sorted by display name. */
  idsOf(dns: readonly string[]): number[];
  /** The objects under these MIds, sorted by display name; what is no object is left out. */
  sorted(ids: readonly number[]): AddressBookObject[];
  /** The groups that have the object as a direct member. */
  groupsOf(recipient: Recipient): readonly Recipient[];
  /** The people whom the object manages. */
  reportsOf(recipient: Recipient): readonly Recipient[];
}

// Objects come behind all containers, and with room, so that a new list does not renumber them.
const firstObjectId = 0x100;

/** Objects in the order of their names; ids follow the order of the recipients. */
function sortObjects(recipients: readonly Recipient[]): AddressBookObject[] {
  return recipients
    .map((recipient, index) => ({ id: firstObjectId + index, recipient }))
    .toSorted(
      (left, right) => compareNames(left.recipient.displayName, right.recipient.displayName) || left.id - right.id,
    )
    .map((object, rank) => ({ ...object, rank }));
}

function indexDns(containers: readonly Container[], objects: readonly AddressBookObject[]): Map<string, number> {
  const ids = new Map(containers.map((container) => [dnKey(container.dn), container.id]));
  for (const { id, recipient } of objects) {
    const { legacyExchangeDN, objectGuid } = recipient;
    for (const dn of [legacyExchangeDN, guidDn(objectGuid), nt5Dn(objectGuid)]) ids.set(dnKey(dn), id);
  }
  return ids;
}

/** Who names whom, the other way round. */
function collectLinks(
  recipients: readonly Recipient[],
  targetsOf: (recipient: Recipient) => readonly string[],
): (target: Recipient) => readonly Recipient[] {
  const links = new Map<string, Recipient[]>();
  for (const recipient of recipients) {
    for (const dn of targetsOf(recipient)) {
      const sources = links.get(dnKey(dn));
      if (sources === undefined) links.set(dnKey(dn), [recipient]);
      else sources.push(recipient);
    }
  }
  return ({ legacyExchangeDN }) => links.get(dnKey(legacyExchangeDN)) ?? [];
}

const membersOf = (recipient: Recipient): readonly string[] => (recipient.kind === 'group' ? recipient.members : []);
const managersOf = ({ attributes: { manager } }: Recipient): string[] => (manager === undefined ? [] : [manager]);

/** Builds the view of an organisation. */
export function createAddressBook(organisation: Organisation): AddressBook {
  const objects = sortObjects(organisation.recipients);
  const containers = buildContainers(
    organisation,
    objects.filter(({ recipient }) => !recipient.hidden),
  );
  const byId = new Map(objects.map((object) => [object.id, object]));
  const containersById = new Map(containers.map((container) => [container.id, container]));
  const ids = indexDns(containers, objects);
  const sorted = (wanted: readonly number[]): AddressBookObject[] =>
    wanted
      .map((id) => byId.get(id))
      .filter((object) => object !== undefined)
      .toSorted((left, right) => left.rank - right.rank);
  return {
    organisation,
    serverGuid: stableGuid(organisation.server.legacyExchangeDN, 'address book'),
    containers,
    container: (id) => containersById.get(id),
    object: (id) => byId.get(id),
    idOf: (dn) => ids.get(dnKey(dn)),
    idsOf: (dns) => sorted(dns.map((dn) => ids.get(dnKey(dn)) ?? 0)).map(({ id }) => id),
    sorted,
    groupsOf: collectLinks(organisation.recipients, membersOf),
    reportsOf: collectLinks(organisation.recipients, managersOf),
  };
}
