import type { SourceRecipient } from '../ports/source.ts';
import type { UserStatus, UserSummary } from '../states/user-states.ts';

/** The kind of a user's object. */
export type RecipientType = 'Mailbox' | 'Group' | 'Contact';

/** One object of a batch. Times are milliseconds since 1970, durations milliseconds. */
export interface UserRecord {
  readonly guid: string;
  readonly batchGuid: string;
  readonly emailAddress: string;
  readonly recipientType: RecipientType;
  /** The directory entry as the source gave it. */
  readonly entry: SourceRecipient;
  readonly status: UserStatus;
  /** The target recipient, once it is there. */
  readonly targetGuid: string | undefined;
  /** Whether this migration made the target recipient, or found it. */
  readonly provisioned: boolean;
  /** First password, sealed, until it was mailed. */
  readonly sealedPassword: Uint8Array | undefined;
  /** The first password may be kept: a CSV file gave it and does not ask for another. */
  readonly keepsPassword: boolean;
  readonly error: UserError | undefined;
  readonly syncedItemCount: number;
  readonly totalItemCount: number | undefined;
  readonly bytesTransferred: number;
  readonly transientFailures: number;
  readonly queuedAt: number;
  readonly startedAt: number | undefined;
  readonly initialSyncedAt: number | undefined;
  readonly lastSyncedAt: number | undefined;
  readonly queuedDuration: number;
  readonly inProgressDuration: number;
  readonly syncedDuration: number;
  readonly stalledDuration: number;
  /** When the present state began. */
  readonly statusSince: number;
  /** Own limits, which go before the batch's; undefined: the batch's hold. */
  readonly badItemLimit: number | undefined;
  readonly largeItemLimit: number | undefined;
  /** When an administrator accepted that items were left out. */
  readonly approvedAt: number | undefined;
  /** The first copy waits until then. */
  readonly startAfter: number | undefined;
  /** The user is completed then, before its batch. */
  readonly completeAfter: number | undefined;
}

/** Why a user failed. `at` is milliseconds since 1970. */
export interface UserError {
  /** Code of our catalogue or of the adapter's. */
  readonly code: string;
  /** Of the error that led to this one, if that has a code. */
  readonly causeCode?: string | undefined;
  /** One line. */
  readonly summary: string;
  /** With the causes, each after `-->`. */
  readonly detail: string;
  readonly at: number;
}

/** A user with what is counted elsewhere. */
export interface UserView extends UserRecord {
  readonly batchName: string;
  /** Always the length of the user's list of skipped items. */
  readonly skippedItemCount: number;
}

/** Why an item was left out. */
export type SkippedItemKind = 'corrupt' | 'large' | 'missing';

/** An item that was not migrated, and why. */
export interface SkippedItem {
  readonly userGuid: string;
  /** The item's id in the source; where the source did not tell it, its folder's id with `#` and a count. */
  readonly itemId: string;
  readonly folderId: string;
  readonly folderName: string;
  readonly messageClass: string | undefined;
  readonly subject: string | undefined;
  readonly receivedAt: number | undefined;
  readonly size: number | undefined;
  readonly kind: SkippedItemKind;
  readonly code: string;
  readonly reason: string;
  readonly at: number;
}

/** A line of a batch's or user's report. */
export interface ReportEntry {
  readonly at: number;
  readonly batchGuid: string;
  readonly userGuid: string | undefined;
  readonly text: string;
}

/** Which users Get-MigrationUser lists; what is absent does not narrow. */
export interface UserFilterView {
  /** Name or GUID. */
  readonly batch?: string | undefined;
  readonly status?: UserStatus | undefined;
  readonly statusSummary?: UserSummary | undefined;
}
