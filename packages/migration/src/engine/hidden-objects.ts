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
  const traces = new Map<string, ReadonlySet<string>>();
  const trace = (sourceId: string, by: string): void => {
    const key = sourceId.toLowerCase();
    if (isHidden(sourceId)) traces.set(key, new Set([...(traces.get(key) ?? []), by]));
  };
  for (const { sourceId } of hidden.values()) trace(sourceId, 'is in the organization');
  for (const group of entries.filter((entry) => entry.kind === 'group')) traceMembers(group, trace);
  for (const sourceId of administration?.granted ?? [])
    trace(sourceId, 'is a mailbox that somebody was given a right to');
  const found = [...traces].map(([sourceId, by]) => lineOf(nameOf(sourceId, hidden.get(sourceId)), [...by]));
  return [
    ...found,
    ...unknownAddresses(entries, { known, administration }).map(
      addressLine({ knowsHidden: administration !== undefined }),
    ),
  ];
}

function traceMembers({ displayName, members }: SourceGroupEntry, trace: (sourceId: string, by: string) => void): void {
  for (const member of members) trace(member, `is a member of ${displayName}`);
}

const nameOf = (sourceId: string, known: HiddenObject | undefined): string =>
  known ? `${known.displayName} <${known.address}>` : sourceId.slice(sourceId.lastIndexOf('=') + 1);

const lineOf = (name: string, by: readonly string[]): string =>
  `"${name}" ${listed(by)}, but the directory does not show it: it is hidden from address lists, and will not be migrated. ${showIt}`;

const showIt = 'Show it in the address lists, then create the batch again.';

/** `a`, `a and b`, `a, b and c`. */
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** Who could ask for what is hidden knows that nothing else is. */
const addressLine =
  ({ knowsHidden }: { knowsHidden: boolean }) =>
  (address: string): string =>
    knowsHidden
      ? `"${address}" was given as an address, but nothing in the organization has it. Correct the list of known addresses.`
      : `"${address}" was given as an address, but the directory does not show it: it is hidden from address lists, or is not there at all, and will not be migrated. ${showIt}`;

/** The given addresses that nothing in the directory has; those of hidden objects are told already. */
function unknownAddresses(
  entries: readonly SourceRecipient[],
  { known, administration }: HiddenSearch,
): readonly string[] {
  const addresses = new Set(entries.flatMap(addressesOf).map((address) => address.toLowerCase()));
  for (const { address } of administration?.hidden ?? []) addresses.add(address.toLowerCase());
  return known.filter((address) => !addresses.has(address.toLowerCase()));
}

const addressesOf = ({ primaryAddress, proxyAddresses }: SourceRecipient): string[] => [
  primaryAddress,
  ...proxyAddresses.filter((proxy) => /^smtp:/i.test(proxy)).map((proxy) => proxy.slice('smtp:'.length)),
];
