import { createHash } from 'node:crypto';
import { compareMigratedMailbox, type MailboxComparison } from '@cutover/core';
import type { FolderComparison } from '@cutover/migration';
import { implement, type CmdletContext } from '../implement.ts';
import { noteComparison } from '../plan/compared-mailboxes.ts';
import { version } from '../version.ts';

/** Each folder as soon as it was read; then the whole mailbox, with the file that proves it. */
export const handler = implement(compareMigratedMailbox, async function* (context, { Identity }) {
  const { clock, migration, reports, signal, values } = context;
  const folders: FolderComparison[] = [];
  for await (const folder of migration.compareMailbox(Identity, { signal })) {
    folders.push(folder);
    yield toComparison(Identity, folder, null);
  }
  const total = sumOf(folders);
  noteComparison(values, migration.findUser(Identity)?.emailAddress ?? Identity, total.isEqual);
  const comparedAt = new Date(clock.now()).toISOString();
  const evidence = { mailbox: Identity, comparedAt, ...originOf(context, Identity), total, folders };
  yield toComparison(Identity, total, reports.addEvidence(evidence) ?? null);
});

/** What somebody who was not there needs to know of a comparison. */
function originOf({ administrator, migration, organisation }: CmdletContext, identity: string) {
  const user = migration.findUser(identity);
  const batch = user && migration.findBatch(user.batchGuid);
  const endpoint = batch && migration.findEndpoint(batch.endpointName);
  return {
    comparedBy: { administrator, program: `cutover ${version}` },
    source: { server: endpoint?.exchangeServer, rpcProxy: endpoint?.rpcProxyServer, mailbox: user?.entry.sourceId },
    target: { organization: organisation, mailbox: user?.targetGuid, batch: batch?.name },
    hashes:
      'SHA-256. Of an item: over its FastTransfer stream, with the message flags as zeros. Of a folder: over the hashes of its items, sorted. Of the mailbox: over the hashes of its folders, in their order.',
  };
}

const toComparison = (mailbox: string, folder: FolderComparison, evidence: string | null): MailboxComparison => ({
  Mailbox: mailbox,
  Folder: folder.folder,
  SourceItemCount: folder.source.items,
  TargetItemCount: folder.target.items,
  SourceSize: folder.source.bytes,
  TargetSize: folder.target.bytes,
  MissingCount: folder.missing,
  DifferingCount: folder.differing,
  ExtraCount: folder.extra,
  UnreadableCount: folder.unreadable,
  SkippedCount: folder.skipped,
  SourceHash: folder.source.hash,
  TargetHash: folder.target.hash,
  IsEqual: folder.isEqual,
  EvidenceUrl: evidence,
});

/** The mailbox as one; its hashes are those of its folders' hashes, in their order. */
function sumOf(folders: readonly FolderComparison[]): FolderComparison {
  const sum = (of: (folder: FolderComparison) => number): number =>
    folders.reduce((total, folder) => total + of(folder), 0);
  const side = (of: (folder: FolderComparison) => FolderComparison['source']): FolderComparison['source'] => ({
    items: sum((folder) => of(folder).items),
    bytes: sum((folder) => of(folder).bytes),
    hash: hashOf(folders.map((folder) => of(folder).hash)),
  });
  return {
    folder: '(All)',
    source: side(({ source }) => source),
    target: side(({ target }) => target),
    missing: sum(({ missing }) => missing),
    differing: sum(({ differing }) => differing),
    unreadable: sum(({ unreadable }) => unreadable),
    extra: sum(({ extra }) => extra),
    skipped: sum(({ skipped }) => skipped),
    isEqual: folders.every(({ isEqual }) => isEqual),
  };
}

const hashOf = (hashes: readonly string[]): string => createHash('sha256').update(hashes.join('')).digest('hex');
