import type { BatchView, ReportMoment } from '../records/batch.ts';
import type { RecipientType, SkippedItem, UserView } from '../records/user.ts';
import { userStates, type UserStatus } from '../states/user-states.ts';
import { remedyFor } from './remedies.ts';

/** What a status mail tells: counts, one line per object, and the rows of both CSV files. */
export interface StatusReport {
  readonly moment: ReportMoment;
  readonly batch: BatchView;
  readonly madeAt: number;
  readonly counts: readonly TypeCount[];
  readonly migrated: readonly MigratedRow[];
  readonly errors: readonly ErrorRow[];
}

/** How many objects of a kind a batch holds, and how far they are. */
export interface TypeCount {
  readonly type: RecipientType;
  readonly total: number;
  readonly migrated: number;
  readonly failed: number;
  /** Migrated, of which a later sync has failed. */
  readonly unsynced: number;
  /** Neither migrated nor failed: waiting, under way or stopped. */
  readonly open: number;
}

/** A mailbox, group or contact that is in the organisation with its content: a row of MigrationStatistics.csv. */
export interface MigratedRow {
  readonly userGuid: string;
  readonly emailAddress: string;
  readonly displayName: string;
  readonly type: RecipientType;
  readonly status: UserStatus;
  readonly itemsMigrated: number;
  readonly itemsSkipped: number;
  /** Empty for groups and contacts, for mailboxes found already there, and after the first mail. */
  readonly password: string;
  readonly comments: string;
}

/** What was not migrated: a row of MigrationErrors.csv. */
export interface ErrorRow {
  readonly emailAddress: string;
  readonly type: RecipientType | 'Item';
  readonly status: UserStatus;
  readonly errorMessage: string;
  /** What to do about it. */
  readonly remedy: string;
}

export interface StatusReportInput {
  batch: BatchView;
  moment: ReportMoment;
  madeAt: number;
  users: readonly UserView[];
  skippedItems: readonly SkippedItem[];
  /** First passwords that were not mailed yet, by the user's GUID. */
  passwords: ReadonlyMap<string, string>;
}

const types: readonly RecipientType[] = ['Mailbox', 'Group', 'Contact'];

/** Puts together what there is to tell of a batch at this moment. */
export function buildStatusReport(input: StatusReportInput): StatusReport {
  const { batch, moment, madeAt, users } = input;
  const sorted = users.toSorted(byTypeAndAddress);
  return {
    moment,
    batch,
    madeAt,
    counts: types.map((type) => countType(type, sorted)),
    migrated: sorted.filter(isMigrated).map((user) => migratedRow(user, input.passwords)),
    errors: [...sorted.flatMap((user) => userErrors(user, moment)), ...itemErrors(input)],
  };
}

/** A first sync that succeeded counts, whatever became of a later one. */
export const isMigrated = (user: UserView): boolean =>
  user.initialSyncedAt !== undefined || ['synced', 'finalized'].includes(userStates[user.status].counter);

const isFailed = (user: UserView): boolean => userStates[user.status].counter === 'failed';

function byTypeAndAddress(a: UserView, b: UserView): number {
  const order = types.indexOf(a.recipientType) - types.indexOf(b.recipientType);
  return order !== 0 ? order : a.emailAddress < b.emailAddress ? -1 : 1;
}

function countType(type: RecipientType, users: readonly UserView[]): TypeCount {
  const ofType = users.filter((user) => user.recipientType === type);
  const migrated = ofType.filter(isMigrated).length;
  const failed = ofType.filter((user) => isFailed(user) && !isMigrated(user)).length;
  const unsynced = ofType.filter((user) => isFailed(user) && isMigrated(user)).length;
  return { type, total: ofType.length, migrated, failed, unsynced, open: ofType.length - migrated - failed };
}

function migratedRow(user: UserView, passwords: ReadonlyMap<string, string>): MigratedRow {
  const password = passwords.get(user.guid) ?? '';
  return {
    userGuid: user.guid,
    emailAddress: user.emailAddress,
    displayName: user.entry.displayName,
    type: user.recipientType,
    status: user.status,
    itemsMigrated: user.syncedItemCount,
    itemsSkipped: user.skippedItemCount,
    password,
    comments: commentOn(user, password),
  };
}

function commentOn(user: UserView, password: string): string {
  if (password !== '') return 'The password must be changed at the first sign-in.';
  if (!user.provisioned) return 'This object was in the organization already.';
  return user.recipientType === 'Mailbox'
    ? 'The mailbox was there already, or its password was sent in an earlier status report.'
    : '';
}

const stoppedText: Partial<Record<UserStatus, string>> = {
  Stopped: 'The migration was stopped before this object was migrated.',
  Queued: 'This object was waiting to be migrated when the migration was stopped.',
};
const interruptedText = 'This object was being migrated when the migration was stopped.';
const startAgain = 'Start the migration batch again; what was copied already is not copied twice.';

function userErrors(user: UserView, moment: ReportMoment): ErrorRow[] {
  const row = { emailAddress: user.emailAddress, type: user.recipientType, status: user.status };
  if (user.error && isFailed(user)) {
    return [{ ...row, errorMessage: user.error.detail, remedy: remedyFor(user.error.code) }];
  }
  if (moment !== 'stopped' || isMigrated(user)) return [];
  const begun = user.startedAt !== undefined && user.status !== 'Queued';
  const errorMessage = begun ? interruptedText : (stoppedText[user.status] ?? interruptedText);
  return [{ ...row, errorMessage, remedy: startAgain }];
}

function itemErrors({ users, skippedItems }: StatusReportInput): ErrorRow[] {
  const byGuid = new Map(users.map((user) => [user.guid, user]));
  return skippedItems.flatMap((item) => {
    const user = byGuid.get(item.userGuid);
    if (!user) return [];
    const subject = item.subject ? `"${item.subject}"` : 'without a subject';
    const errorMessage = `The item ${subject} in the folder "${item.folderName}" was skipped: ${item.reason}`;
    return [
      {
        emailAddress: user.emailAddress,
        type: 'Item',
        status: user.status,
        errorMessage,
        remedy: remedyFor(item.code),
      },
    ];
  });
}
