import { defineErrors } from '@cutover/base';
import { migrationErrors as cmdletErrors } from '@cutover/core';
import type { BatchStatus } from './states/batch-states.ts';
import { batchAdvice, userAdvice, type WorksIn } from './states/refusals.ts';
import type { UserStatus } from './states/user-states.ts';

interface RefusedBatch {
  readonly command: string;
  readonly batch: string;
  readonly status: BatchStatus;
  readonly works: WorksIn;
}

interface RefusedUser {
  readonly command: string;
  readonly user: string;
  readonly status: UserStatus;
  readonly works: WorksIn;
}

const worksText = (works: WorksIn): string =>
  works.length === 0 ? '' : `That works while the status is ${listed(works)}. `;

/** `A`, `A or B`, `A, B or C`. */
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

const serviceErrors = defineErrors('migration', {
  endpointNameTaken: {
    category: 'ResourceExists',
    message: ({ name }: { name: string }) =>
      `A migration endpoint named "${name}" already exists. Choose another name.`,
  },
  endpointInUse: {
    category: 'InvalidOperation',
    message: ({ name, batch }: { name: string; batch: string }) =>
      `The migration endpoint "${name}" is used by the migration batch "${batch}". Remove the batch first.`,
  },
  tooManyConnections: {
    category: 'LimitsExceeded',
    message: ({ name, value, most }: { name: string; value: number; most: number }) =>
      `${name} is ${value}, but must be from 1 to ${most}.`,
  },
  incrementalOverMigrations: {
    category: 'LimitsExceeded',
    message: ({ incremental, migrations }: { incremental: number; migrations: number }) =>
      `MaxConcurrentIncrementalSyncs (${incremental}) can't be greater than MaxConcurrentMigrations (${migrations}).`,
  },
  noEndpoint: {
    category: 'InvalidArgument',
    message: () => 'There are no connection settings to use again. Create a migration endpoint first.',
  },
  csvWithoutAddresses: {
    category: 'InvalidData',
    message: ({ columns }: { columns: string }) =>
      `The CSV file has no column EmailAddress; its columns are: ${columns}. Name the column in the first line.`,
  },
  csvSeparated: {
    category: 'InvalidData',
    message: ({ separator }: { separator: string }) =>
      `The columns of the CSV file are separated by ${separator}. Separate them by commas, as Export-Csv does without -Delimiter.`,
  },
  csvEmpty: {
    category: 'InvalidData',
    message: () =>
      'The CSV file is empty. Its first line names the columns, EmailAddress among them; each line after it is a mailbox.',
  },
  csvTooLong: {
    category: 'LimitsExceeded',
    message: ({ rows, most }: { rows: number; most: number }) =>
      `The CSV file has ${rows} rows, but a batch takes at most ${most}. Cut it into several batches.`,
  },
  csvUnreadable: {
    category: 'InvalidData',
    message: ({ reason }: { reason: string }) => `The CSV file cannot be read: ${reason}`,
  },
  csvWithoutRows: {
    category: 'InvalidData',
    message: ({ problems }: { problems: readonly string[] }) =>
      `No row of the CSV file names a mailbox that can be migrated. ${problems.join(' ')}`,
  },
  noExistingUsers: {
    category: 'InvalidData',
    message: ({ problems }: { problems: readonly string[] }) =>
      `None of the users can be taken into the new batch. ${problems.join(' ')}`.trimEnd(),
  },
  tooManyBadItems: {
    category: 'LimitsExceeded',
    message: ({ count, most }: { count: number; most: number }) =>
      `This mailbox exceeded the maximum number of corrupted items that were specified for this move request. It has ${count}, and ${most} may be left out.`,
  },
  tooManyLargeItems: {
    category: 'LimitsExceeded',
    message: ({ count, most }: { count: number; most: number }) =>
      `This mailbox exceeded the maximum number of large items that were specified for this request. It has ${count}, and ${most} may be left out.`,
  },
  wrongUserState: {
    category: 'InvalidOperation',
    message: ({ command, user, status, works }: RefusedUser) =>
      `The migration user "${user}" can't ${command} while its status is ${status}. ${worksText(works)}${userAdvice[status]}`,
  },
  tooManyBatches: {
    category: 'LimitsExceeded',
    message: ({ most }: { most: number }) =>
      `The maximum number of migration batches is already running. Please remove a batch before you add another one. The organization can have ${most}; Set-MigrationConfig -MaxNumberOfBatches changes it.`,
  },
  connectionsOfOrganisation: {
    category: 'LimitsExceeded',
    message: ({ sum, most }: { sum: number; most: number }) =>
      `This endpoint would make the maximum concurrent migrations '${sum}', which would exceed the allowed limit of '${most}' for endpoints of type 'ExchangeOutlookAnywhere'.`,
  },
  notStaged: {
    category: 'InvalidOperation',
    message: ({ batch }: { batch: string }) =>
      `The migration batch "${batch}" takes every mailbox of the source; users cannot be added to it. Create a new batch: it takes what is new.`,
  },
  batchNameTaken: {
    category: 'ResourceExists',
    message: ({ name }: { name: string }) => `A migration batch named "${name}" already exists. Choose another name.`,
  },
  batchNameTooLong: {
    category: 'InvalidArgument',
    message: ({ name, most }: { name: string; most: number }) =>
      `The migration batch's name "${name}" has more than ${most} characters.`,
  },
  onlyOneBatch: {
    category: 'ResourceExists',
    message: ({ batch }: { batch: string }) =>
      `Only one cutover migration batch can exist at a time. Remove the migration batch "${batch}" first.`,
  },
  nothingToFinalize: {
    category: 'InvalidOperation',
    message: ({ batch }: { batch: string }) =>
      `A cutover migration isn't finalized in this service. When mail no longer arrives at the source, end it with Remove-MigrationBatch -Identity "${batch}".`,
  },
  otherBatchUnderWay: {
    category: 'ResourceBusy',
    message: ({ batch, status }: { batch: string; status: string }) =>
      `The migration batch "${batch}" is under way (${status}). Only one migration batch can run at a time.`,
  },
  nothingToMigrate: {
    category: 'ObjectNotFound',
    message: ({ batches }: { batches: string }) =>
      `The source organization has no mailbox, group or contact that is not ${batches === '' ? 'migrated already' : `in a migration batch already: ${batches}`}.`,
  },
  tooManyMailboxes: {
    category: 'LimitsExceeded',
    message: ({ count, most }: { count: number; most: number }) =>
      `The source organization has ${count} mailboxes. A cutover migration can migrate at most ${most}. Raise "mostMailboxes" in the organization's settings (2000 at most), or migrate in stages: New-MigrationBatch -CSVData.`,
  },
  wrongState: {
    category: 'InvalidOperation',
    message: ({ command, batch, status, works }: RefusedBatch) =>
      `The migration batch "${batch}" can't ${command} while its status is ${status}. ${worksText(works)}${batchAdvice[status]}`,
  },
  nothingUnderWay: {
    category: 'InvalidOperation',
    message: () => 'No migration batch is being processed, so there is nothing to stop.',
  },
  nothingToComplete: {
    category: 'InvalidOperation',
    message: () => 'No migration batch is Synced or SyncedWithErrors, so there is nothing to complete.',
  },
  notClean: {
    category: 'InvalidOperation',
    message: ({ batch, count }: { batch: string; count: number }) =>
      `The migration batch "${batch}" has ${count} failed or stopped users. Mend them, or complete without requiring a clean sync.`,
  },
  folderGone: {
    category: 'ObjectNotFound',
    message: () =>
      'A folder of the mailbox could not be opened: the source says that it is not there, though it is in the list of its folders.',
  },
  mailboxRemoved: {
    category: 'ObjectNotFound',
    message: ({ mailbox }: { mailbox: string }) =>
      `The mailbox "${mailbox}" was removed from your organization. Start the batch again to make it anew, or take the user out of the batch: Remove-MigrationUser.`,
  },
  domainNotAccepted: {
    category: 'InvalidData',
    message: ({ address, domain }: { address: string; domain: string }) =>
      `The address "${address}" can't be used: "${domain}" is not an accepted domain of the organization. Add the domain, then start the batch again.`,
  },
  addressOfAnother: {
    category: 'ResourceExists',
    message: ({ address, kind, sourceId }: { address: string; kind: string; sourceId: string }) =>
      `The address "${address}" already belongs to a ${kind} that came from another source object, ${sourceId}. Two are not mixed.`,
  },
  addressTaken: {
    category: 'ResourceExists',
    message: ({ address, kind }: { address: string; kind: string }) =>
      `The address "${address}" already belongs to a ${kind} of the organization.`,
  },
  membersMissing: {
    category: 'ObjectNotFound',
    message: ({ group, members }: { group: string; members: string }) =>
      `The group "${group}" was created, but these members don't exist in the organization: ${members}.`,
  },
  tooManyTransientFailures: {
    category: 'OperationStopped',
    message: ({ count, cause, hits }: { count: number; cause: string; hits: number }) =>
      `The job encountered too many transient failures (${count}) and is quitting. The most common failure is ${cause} with a hit count of ${hits}.`,
  },
  noMailbox: {
    category: 'InvalidArgument',
    message: ({ user, type }: { user: string; type: string }) =>
      `The migration user "${user}" is a ${type.toLowerCase()}; only mailboxes have content that can be compared.`,
  },
  syncTimeout: {
    category: 'OperationTimeout',
    message: ({ hours, minutes }: { hours: number; minutes: number }) =>
      `Email migration failed for this user because no email could be downloaded for ${hours} hours, ${minutes} minutes.`,
  },
  userInOtherBatch: {
    category: 'ResourceExists',
    message: ({ user, batch }: { user: string; batch: string }) =>
      `The user "${user}" is already included in the migration batch "${batch}". Please remove the user from any other batch and try again.`,
  },
  unifiedMessagingEnabled: {
    category: 'InvalidOperation',
    message: ({ mailbox }: { mailbox: string }) =>
      `The mailbox "${mailbox}" is enabled for Unified Messaging, and can't be migrated. Disable it by Disable-UMMailbox in the on-premises organization, then start the batch again; it may be enabled again after the migration.`,
  },
  itemUnreadable: {
    category: 'ReadError',
    message: ({ reason }: { reason: string }) => `The source could not give the item: ${reason}`,
  },
  itemTooLarge: {
    category: 'LimitsExceeded',
    message: ({ size, most }: { size: number; most: number }) =>
      `The item has ${size} bytes; at most ${most} can be migrated.`,
  },
  schemaTooNew: {
    category: 'InvalidData',
    message: ({ owner, found, known }: { owner: string; found: number; known: number }) =>
      `The data was written by a newer version of this program: its ${owner} tables have version ${found}, and this program knows ${known}. Use the newer program.`,
  },
  stopped: {
    category: 'OperationStopped',
    message: () => 'The migration batch was stopped.',
  },
  closed: {
    category: 'OperationStopped',
    message: () => 'The migration service is closing.',
  },
});

const { batchNotFound, endpointNotFound, userNotFound } = cmdletErrors;

/** What the migration service refuses, and what users fail with. */
export const migrationErrors = { ...serviceErrors, batchNotFound, endpointNotFound, userNotFound };
