import { expect, test } from 'vitest';
import { batchOf, bulk, company, failures, held } from '../testing/company.ts';
import { mailboxEntry } from '../testing/entries.ts';
import { hours, serviceUnderTest } from '../testing/service-under-test.ts';

test('goes on with a copy that was under way, and keeps every GUID', async () => {
  await using under = company();
  under.source.deliver('ann', 'Inbox', bulk(250));
  let pieces = 0;
  const reached = held(under, ({ step }) => step === 'piece' && ++pieces === 200);
  void under.migrate();
  await reached.promise;
  const before = under.service.users().map(({ guid }) => guid);
  const closing = under.restart();
  under.source.onStep = () => undefined;
  await closing;
  await under.service.untilIdle();
  expect(batchOf(under).status).toBe('Synced');
  expect(under.target.contentsOf('ann')).toHaveLength(253);
  expect(under.service.users().map(({ guid }) => guid)).toEqual(before);
});

test('keeps the schedule of a settled batch', async () => {
  await using under = company();
  await under.migrate();
  await under.restart();
  under.source.deliver('bob', 'Inbox', [{ pieces: ['next day'] }]);
  await under.service.untilIdle();
  await under.clock.advance(hours(24));
  await under.service.untilIdle();
  expect(under.target.contentsOf('bob')).toContain('Inbox: next day');
});

test('reads again what no checkpoint covers, but keeps it once', async () => {
  await using under = serviceUnderTest([mailboxEntry('ann')]);
  under.source.checkpoints = false;
  under.source.deliver('ann', 'Inbox', bulk(150));
  let messages = 0;
  under.source.onStep = ({ step }) => {
    if (step === 'message' && ++messages === 130) throw failures.lost({});
  };
  await under.elapse(under.migrate());
  expect(under.target.contentsOf('ann')).toHaveLength(150);
  expect(new Set(under.target.contentsOf('ann')).size).toBe(150);
});
