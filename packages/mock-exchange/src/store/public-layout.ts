import type { LayoutFolder, StoreLayout } from './mailbox-layout.ts';

/** What a new folder lets everybody do, and whoever did not sign in: Author and Contributor. [MS-OXCPERM] 2.2.7 */
const rights = { author: 0x41b, contributor: 0x402 } as const;

const permissions = [
  { memberId: 0n, entryId: new Uint8Array(), name: '', rights: rights.author },
  { memberId: -1n, entryId: new Uint8Array(), name: 'Anonymous', rights: rights.contributor },
] as const;

/** The folders of a new store of public folders; `site` is the legacyExchangeDN of the administrative group. [MS-OXCSTOR] 2.2.1.1.4 */
const foldersOf = (site: string): readonly LayoutFolder[] => [
  { key: 'root', name: '' },
  { key: 'ipmSubtree', name: 'IPM_SUBTREE', parent: 'root' },
  { key: 'nonIpmSubtree', name: 'NON_IPM_SUBTREE', parent: 'root' },
  { key: 'formsRegistry', name: 'EFORMS REGISTRY', parent: 'nonIpmSubtree' },
  { key: 'freeBusy', name: 'SCHEDULE+ FREE BUSY', parent: 'nonIpmSubtree' },
  { key: 'offlineAddressBook', name: 'OFFLINE ADDRESS BOOK', parent: 'nonIpmSubtree' },
  { key: 'localFormsRegistry', name: 'Organization Forms', parent: 'formsRegistry' },
  { key: 'localFreeBusy', name: `EX:${site}`, parent: 'freeBusy' },
  { key: 'localOfflineAddressBook', name: `EX:${site}`, parent: 'offlineAddressBook' },
];

/** A new store of public folders. */
export const publicLayout = (site: string): StoreLayout => ({ isPublic: true, folders: foldersOf(site), permissions });
