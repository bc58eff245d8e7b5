import type { BatchRow, BatchRows } from '../csv/batch-rows.ts';
import { migrationErrors } from '../errors.ts';
import type { SourceMailboxEntry, SourceRecipient, Waiting } from '../ports/source.ts';
import type { EndpointRecord } from '../records/endpoint.ts';
import type { EngineContext } from './context.ts';

/** One object that a batch takes, and the row of the CSV file that named it. */
export interface BatchEntry {
  readonly entry: SourceRecipient;
  readonly row?: BatchRow | undefined;
}

export interface BatchEntries {
  readonly entries: readonly BatchEntry[];
  readonly problems: readonly string[];
}

/** What the source's directory gives a batch: everything, or the mailboxes that the rows name. */
export async function readEntries(
  context: EngineContext,
  { endpoint, rows }: { endpoint: EndpointRecord; rows: BatchRows | undefined },
  options: Waiting,
): Promise<BatchEntries> {
  const entries = await readDirectory(context, endpoint, options);
  if (rows) return named(entries, rows);
  const count = entries.filter(({ kind }) => kind === 'mailbox').length;
  const most = context.rules.mostMailboxes;
  if (count > most) throw migrationErrors.tooManyMailboxes({ count, most });
  return { entries: entries.map((entry) => ({ entry })), problems: hiddenMembers(entries) };
}

/** Objects that groups have as members, but that the directory does not show: they are hidden, and will not be migrated. */
function hiddenMembers(entries: readonly SourceRecipient[]): string[] {
  const shown = new Set(entries.map(({ sourceId }) => sourceId.toLowerCase()));
  const groups = new Map<string, string[]>();
  for (const group of entries) {
    if (group.kind !== 'group') continue;
    for (const member of group.members.filter((sourceId) => !shown.has(sourceId.toLowerCase()))) {
      groups.set(member, [...(groups.get(member) ?? []), group.displayName]);
    }
  }
  return [...groups].map(
    ([member, names]) =>
      `"${member.slice(member.lastIndexOf('=') + 1)}" is a member of ${names.join(', ')}, but the directory does not show it: it is hidden from address lists, and will not be migrated. Show it, then create the batch again.`,
  );
}

async function readDirectory(
  { sources }: EngineContext,
  endpoint: EndpointRecord,
  options: Waiting,
): Promise<SourceRecipient[]> {
  await using source = await sources.connect(endpoint, options);
  return await Array.fromAsync(source.directory(options));
}

function named(entries: readonly SourceRecipient[], rows: BatchRows): BatchEntries {
  const mailboxes = new Map(entries.filter((entry) => entry.kind === 'mailbox').flatMap(byAddress));
  const problems = [...rows.problems];
  const found = rows.mailboxes.flatMap((row) => {
    const entry = mailboxes.get(row.emailAddress.toLowerCase());
    if (entry) return [{ entry, row }];
    problems.push(`Row ${row.number}: the source shows no mailbox with the address "${row.emailAddress}".`);
    return [];
  });
  if (found.length === 0) throw migrationErrors.csvWithoutRows({ problems });
  return { entries: found, problems };
}

/** A mailbox under each of its SMTP addresses. */
function byAddress(entry: SourceMailboxEntry): [address: string, entry: SourceMailboxEntry][] {
  const proxies = entry.proxyAddresses.filter((proxy) => /^smtp:/i.test(proxy)).map((proxy) => proxy.slice(5));
  return [entry.primaryAddress, ...proxies].map((address) => [address.toLowerCase(), entry]);
}
