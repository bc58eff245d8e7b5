import { expect, test } from 'vitest';
import { batchOf, company, failures, statesOf } from '../testing/company.ts';
import type { FakeStep } from '../testing/fake-source.ts';
import { administrator, hours, type ServiceUnderTest } from '../testing/service-under-test.ts';

const helpdesk = 'helpdesk@contoso.com';

/** Ann's mailbox can't be opened, and bob's is held at its opening, until told otherwise. */
function annFailsBobWaits({ source }: ServiceUnderTest): { bobWaits: Promise<void>; heal(): void; release(): void } {
  const waits = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  let denied = true;
  source.onStep = ({ step, mailbox, signal }: FakeStep) => {
    if (step !== 'open') return undefined;
    if (mailbox === 'ann' && denied) throw failures.denied({});
    if (mailbox !== 'bob') return undefined;
    waits.resolve();
    signal?.addEventListener('abort', () => released.reject(signal.reason as Error));
    return released.promise;
  };
  return { bobWaits: waits.promise, heal: () => void (denied = false), release: released.resolve };
}

const linesOf = ({ service }: ServiceUnderTest): string[] =>
  service.reportEntries({ batchGuid: batchOf({ service } as ServiceUnderTest).guid }).map(({ text }) => text);

test('a start while the batch runs tries again who failed in it, in the same run', async () => {
  await using under = company();
  const source = annFailsBobWaits(under);
  const migrating = under.migrate();
  await source.bobWaits;
  await new Promise((resolve) => setImmediate(resolve));
  expect(statesOf(under)).toMatchObject({ ann: 'Failed', bob: 'Syncing' });
  source.heal();
  const started = under.service.startBatch('Cutover', { by: helpdesk });
  expect(started).toMatchObject({ status: 'Syncing', startedBy: helpdesk });
  expect(statesOf(under)).toMatchObject({ ann: 'Queued', bob: 'Syncing' });
  expect(under.service.findUser('ann@contoso.com')!.error).toBeUndefined();
  source.release();
  await migrating;
  expect(batchOf(under)).toMatchObject({ status: 'Synced', failedCount: 0, syncedCount: 5 });
  expect(under.target.contentsOf('ann')).toHaveLength(3);
  expect(under.source.steps.filter((step) => step === 'open bob')).toHaveLength(1);
  expect(under.reports).toEqual(['synced']);
  expect(linesOf(under)).toContain(`1 user is tried again, as ${helpdesk} asked.`);
});

test('a start during the daily sync takes along who failed in it, and who was stopped', async () => {
  await using under = company();
  await under.migrate();
  const source = annFailsBobWaits(under);
  await under.clock.advance(hours(24));
  await source.bobWaits;
  expect(statesOf(under)).toMatchObject({ ann: 'IncrementalFailed', bob: 'IncrementalSyncing' });
  under.source.deliver('ann', 'Inbox', [{ pieces: ['late'] }]);
  source.heal();
  expect(under.service.startBatch('Cutover', { by: helpdesk }).status).toBe('IncrementalSyncing');
  source.release();
  await under.service.untilIdle();
  expect(batchOf(under)).toMatchObject({ status: 'Synced', failedCount: 0 });
  expect(under.target.contentsOf('ann')).toContain('Inbox: late');
});

test('who is put back while another user is completed is not left until the next day', async () => {
  await using under = company();
  const first = annFailsBobWaits(under);
  first.release();
  await under.migrate();
  under.service.changeUser('bob@contoso.com', { completeAfter: under.clock.now() + hours(1) });
  const source = annFailsBobWaits(under);
  await under.clock.advance(hours(1));
  await source.bobWaits;
  expect(statesOf(under)).toMatchObject({ ann: 'Failed', bob: 'Completing' });
  source.heal();
  under.service.startBatch('Cutover', { by: helpdesk });
  source.release();
  await under.service.untilIdle();
  expect(statesOf(under)).toMatchObject({ ann: 'Synced', bob: 'Completed' });
  expect(batchOf(under)).toMatchObject({ status: 'Synced', failedCount: 0 });
});

test('a start while nothing has failed is refused: the batch runs already', async () => {
  await using under = company();
  const source = annFailsBobWaits(under);
  source.heal();
  const migrating = under.migrate();
  await source.bobWaits;
  expect(() => under.service.startBatch('Cutover', { by: administrator })).toThrow(/while its status is Syncing/);
  source.release();
  await migrating;
});
