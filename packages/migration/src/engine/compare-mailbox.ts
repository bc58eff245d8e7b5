import { createHash } from 'node:crypto';
import { ContentDigest } from '../compare/content-digest.ts';
import { migrationErrors } from '../errors.ts';
import type { MailboxLedger } from '../ports/migration-store.ts';
import type { ContentChange, SourceFolder, SourceMailbox, Waiting } from '../ports/source.ts';
import type { TargetMailbox } from '../ports/target.ts';
import type { FolderComparison } from '../records/comparison.ts';
import type { UserRecord } from '../records/user.ts';
import type { EngineContext } from './context.ts';
import { userFor } from './user-commands.ts';

/** Reads a whole mailbox on both sides and tells, folder by folder, whether they hold the same. Nothing is changed. */
export async function* compareMailbox(
  context: EngineContext,
  identity: string,
  options: Waiting,
): AsyncGenerator<FolderComparison> {
  const user = userFor(context, identity);
  const { emailAddress, entry, recipientType, status, targetGuid } = user;
  if (entry.kind !== 'mailbox') throw migrationErrors.noMailbox({ user: emailAddress, type: recipientType });
  if (targetGuid === undefined) {
    throw migrationErrors.wrongUserState({ command: 'be compared', user: emailAddress, status, works: ['Synced'] });
  }
  const { endpointGuid } = context.store.batches.get(user.batchGuid)!;
  await using source = await context.sources.connect(context.store.endpoints.get(endpointGuid)!, options);
  await using mailbox = await source.openMailbox(entry, options);
  const sides = {
    mailbox,
    target: context.target.openMailbox(targetGuid),
    ledger: context.store.ledger.open(targetGuid),
  };
  const { folders } = await mailbox.hierarchy(undefined, options);
  for (const folder of folders) yield await compareFolder(context, { user, folder, options, ...sides });
}

interface FolderSides {
  readonly user: UserRecord;
  readonly folder: SourceFolder;
  readonly mailbox: SourceMailbox;
  readonly target: TargetMailbox;
  readonly ledger: MailboxLedger;
  readonly options: Waiting;
}

/** The items of one side. */
interface Tally {
  bytes: number;
  readonly hashes: string[];
}

async function compareFolder(context: EngineContext, sides: FolderSides): Promise<FolderComparison> {
  const { folder, ledger, mailbox, options, user } = sides;
  const number = ledger.folders().find(({ id }) => id === folder.id)?.number;
  const source: Tally = { bytes: 0, hashes: [] };
  const target: Tally = { bytes: 0, hashes: [] };
  const found = new Set<number>();
  const seen = new Set<string>();
  const counts = { missing: 0, differing: 0, unreadable: 0 };
  for await (const change of mailbox.contents(folder.id, undefined, options)) {
    const digest = await readChange(change);
    if (digest === 'unreadable') counts.unreadable++;
    if (digest === undefined || digest === 'unreadable' || seen.has(digest.id)) continue;
    seen.add(digest.id);
    add(source, digest);
    const item = number === undefined ? undefined : ledger.find(number, digest.id)?.targetItem;
    const copy = item === undefined ? undefined : readItem(sides.target, item);
    if (item !== undefined) found.add(item);
    if (copy === undefined) counts.missing++;
    else add(target, copy);
    if (copy !== undefined && copy.hash !== digest.hash) counts.differing++;
  }
  const copies = number === undefined ? [] : ledger.targetItems(number, everyId);
  const extra = copies.filter((item) => !found.has(item));
  for (const item of extra) add(target, readItem(sides.target, item));
  const skipped = context.store.skipped.list(user.guid).filter(({ folderId }) => folderId === folder.id).length;
  return {
    folder: folder.name,
    source: summaryOf(source),
    target: summaryOf(target),
    ...counts,
    extra: extra.length,
    skipped,
    isEqual: counts.missing + counts.differing + counts.unreadable + extra.length === 0,
  };
}

const everyId = { first: '00', last: 'ff'.repeat(64) };

interface ItemDigest {
  readonly hash: string;
  readonly size: number;
}

/** The digest of a message; undefined for what is none. */
async function readChange(change: ContentChange): Promise<(ItemDigest & { id: string }) | 'unreadable' | undefined> {
  if (change.kind === 'failure') return 'unreadable';
  if (change.kind !== 'message') return undefined;
  const digest = new ContentDigest();
  try {
    for await (const bytes of change.content) digest.push(bytes);
  } catch (error) {
    if ((error as { code?: string }).code !== 'migration.itemUnreadable') throw error;
    return 'unreadable';
  }
  return { id: change.header.id, size: digest.size, hash: digest.finish() };
}

function readItem(target: TargetMailbox, item: number): ItemDigest {
  const digest = new ContentDigest();
  for (const bytes of target.readItem(item)) digest.push(bytes);
  return { size: digest.size, hash: digest.finish() };
}

function add(tally: Tally, { hash, size }: ItemDigest): void {
  tally.bytes += size;
  tally.hashes.push(hash);
}

/** One hash over the hashes of all items, in an order that both sides have. */
function summaryOf({ bytes, hashes }: Tally): FolderComparison['source'] {
  const hash = createHash('sha256');
  for (const one of hashes.toSorted()) hash.update(one);
  return { items: hashes.length, bytes, hash: hash.digest('hex') };
}
