import type { HiddenObject, SourceAdministration, SourceGroupEntry, SourceRecipient } from '../ports/source.ts';

export interface HiddenSearch {
  readonly administration: SourceAdministration | undefined;
  /** Addresses that somebody knows of. */
  readonly known: readonly string[];
}

/** One line for each object that is not in the directory's list, though something else tells of it. */
export function hiddenObjects(entries: readonly SourceRecipient[], { administration, known }: HiddenSearch): string[] {
  const shown = new Set(entries.map(({ sourceId }) => sourceId.toLowerCase()));
  const isHidden = (sourceId: string): boolean => !shown.has(sourceId.toLowerCase());
  const hidden = new Map(administration?.hidden.map((one) => [one.sourceId.toLowerCase(), one]));
  const traces = new Map<string, string[]>();
  const trace = (sourceId: string, by: string): void => {
    const key = sourceId.toLowerCase();
    if (isHidden(sourceId)) traces.set(key, [...(traces.get(key) ?? []), by]);
  };
  for (const { sourceId } of hidden.values()) trace(sourceId, 'is in the organization');
  for (const group of entries.filter((entry) => entry.kind === 'group')) traceMembers(group, trace);
  for (const sourceId of administration?.granted ?? [])
    trace(sourceId, 'is a mailbox that somebody was given a right to');
  const found = [...traces].map(([sourceId, by]) => lineOf(nameOf(sourceId, hidden.get(sourceId)), by));
  return [...found, ...unknownAddresses(entries, { known, hidden: [...hidden.values()] })];
}

function traceMembers({ displayName, members }: SourceGroupEntry, trace: (sourceId: string, by: string) => void): void {
  for (const member of members) trace(member, `is a member of ${displayName}`);
}

const nameOf = (sourceId: string, known: HiddenObject | undefined): string =>
  known ? `${known.displayName} <${known.address}>` : sourceId.slice(sourceId.lastIndexOf('=') + 1);

const lineOf = (name: string, by: readonly string[]): string =>
  `"${name}" ${by.join(', ')}, but the directory does not show it: it is hidden from address lists, and will not be migrated. Show it, then create the batch again.`;

/** The given addresses that nothing in the directory has; those of hidden objects are told already. */
function unknownAddresses(
  entries: readonly SourceRecipient[],
  { known, hidden }: { known: readonly string[]; hidden: readonly HiddenObject[] },
): string[] {
  const addresses = new Set(entries.flatMap(addressesOf).map((address) => address.toLowerCase()));
  for (const { address } of hidden) addresses.add(address.toLowerCase());
  return known
    .filter((address) => !addresses.has(address.toLowerCase()))
    .map((address) => lineOf(address, ['was given as an address']));
}

const addressesOf = ({ primaryAddress, proxyAddresses }: SourceRecipient): string[] => [
  primaryAddress,
  ...proxyAddresses.filter((proxy) => /^smtp:/i.test(proxy)).map((proxy) => proxy.slice('smtp:'.length)),
];
