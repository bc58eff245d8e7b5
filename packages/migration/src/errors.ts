import { defineErrors } from '@cutover/base';
import { migrationErrors as cmdletErrors } from '@cutover/core';

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
      `The CSV file has no column EmailAddress; its columns are: ${columns || 'none'}. Name the column in the first line.`,
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
  tooManyBadItems: {
    category: 'LimitsExceeded',
    message: ({ count, most }: { count: number; most: number }) =>
      `The mailbox has ${count} corrupt items, more than the ${most} that may be left out.`,
  },
  tooManyLargeItems: {
    category: 'LimitsExceeded',
    message: ({ count, most }: { count: number; most: number }) =>
      `The mailbox has ${count} items that are too large, more than the ${most} that may be left out.`,
  },
  wrongUserState: {
    category: 'InvalidOperation',
    message: ({ command, user, status }: { command: string; user: string; status: string }) =>
      `The migration user "${user}" can't ${command} while its status is ${status}.`,
  },
  tooManyBatches: {
    category: 'LimitsExceeded',
    message: ({ most }: { most: number }) =>
      `The organization has ${most} migration batches already, and can have no more. Remove old ones, or raise MaxNumberOfBatches by Set-MigrationConfig.`,
  },
  connectionsOfOrganisation: {
    category: 'LimitsExceeded',
    message: ({ sum, most }: { sum: number; most: number }) =>
      `The endpoints of this type together would have ${sum} concurrent migrations, but the organization allows ${most}.`,
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
    message: () => 'The source organization has no mailbox, group or contact that is not migrated already.',
  },
  tooManyMailboxes: {
    category: 'LimitsExceeded',
    message: ({ count, most }: { count: number; most: number }) =>
      `The source organization has ${count} mailboxes. A cutover migration can migrate at most ${most}. Raise "mostMailboxes" in the organization's settings (2000 at most), or migrate in stages: New-MigrationBatch -CSVData.`,
  },
  wrongState: {
    category: 'InvalidOperation',
    message: ({ command, batch, status }: { command: string; batch: string; status: string }) =>
      `The migration batch "${batch}" can't ${command} while its status is ${status}.`,
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
  domainNotAccepted: {
    category: 'InvalidData',
    message: ({ address, domain }: { address: string; domain: string }) =>
      `The address "${address}" can't be used: "${domain}" is not an accepted domain of the organization. Add the domain, then start the batch again.`,
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
    message: ({ count, cause }: { count: number; cause: string }) =>
      `The migration met too many transient failures (${count}) and quits; the last was ${cause}.`,
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
