import { expect, test } from 'vitest';
import { accepts, batchStates, phaseOf, type BatchCommand, type BatchStatus } from './batch-states.ts';
import { deriveCounters } from './counters.ts';
import { counterOf, summaryOf, userStates, type UserStatus } from './user-states.ts';

const statuses = Object.keys(batchStates) as BatchStatus[];
const userStatuses = Object.keys(userStates) as UserStatus[];

// What the product documents for each command.
const allowed: Record<BatchCommand, BatchStatus[]> = {
  start: ['Created', 'Stopped', 'Synced', 'SyncedWithErrors', 'CompletedWithErrors', 'Failed'],
  sync: ['Synced', 'SyncedWithErrors'],
  stop: ['Waiting', 'Starting', 'Syncing', 'IncrementalSyncing'],
  complete: ['Synced', 'SyncedWithErrors'],
  remove: ['Created', 'Waiting', 'Stopped', 'Synced', 'SyncedWithErrors', 'Completed', 'CompletedWithErrors', 'Failed'],
};

test.each(Object.entries(allowed))('%s is accepted where the product accepts it', (command, expected) => {
  expect(statuses.filter((status) => accepts(status, command as BatchCommand)).toSorted()).toEqual(expected.toSorted());
});

test('a batch that is under way can be stopped, unless it is about to end by itself', () => {
  const stuck = statuses.filter((status) => phaseOf(status) === 'underWay' && !accepts(status, 'stop'));
  expect(stuck.toSorted()).toEqual(['Completing', 'Stopping']);
});

test('every user counts exactly once, and is provisioned or not', () => {
  const tally = userStatuses.map((status, index) => ({ status, count: index + 1, provisioned: index % 2 }));
  const { totalCount, provisionedCount, ...counters } = deriveCounters(tally);
  expect(Object.values(counters).reduce((sum, count) => sum + count, 0)).toBe(totalCount);
  expect(totalCount).toBe(tally.reduce((sum, { count }) => sum + count, 0));
  expect(provisionedCount).toBe(Math.floor(userStatuses.length / 2));
});

test('a later sync does not take a mailbox out of the synced ones', () => {
  expect(counterOf('IncrementalSyncing')).toBe('synced');
  expect(summaryOf('IncrementalSyncing')).toBe('Active');
});
