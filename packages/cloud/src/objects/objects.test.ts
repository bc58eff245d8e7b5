import { migrationBatch, migrationUserStatistics } from '@cutover/core';
import { expect, test } from 'vitest';
import { batchView, userView } from '../testing/views.ts';
import { dataConsistencyScore, worstScore } from './data-consistency-score.ts';
import { toMigrationBatch } from './to-migration-batch.ts';
import { toMigrationUser } from './to-migration-user.ts';
import { toMigrationUserStatistics } from './to-migration-user-statistics.ts';
import { toSkippedItem } from './to-skipped-item.ts';

const waiting = { status: 'Syncing', initialSyncedAt: undefined } as const;
const nothing = { skippedItems: [], report: null };

test.each([
  [{ skippedItemCount: 0 }, 'Perfect'],
  [{ skippedItemCount: 1, syncedItemCount: 999 }, 'Good'],
  [{ skippedItemCount: 2, syncedItemCount: 98 }, 'Investigate'],
  [{ ...waiting, skippedItemCount: 1 }, null],
  [{ recipientType: 'Group' as const }, null],
])('a user with %o scores %s', (changes, score) => {
  expect(dataConsistencyScore(userView('Ann', changes))).toBe(score);
});

test('a batch scores as its worst user', () => {
  const good = userView('Good', { skippedItemCount: 1, syncedItemCount: 999 });
  expect(worstScore([userView('Perfect'), good, userView('Group', { recipientType: 'Group' })])).toBe('Good');
  expect(worstScore([])).toBeNull();
});

test.each([
  [{ totalItemCount: undefined }, 0],
  [{ syncedItemCount: 0, totalItemCount: 0 }, 0],
  [{ syncedItemCount: 30, skippedItemCount: 3, totalItemCount: 66 }, 50],
  [{ syncedItemCount: 70, totalItemCount: 66 }, 99],
])('a first copy that has come to %o is at %i %%', (changes, percentage) => {
  const statistics = toMigrationUserStatistics(userView('Ann', { ...waiting, ...changes }), nothing);
  expect(statistics.PercentageComplete).toBe(percentage);
});

test('rates come from the time in which something was copied', () => {
  const user = userView('Ann', { bytesTransferred: 3_000_000, inProgressDuration: 30_000 });
  const statistics = toMigrationUserStatistics(user, nothing);
  expect(migrationUserStatistics.schema.parse(statistics)).toMatchObject({
    CurrentBytesTransferredPerMinute: 6_000_000,
    AverageBytesTransferredPerHour: 360_000_000,
  });
  const idle = toMigrationUserStatistics(userView('Ann', { inProgressDuration: 0 }), nothing);
  expect(idle.CurrentBytesTransferredPerMinute).toBeNull();
});

test('a batch whose source is down tells who waits, and what for', () => {
  const message = (count: number) =>
    toMigrationBatch(batchView({ status: 'Syncing', stalled: { count, failure: 'Nobody listens.' } }), {
      reports: [],
      report: null,
      review: null,
      score: null,
    }).Message;
  expect(message(12)).toBe(
    '12 mailboxes wait until the source answers again, and go on by themselves: Nobody listens.',
  );
  expect(message(1)).toMatch(/^1 mailbox waits .* goes on by itself: /);
});

test('times of a batch are UTC, and those that have not come are null', () => {
  const extras = { reports: [], report: null, review: 'To be looked at.', score: null };
  const started = migrationBatch.schema.parse(toMigrationBatch(batchView(), extras));
  expect(started.StartDateTime).toEqual(started.StartDateTimeUTC);
  expect(started).toMatchObject({ InitialSyncDuration: 300_000, Message: 'To be looked at.', StartAfter: null });
  const created = toMigrationBatch(
    batchView({ startedAt: undefined, initialSyncAt: undefined, lastSyncedAt: undefined }),
    extras,
  );
  expect(created).toMatchObject({ StartDateTime: null, InitialSyncDuration: null, LastSyncedDateTimeUTC: null });
});

test('what could not be read of a skipped item is empty', () => {
  const item = {
    userGuid: 'u',
    itemId: 'i',
    folderId: 'f',
    folderName: 'Inbox',
    messageClass: undefined,
    subject: undefined,
    receivedAt: undefined,
    size: 200_000_000,
    kind: 'large',
    code: 'migration.itemTooLarge',
    reason: 'It is too large.',
    at: 0,
  } as const;
  expect(toSkippedItem(item)).toMatchObject({
    Kind: 'LargeItem',
    Subject: '',
    DateReceived: null,
    MessageSize: 200_000_000,
  });
});

test('a batch tells what happens next', () => {
  const extras = { reports: [], report: null, review: null, score: null };
  const messageOf = (changes: Partial<ReturnType<typeof batchView>>) =>
    toMigrationBatch(batchView(changes), extras).Message;
  expect(messageOf({})).toMatch(/every 24 hours until .*; the next time at 2026-03-03 08:06:00 UTC\.$/);
  expect(messageOf({ completeAfter: 0 })).toMatch(/It is completed after 1970/);
  expect(messageOf({ status: 'Waiting', startAfter: 0 })).toBe('The batch starts at 1970-01-01 00:00:00 UTC.');
  expect(messageOf({ status: 'Completed', nextSyncAt: undefined, statusSince: 0 })).toBe(
    'Nothing is synchronized any more. The batch is removed by itself at 1970-03-02 00:00:00 UTC.',
  );
  expect(messageOf({ status: 'Stopped', statusSince: 0 })).toBe(
    'Nothing is synchronized until it is started again. The batch is removed by itself at 1970-04-01 00:00:00 UTC.',
  );
  expect(messageOf({ status: 'Failed', failedCount: 1, statusSince: 0 })).toMatch(
    /^1 object failed: .* removed by itself/,
  );
  expect(messageOf({ message: 'It failed.' })).toBe('It failed.');
});

test('a settled batch tells what happens next, and what failed', () => {
  const extras = { reports: [], report: null, review: null, score: null };
  const nextSyncAt = Date.UTC(2026, 2, 3, 8, 6);
  const messageOf = (changes: Parameters<typeof batchView>[0]) =>
    toMigrationBatch(batchView({ nextSyncAt, ...changes }), extras).Message;
  expect(messageOf({ status: 'Synced', failedCount: 0 })).toMatch(
    /^The mailboxes are synchronized every 24 hours .*2026-03-03 08:06:00 UTC\.$/,
  );
  expect(messageOf({ status: 'SyncedWithErrors', failedCount: 2 })).toMatch(
    /^2 objects failed: .*start the batch again\. The mailboxes/,
  );
});

test('a batch tells when it is removed by itself, a user what it comes to and when it is completed', () => {
  const statusSince = Date.UTC(2026, 2, 2);
  const removed = (status: 'Stopped' | 'Completed' | 'Synced') =>
    toMigrationBatch(batchView({ status, statusSince }), { reports: [], report: null, review: null, score: null })
      .ExpirationDateTimeUTC?.toISOString()
      .slice(0, 10);
  expect([removed('Stopped'), removed('Completed'), removed('Synced')]).toEqual([
    '2026-05-31',
    '2026-05-01',
    undefined,
  ]);
  const completeAfter = Date.UTC(2026, 2, 9);
  const { CompleteAfter, State } = toMigrationUser(userView('Ann', { completeAfter, status: 'IncrementalFailed' }));
  expect({ CompleteAfter, State }).toEqual({ CompleteAfter: new Date(completeAfter), State: 'Failed' });
});
