import {
  byteSize,
  dateTime,
  defineObject,
  enumeration,
  listOf,
  optional,
  recordOf,
  text,
  type RecordOf,
} from '../define-object.ts';
import { skippedItemKinds } from './enumerations.ts';

/** One line of a report, as text with the server that wrote it: the emulated service has one. */
export const reportEntry = defineObject({
  name: 'ReportEntry',
  typeName: 'Microsoft.Exchange.MailboxReplicationService.ReportEntry',
  properties: { CreationTime: dateTime(), Message: text() },
  text: '{CreationTime} [CUTOVER01] {Message}',
});
/** A line of a report. */
export type ReportEntry = RecordOf<typeof reportEntry>;

/** One failure in a report. */
export const reportFailure = defineObject({
  name: 'FailureRec',
  typeName: 'Microsoft.Exchange.MailboxReplicationService.FailureRec',
  properties: { Timestamp: dateTime(), FailureType: text(), Message: text() },
  text: '{Timestamp} {FailureType}: {Message}',
});

/** An item that the sync left out, with the reason; -IncludeSkippedItems lists them. */
export const skippedItem = defineObject({
  name: 'MigrationUserSkippedItem',
  typeName: 'Microsoft.Exchange.Data.Storage.Management.MigrationUserSkippedItem',
  properties: {
    Kind: enumeration('String', skippedItemKinds),
    FolderName: text(),
    Subject: text(),
    Sender: text(),
    Recipient: text(),
    DateSent: optional(dateTime()),
    DateReceived: optional(dateTime()),
    MessageSize: optional(byteSize()),
    Failure: text(),
    ScoringClassifications: text(),
    /** Ours: what the error is called, and what to do about it. */
    Code: text(),
    Remedy: text(),
  },
});
/** An item that a sync left out, with its cause and what to do. */
export type SkippedItem = RecordOf<typeof skippedItem>;

/** What -IncludeReport adds. */
export const report = defineObject({
  name: 'Report',
  typeName: 'Microsoft.Exchange.MailboxReplicationService.Report',
  properties: {
    Entries: listOf(recordOf(reportEntry)),
    Failures: listOf(recordOf(reportFailure)),
    BadItems: listOf(recordOf(skippedItem)),
    LargeItems: listOf(recordOf(skippedItem)),
  },
  text: '{Entries}',
});
/** The report of a batch or a user. */
export type Report = RecordOf<typeof report>;
