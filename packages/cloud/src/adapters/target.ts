import type { Clock } from '@cutover/base';
import { migrationErrors, type SourceRecipient, type Target, type TargetRecipient } from '@cutover/migration';
import { type Account, type Directory, smtpAddresses, type StoredRecipient } from '../store/directory.ts';
import type { OrganisationStore } from '../store/organisation-store.ts';

/** The emulated organisation as what is migrated to. */
export function createTarget(options: {
  store: Pick<OrganisationStore, 'directory' | 'mailboxes'>;
  clock: Clock;
}): Target {
  const { directory, mailboxes } = options.store;
  const add = (entry: SourceRecipient, guid: string, account?: Account): TargetRecipient => {
    const recipient = toRecipient(entry, { guid, createdAt: options.clock.now() });
    assertAddressesFree(directory, recipient);
    directory.add(recipient, account);
    return recipient;
  };
  return {
    isAcceptedDomain: (domain) => isAccepted(directory, domain),
    findRecipient: ({ sourceId, address }) =>
      directory.findBySource(sourceId) ?? (address === undefined ? undefined : directory.findByAddress(address)),
    hasRecipient: (guid) => directory.findByGuid(guid) !== undefined,
    createMailbox: (entry, { guid, ...account }) => {
      const user = directory.findByAddress(entry.primaryAddress);
      if (user?.kind !== 'mailUser') return add(entry, guid, account);
      // It stays the same object, so that groups keep it as a member.
      const mailbox = { ...toRecipient(entry, { guid: user.guid, createdAt: user.createdAt }) };
      directory.change(mailbox);
      directory.saveAccount(user.guid, account);
      return mailbox;
    },
    createContact: (entry, { guid }) => add(entry, guid),
    createGroup: (entry, { guid }) => add(entry, guid),
    linkRecipient: (guid, entry) => linkRecipient(directory, directory.findByGuid(guid)!, entry),
    setGroupMembers: (groupGuid, members) => directory.setMembers(groupGuid, members),
    openMailbox: (guid) => mailboxes.open(guid),
  };
}

/** What an administrator has made keeps its names; addresses of the source that are free come to it. */
function linkRecipient(directory: Directory, recipient: StoredRecipient, entry: SourceRecipient): void {
  if (recipient.sourceId !== undefined) return;
  const own = new Set(recipient.proxyAddresses.map((address) => address.toLowerCase()));
  const added = withLegacyName(entry)
    .map((address) => address.replace(/^smtp:/i, 'smtp:'))
    .filter((address) => !own.has(address.toLowerCase()) && isFree(directory, address));
  const proxyAddresses = [...recipient.proxyAddresses, ...added];
  directory.change({ ...recipient, sourceId: entry.sourceId, proxyAddresses });
}

const isFree = (directory: Directory, proxy: string): boolean =>
  !proxy.startsWith('smtp:') || directory.findByAddress(proxy.slice('smtp:'.length)) === undefined;

function assertAddressesFree(directory: Directory, recipient: StoredRecipient): void {
  for (const address of smtpAddresses(recipient)) {
    const owner = directory.findByAddress(address);
    if (owner) throw migrationErrors.addressTaken({ address, kind: owner.kind });
  }
}

const isAccepted = (directory: Directory, domain: string): boolean =>
  directory.acceptedDomains().some(({ name }) => name.toLowerCase() === domain.toLowerCase());

function toRecipient(
  entry: SourceRecipient,
  { guid, createdAt }: { guid: string; createdAt: number },
): StoredRecipient {
  const { kind, sourceId, displayName, alias, primaryAddress, attributes } = entry;
  return {
    guid,
    kind,
    sourceId,
    displayName,
    alias,
    primaryAddress,
    proxyAddresses: withLegacyName(entry),
    attributes,
    externalAddress: kind === 'contact' ? entry.externalAddress : undefined,
    // The seeds' rule: the address of the source is the new sign-in name, too.
    signInName: kind === 'mailbox' ? primaryAddress : undefined,
    createdAt,
  };
}

/** The old name becomes an X500 address: who replies to old mail, or has it in his nickname cache, still gets through. */
function withLegacyName({ proxyAddresses, sourceId }: SourceRecipient): string[] {
  const x500 = `X500:${sourceId}`;
  const isThere = proxyAddresses.some((address) => address.toLowerCase() === x500.toLowerCase());
  return isThere ? [...proxyAddresses] : [...proxyAddresses, x500];
}
