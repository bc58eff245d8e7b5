import type { SourceRecipient } from '@cutover/migration';
import type { DirectoryAttributes, DirectoryEntry } from '@cutover/outlook-anywhere';

/** A directory entry as the migration knows it; undefined for what a cutover does not take. */
export function toSourceEntry(entry: DirectoryEntry): SourceRecipient | undefined {
  if (entry.kind === 'other') return undefined;
  const common = {
    sourceId: entry.legacyExchangeDN,
    displayName: entry.displayName,
    alias: entry.alias,
    primaryAddress: entry.primarySmtpAddress,
    proxyAddresses: entry.proxyAddresses,
    attributes: toAttributes(entry.attributes),
  };
  if (entry.kind === 'mailbox') return { ...common, kind: 'mailbox' };
  if (entry.kind === 'group') {
    return { ...common, kind: 'group', members: entry.members.map(({ legacyExchangeDN }) => legacyExchangeDN) };
  }
  const externalAddress = entry.targetAddress.replace(/^smtp:/i, '');
  return { ...common, primaryAddress: common.primaryAddress || externalAddress, kind: 'contact', externalAddress };
}

/** Attributes as texts; lists are joined, extension attributes numbered, times of the source left behind. */
function toAttributes({ extensionAttributes = {}, ...attributes }: DirectoryAttributes): Record<string, string> {
  const texts = Object.entries(attributes).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'string') return [[name, value]];
    return Array.isArray(value) ? [[name, value.join('; ')]] : [];
  });
  const extensions = Object.entries(extensionAttributes).map(([number, value]) => [
    `extensionAttribute${number}`,
    value,
  ]);
  return Object.fromEntries([...texts, ...extensions]) as Record<string, string>;
}
