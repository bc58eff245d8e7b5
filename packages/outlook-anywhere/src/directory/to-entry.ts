import { displayType } from '@cutover/wire/nspi';
import { pidTag } from '@cutover/wire/properties';
import { addressBookTag, extensionColumns, textColumns } from './columns.ts';
import type { DirectoryAttributes, DirectoryEntry, DirectoryMember, DirectoryObject, DirectoryOther } from './entry.ts';
import type { Row } from './row.ts';

/** What of a group its row does not tell. */
export interface GroupLinks {
  readonly members: readonly DirectoryMember[];
  readonly managedByDN: string | undefined;
}

/** What kind of object a row shows. [MS-OXOABK] 2.2.3.11 */
export function kindOf(row: Row): DirectoryEntry['kind'] {
  const type = row.number(pidTag.displayType);
  if (type === displayType.mailUser) return homeDatabaseOf(row) ? 'mailbox' : 'other';
  if (type === displayType.distributionList) return 'group';
  return type === displayType.remoteMailUser ? 'contact' : 'other';
}

/** Makes the entry of a row; `links` for groups. */
export function toEntry(row: Row, links?: GroupLinks): DirectoryEntry {
  const object = objectOf(row);
  const kind = kindOf(row);
  if (kind === 'mailbox') {
    const homeDatabaseDN = homeDatabaseOf(row) ?? '';
    return {
      kind,
      ...object,
      homeDatabaseDN,
      homeServerDN: homeDatabaseDN.slice(0, Math.max(0, homeDatabaseDN.lastIndexOf('/'))),
      mailboxGuid: row.guid(addressBookTag.mailboxGuid),
      managerDN: row.text(addressBookTag.manager),
    };
  }
  if (kind === 'group') return { kind, ...object, members: [], managedByDN: undefined, ...links };
  if (kind === 'contact') return { kind, ...object, targetAddress: row.text(addressBookTag.targetAddress) ?? '' };
  return { kind, ...object, other: otherOf(row) };
}

/** Makes what a group tells of a member. */
export function toMember(row: Row): DirectoryMember {
  const { displayName, primarySmtpAddress, legacyExchangeDN } = namesOf(row);
  return { kind: kindOf(row), displayName, primarySmtpAddress, legacyExchangeDN };
}

function namesOf(row: Row) {
  return {
    displayName: row.text(pidTag.displayName) ?? '',
    primarySmtpAddress: row.text(pidTag.smtpAddress) ?? '',
    legacyExchangeDN: row.text(pidTag.emailAddress) ?? '',
  };
}

function objectOf(row: Row): DirectoryObject {
  return {
    ...namesOf(row),
    alias: row.text(pidTag.account) ?? '',
    guid: row.guid(addressBookTag.objectGuid),
    proxyAddresses: row.texts(addressBookTag.proxyAddresses),
    attributes: attributesOf(row),
  };
}

function homeDatabaseOf(row: Row): string | undefined {
  return row.text(addressBookTag.homeDatabase);
}

const others = new Map<number | undefined, DirectoryOther['other']>([
  [displayType.mailUser, 'user without mailbox'],
  [displayType.forum, 'public folder'],
  [displayType.agent, 'dynamic group'],
]);

function otherOf(row: Row): DirectoryOther['other'] {
  return others.get(row.number(pidTag.displayType)) ?? 'unknown';
}

function attributesOf(row: Row): DirectoryAttributes {
  const texts = Object.entries(textColumns).map(([name, tag]) => [name, row.text(tag)] as const);
  const telephones = row.texts(pidTag.business2TelephoneNumbers);
  const extensions = extensionColumns.flatMap((tag, index) => {
    const value = row.text(tag);
    return value === undefined ? [] : [[index + 1, value] as const];
  });
  const all = [
    ...texts,
    ['otherTelephones', telephones.length > 0 ? telephones : undefined],
    ['extensionAttributes', extensions.length > 0 ? Object.fromEntries(extensions) : undefined],
    ['created', row.date(pidTag.creationTime)],
    ['changed', row.date(pidTag.lastModificationTime)],
  ] as const;
  return Object.fromEntries(all.filter(([, value]) => value !== undefined)) as DirectoryAttributes;
}
