import type { Recipient } from '../organisation/recipient.ts';

/** A container of the hierarchy: what it shows, and whether it is a list at all. */
export interface ContainerDefinition {
  /** Key in the table, stable: ids and GUIDs are derived from it. */
  readonly key: string;
  readonly name: string;
  readonly parent?: string;
  readonly flags: number;
  readonly includes: (recipient: Recipient) => boolean;
}

/** PidTagContainerFlags. [MS-OXOABK] 2.2.2.1 */
const containerFlag = { recipients: 0x1, subcontainers: 0x2, unmodifiable: 0x8 } as const;

const list = containerFlag.recipients | containerFlag.unmodifiable;
const folder = containerFlag.recipients | containerFlag.subcontainers | containerFlag.unmodifiable;

/** The hierarchy that Exchange 2003 sets up, in the order in which it is shown. */
export const containerDefinitions: readonly ContainerDefinition[] = [
  { key: 'global', name: 'Default Global Address List', flags: list, includes: () => true },
  { key: 'all', name: 'All Address Lists', flags: folder, includes: () => false },
  {
    key: 'contacts',
    name: 'All Contacts',
    parent: 'all',
    flags: list,
    includes: (recipient) => recipient.kind === 'contact',
  },
  {
    key: 'groups',
    name: 'All Groups',
    parent: 'all',
    flags: list,
    includes: (recipient) => recipient.kind === 'group',
  },
  {
    key: 'users',
    name: 'All Users',
    parent: 'all',
    flags: list,
    includes: (recipient) => recipient.kind === 'mailbox',
  },
  { key: 'folders', name: 'Public Folders', parent: 'all', flags: list, includes: () => false },
];
