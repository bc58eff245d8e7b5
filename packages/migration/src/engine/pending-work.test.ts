import { expect, test } from 'vitest';
import { limits } from '../limits.ts';
import { createPendingWork } from './pending-work.ts';

const content = (size: number) => {
  const made = {
    size,
    discarded: 0,
    write: () => undefined,
    finish: () => undefined,
    discard: () => void made.discarded++,
  };
  return made;
};

function pendingWork(held = { total: 0 }) {
  const log: string[] = [];
  const unitOfWork = {
    transaction: <T>(work: () => T): T => {
      log.push('begin');
      const result = work();
      log.push('commit');
      return result;
    },
  };
  return { log, held, pending: createPendingWork({ unitOfWork, held, atCommit: () => void log.push('counters') }) };
}

test('steps are committed together in their order, the counters last, and only once', () => {
  const { log, pending } = pendingWork();
  pending.commit();
  pending.add(() => void log.push('one'));
  pending.add(() => void log.push('two'), content(1));
  pending.commit();
  pending.commit();
  expect(log).toEqual(['begin', 'one', 'two', 'counters', 'commit']);
});

test('is full by messages, by bytes, or by what all mailboxes hold together', () => {
  const { pending } = pendingWork();
  for (let count = 0; count < limits.commitMessages - 1; count++) pending.add(() => undefined, content(1));
  expect(pending.full).toBe(false);
  pending.add(() => undefined, content(1));
  expect(pending.full).toBe(true);
  pending.commit();
  expect(pending.full).toBe(false);
  pending.add(() => undefined, content(limits.commitBytes));
  expect(pending.full).toBe(true);

  const held = { total: limits.heldBytes };
  const other = pendingWork(held).pending;
  other.add(() => undefined, content(limits.leastCommitBytes - 1));
  expect(other.full).toBe(false);
  other.add(() => undefined, content(1));
  expect(other.full).toBe(true);
  other.commit();
  expect(held.total).toBe(limits.heldBytes);
});

test('what is given up is discarded and holds nothing', () => {
  const { pending, held, log } = pendingWork();
  const given = content(5);
  pending.add(() => void log.push('never'), given);
  pending.discard();
  pending.commit();
  expect([given.discarded, held.total, log]).toEqual([1, 0, []]);
});
