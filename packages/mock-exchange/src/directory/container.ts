import { firstMinimalId } from '@cutover/wire/nspi';
import type { Organisation } from '../organisation/organisation.ts';
import type { Recipient } from '../organisation/recipient.ts';
import { stableGuid } from '../seeds/stable.ts';
import { guidDn } from './dn.ts';

/** A container of the hierarchy: what it shows, and whether it is a list at all. */
interface ContainerDefinition {
  /** Key in the table, stable: GUIDs are derived from it. */
  readonly key: string;
  readonly name: string;
  readonly parent?: string;
  readonly flags: number;
  readonly includes: (recipient: Recipient) => boolean;
}

/** A list of the hierarchy with its rows in their order. */
export interface Container {
  readonly id: number;
  readonly dn: string;
  readonly depth: number;
  readonly parent?: Container;
  readonly definition: ContainerDefinition;
  /** MIds, sorted by display name. Hidden objects are in no list. */
  readonly rows: readonly number[];
}

/** PidTagContainerFlags. [MS-OXOABK] 2.2.2.1 */
const containerFlag = { recipients: 0x1, subcontainers: 0x2, unmodifiable: 0x8 } as const;

const list = containerFlag.recipients | containerFlag.unmodifiable;
const folder = containerFlag.recipients | containerFlag.subcontainers | containerFlag.unmodifiable;

const isA =
  (kind: Recipient['kind']) =>
  (recipient: Recipient): boolean =>
    recipient.kind === kind;
const nobody = (): boolean => false;

/** The hierarchy that Exchange 2003 sets up, in the order in which it is shown; MIds follow it. */
const definitions: readonly ContainerDefinition[] = [
  { key: 'global', name: 'Default Global Address List', flags: list, includes: () => true },
  { key: 'all', name: 'All Address Lists', flags: folder, includes: nobody },
  { key: 'contacts', name: 'All Contacts', parent: 'all', flags: list, includes: isA('contact') },
  { key: 'groups', name: 'All Groups', parent: 'all', flags: list, includes: isA('group') },
  { key: 'users', name: 'All Users', parent: 'all', flags: list, includes: isA('mailbox') },
  { key: 'folders', name: 'Public Folders', parent: 'all', flags: list, includes: nobody },
];

/** What a container needs to know of an object. */
interface Listed {
  readonly id: number;
  readonly recipient: Recipient;
}

/** Makes the containers of an organisation; `visible` are the objects to list, in order. */
export function buildContainers(organisation: Organisation, visible: readonly Listed[]): Container[] {
  const containers: Container[] = [];
  for (const [index, definition] of definitions.entries()) {
    const parent = containers.find((container) => container.definition.key === definition.parent);
    const guid = stableGuid(organisation.legacyExchangeDN, 'address list', definition.key);
    // The global address list has the MId and the DN of the root. [MS-OXOABK] 2.2.1.1
    const identity = index === 0 ? { id: 0, dn: '/' } : { id: firstMinimalId + index, dn: guidDn(guid) };
    containers.push({
      ...identity,
      depth: parent === undefined ? 0 : parent.depth + 1,
      ...(parent && { parent }),
      definition,
      rows: visible.filter(({ recipient }) => definition.includes(recipient)).map(({ id }) => id),
    });
  }
  return containers;
}
