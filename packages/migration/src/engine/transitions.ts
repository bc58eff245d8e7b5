import type { BatchRecord, ReportMoment } from '../records/batch.ts';
import type { UserError, UserRecord } from '../records/user.ts';
import { type BatchStatus, phaseOf } from '../states/batch-states.ts';
import { durationOf, type UserStatus } from '../states/user-states.ts';
import type { EngineContext } from './context.ts';
import { batchEvent, userEvent } from './events.ts';

type Context = Pick<EngineContext, 'store' | 'clock'>;

/** Puts a batch into a state, with other changes of the record if any. */
export function moveBatch(
  { store, clock }: Context,
  batchGuid: string,
  changes: Partial<BatchRecord> & { status: BatchStatus },
): void {
  const { name, status } = store.batches.get(batchGuid)!;
  store.batches.update(batchGuid, { ...(status !== changes.status && { statusSince: clock.now() }), ...changes });
  batchEvent.publish({ batchGuid, name, status: changes.status });
}

/** Puts a user into a state and books the time spent in the one before. */
export function moveUser(
  { store, clock }: Context,
  userGuid: string,
  changes: Partial<UserRecord> & { status: UserStatus },
): void {
  const user = store.users.get(userGuid)!;
  const now = clock.now();
  const duration = durationOf(user.status);
  // A machine's clock may be set back.
  const passed = Math.max(0, now - user.statusSince);
  const spent = duration === undefined ? {} : { [duration]: user[duration] + passed };
  store.users.update(userGuid, { ...spent, statusSince: now, ...changes });
  userEvent.publish({ userGuid, emailAddress: user.emailAddress, status: changes.status });
}

/** A status mail falls due, unless the batch has none. */
export const dueReport = (
  { clock }: Pick<EngineContext, 'clock'>,
  { skipReports }: Pick<BatchRecord, 'skipReports'>,
  moment: ReportMoment,
): Pick<BatchRecord, 'pendingReport' | 'pendingReportAt'> =>
  skipReports
    ? { pendingReport: undefined, pendingReportAt: undefined }
    : { pendingReport: moment, pendingReportAt: clock.now() };

/** Writes a line into the report of a batch, and of a user if one is named. */
export function reportLine(
  { store, clock }: Context,
  of: { batchGuid: string; userGuid?: string | undefined },
  text: string,
): void {
  store.report.add({ at: clock.now(), batchGuid: of.batchGuid, userGuid: of.userGuid, text });
}

/** What a user's record keeps of an error: its text, with the causes after `-->`. */
export function userError(error: unknown, at: number): UserError {
  const chain: string[] = [];
  for (let cause = error; cause instanceof Error && chain.length < 5; cause = cause.cause) {
    if (cause.message !== chain.at(-1)) chain.push(cause.message);
  }
  const cause = error instanceof Error ? error.cause : undefined;
  const detail = chain.join(' --> ') || String(error);
  return { code: codeOf(error) ?? 'unknown', causeCode: codeOf(cause), summary: chain[0] ?? String(error), detail, at };
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

/** A batch that is started before its time waits for it. */
export const startingStatus = ({ clock }: Pick<EngineContext, 'clock'>, startAfter: number | undefined): BatchStatus =>
  startAfter !== undefined && startAfter > clock.now() ? 'Waiting' : 'Starting';

/** The batch that is under way, if there is one, besides the one named. */
export const batchUnderWay = (
  { store }: Pick<EngineContext, 'store'>,
  { besides }: { besides?: string | undefined } = {},
): BatchRecord | undefined =>
  store.batches.list().find(({ guid, status }) => guid !== besides && phaseOf(status) === 'underWay');
