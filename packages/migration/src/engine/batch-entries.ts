import type { BatchRow, BatchRows } from '../csv/batch-rows.ts';
import { migrationErrors } from '../errors.ts';
import type { SourceAdministration, SourceMailboxEntry, SourceRecipient, Waiting } from '../ports/source.ts';
import type { EndpointRecord } from '../records/endpoint.ts';
import type { EngineContext } from './context.ts';
import { hiddenObjects } from './hidden-objects.ts';

/** One object that a batch takes, and the row of the CSV file that named it. */
export interface BatchEntry {
  readonly entry: SourceRecipient;
  readonly row?: BatchRow | undefined;
}

export interface BatchEntries {
  readonly entries: readonly BatchEntry[];
  readonly problems: readonly string[];
}

export interface EntriesRequest {
  readonly endpoint: EndpointRecord;
  readonly rows: BatchRows | undefined;
  /** Addresses that are looked for; what the directory does not show of them is told. */
  readonly knownAddresses?: readonly string[] | undefined;
}

/** What the source's directory gives a batch: everything, or the mailboxes that the rows name. */
export async function readEntries(
  context: EngineContext,
  { endpoint, rows, knownAddresses: known = [] }: EntriesRequest,
  options: Waiting,
): Promise<BatchEntries> {
  const { administration, entries, problems } = await readDirectory(context, endpoint, options);
  if (rows) {
    const found = named(entries, rows);
    return { ...found, problems: [...found.problems, ...withUnifiedMessaging(found.entries, administration)] };
  }
  const count = entries.filter(({ kind }) => kind === 'mailbox').length;
  const most = context.rules.mostMailboxes;
  if (count > most) throw migrationErrors.tooManyMailboxes({ count, most });
  const taken = entries.map((entry) => ({ entry }));
  const hidden = hiddenObjects(entries, { administration, known });
  return { entries: taken, problems: [...problems, ...hidden, ...withUnifiedMessaging(taken, administration)] };
}

/** Mailboxes that will fail until Unified Messaging is disabled for them; said now, it can be done before the start. */
function withUnifiedMessaging(
  entries: readonly BatchEntry[],
  administration: SourceAdministration | undefined,
): string[] {
  const enabled = new Set(administration?.unifiedMessaging.map((sourceId) => sourceId.toLowerCase()));
  return entries
    .filter(({ entry: { sourceId } }) => enabled.has(sourceId.toLowerCase()))
    .map(({ entry: { primaryAddress: mailbox } }) => migrationErrors.unifiedMessagingEnabled({ mailbox }).message);
}

interface DirectoryAnswer {
  readonly entries: readonly SourceRecipient[];
  readonly administration: SourceAdministration | undefined;
  readonly problems: readonly string[];
}

async function readDirectory(
  { sources }: EngineContext,
  endpoint: EndpointRecord,
  options: Waiting,
): Promise<DirectoryAnswer> {
  await using source = await sources.connect(endpoint, options);
  const entries = await Array.fromAsync(source.directory(options));
  try {
    return { entries, administration: await source.administration?.(options), problems: [] };
  } catch (error) {
    options.signal?.throwIfAborted();
    const problem = `Whether objects are hidden, or enabled for Unified Messaging, could not be asked: ${(error as Error).message}`;
    return { entries, administration: undefined, problems: [problem] };
  }
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
