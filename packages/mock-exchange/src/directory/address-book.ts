import { firstMinimalId } from '@cutover/wire/nspi';
import type { Organisation } from '../organisation/organisation.ts';
import type { Recipient } from '../organisation/recipient.ts';
import { stableGuid } from '../seeds/stable.ts';
import { compareNames } from './compare-names.ts';
import { type ContainerDefinition, containerDefinitions } from './container.ts';

/** An object of the directory under the key that rows have. */
export interface AddressBookObject {
  readonly id: number;
  readonly recipient: Recipient;
}

/** A list of the hierarchy with its rows in their order. */
export interface Container {
  readonly id: number;
  readonly guid: string;
  readonly dn: string;
  readonly depth: number;
  readonly parent?: Container;
  readonly definition: ContainerDefinition;
  /** MIds, sorted by display name. Hidden objects are in no list. */
  readonly rows: readonly number[];
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
  /** The groups that have the object as a direct member. */
  groupsOf(recipient: Recipient): readonly Recipient[];
  /** The people whom the object manages. */
  reportsOf(recipient: Recipient): readonly Recipient[];
  /** MIds of objects that a person would find, hidden ones excluded. */
  readonly visible: readonly AddressBookObject[];
}

// Objects come behind all containers, and with room, so that a new list does not renumber them.
const firstObjectId = 0x100;

const key = (dn: string): string => dn.toLowerCase();
const hexOfGuid = (guid: string): string => {
  const [a, b, c, d, e] = guid.split('-');
  const swap = (group: string): string =>
    group
      .replace(/(..)(?=.)/g, '$1 ')
      .split(' ')
      .toReversed()
      .join('');
  return `${swap(a!)}${swap(b!)}${swap(c!)}${d}${e}`;
};

/** DN of a container or of an object by its GUID alone. [MS-OXOABK] 2.2.1.1 */
const guidDn = (guid: string): string => `/guid=${hexOfGuid(guid).toUpperCase()}`;

// Older clients write the same in X.500 clothes.
const nt5Dn = (guid: string): string => `/o=nt5/ou=00000000000000000000000000000000/cn=${hexOfGuid(guid)}`;

function buildContainers(organisation: Organisation, visible: readonly AddressBookObject[]): Container[] {
  const containers: Container[] = [];
  for (const [index, definition] of containerDefinitions.entries()) {
    const parent = containers.find((container) => container.definition.key === definition.parent);
    const guid = stableGuid(organisation.legacyExchangeDN, 'address list', definition.key);
    const isGlobal = definition.key === 'global';
    containers.push({
      id: isGlobal ? 0 : firstMinimalId + index,
      guid,
      dn: isGlobal ? '/' : guidDn(guid),
      depth: parent === undefined ? 0 : parent.depth + 1,
      ...(parent && { parent }),
      definition,
      rows: visible.filter(({ recipient }) => definition.includes(recipient)).map(({ id }) => id),
    });
  }
  return containers;
}

const byName = (left: AddressBookObject, right: AddressBookObject): number =>
  compareNames(left.recipient.displayName, right.recipient.displayName) || left.id - right.id;

function collectLinks(
  recipients: readonly Recipient[],
  targetsOf: (recipient: Recipient) => readonly string[],
): Map<string, Recipient[]> {
  const links = new Map<string, Recipient[]>();
  for (const recipient of recipients) {
    for (const dn of targetsOf(recipient)) links.set(key(dn), [...(links.get(key(dn)) ?? []), recipient]);
  }
  return links;
}

/** Builds the view of an organisation; ids follow the order of its recipients. */
export function createAddressBook(organisation: Organisation): AddressBook {
  const objects = organisation.recipients.map((recipient, index) => ({ id: firstObjectId + index, recipient }));
  const visible = objects.filter(({ recipient }) => !recipient.hidden).toSorted(byName);
  const containers = buildContainers(organisation, visible);
  const byId = new Map(objects.map((object) => [object.id, object]));
  const containersById = new Map(containers.map((container) => [container.id, container]));
  const ids = new Map<string, number>(containers.map((container) => [key(container.dn), container.id]));
  for (const { id, recipient } of objects) {
    const { legacyExchangeDN, objectGuid } = recipient;
    for (const dn of [legacyExchangeDN, guidDn(objectGuid), nt5Dn(objectGuid)]) ids.set(key(dn), id);
  }
  const memberOf = collectLinks(organisation.recipients, (recipient) =>
    recipient.kind === 'group' ? recipient.members : [],
  );
  const managed = collectLinks(organisation.recipients, ({ attributes }) =>
    attributes.manager === undefined ? [] : [attributes.manager],
  );
  return {
    organisation,
    serverGuid: stableGuid(organisation.server.legacyExchangeDN, 'address book'),
    containers,
    visible,
    container: (id) => containersById.get(id),
    object: (id) => byId.get(id),
    idOf: (dn) => ids.get(key(dn)),
    idsOf: (dns) =>
      dns
        .map((dn) => byId.get(ids.get(key(dn)) ?? 0))
        .filter((object) => object !== undefined)
        .toSorted(byName)
        .map(({ id }) => id),
    groupsOf: ({ legacyExchangeDN }) => memberOf.get(key(legacyExchangeDN)) ?? [],
    reportsOf: ({ legacyExchangeDN }) => managed.get(key(legacyExchangeDN)) ?? [],
  };
}
