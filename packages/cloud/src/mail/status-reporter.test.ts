import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { steppedClock } from '@cutover/base';
import type { OutgoingMail } from '@cutover/migration';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { batchView, userView } from '../testing/views.ts';
import { reportArchive } from './report-archive.ts';
import { createStatusReporter } from './status-reporter.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'cutover-reporter-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const ann = { ...userView('Ann'), sealedPassword: Uint8Array.of(1) };
const due = { batchGuid: batchView().guid, moment: 'synced', madeAt: Date.UTC(2026, 2, 2, 8) } as const;

/** A reporter as a process has it after its start, over what earlier ones left behind. */
function reporterAt(send: (mail: OutgoingMail) => void, { mailsStarter = true, batch = batchView() } = {}) {
  const forgotten: string[] = [];
  const reporter = createStatusReporter({
    migration: () => ({ findBatch: () => batch, users: () => [ann], skippedItems: () => [] }),
    users: { update: (guid: string) => void forgotten.push(guid) } as never,
    secrets: { open: () => 'Aa2Bb3Cc' } as never,
    mailer: { send: async (mail) => send(mail) },
    rules: () => ({ mailsStarter }),
    archive: reportArchive(folder, { clock: steppedClock() }),
  });
  return { report: () => reporter.report(due, {}), forgotten };
}

test('the same mail goes out after a crash before it was noted, and says that it may have come before', async () => {
  const mails: OutgoingMail[] = [];
  const crashed = reporterAt((mail) => mails.push(mail));
  await crashed.report();
  expect(crashed.forgotten).toEqual([]);
  const next = reporterAt((mail) => mails.push(mail));
  const writeDown = await next.report();
  writeDown();
  expect(next.forgotten).toEqual([ann.guid]);
  const [first, second] = mails;
  expect(second).toMatchObject({ id: first!.id, date: first!.date, attachments: first!.attachments });
  expect(first!.text).not.toContain('may have reached you before');
  expect(second!.text).toContain('may have reached you before');
  expect(second!.html).toContain('may have reached you before');
});

test('today’s service mails nobody but whom the batch names, and still files the report', async () => {
  const mails: OutgoingMail[] = [];
  const take = (mail: OutgoingMail): void => void mails.push(mail);
  const silent = reporterAt(take, { mailsStarter: false, batch: batchView({ notificationEmails: [] }) });
  (await silent.report())();
  expect(mails).toEqual([]);
  expect(silent.forgotten).toEqual([ann.guid]);
  const named = batchView({ notificationEmails: ['help@contoso.com'] });
  await reporterAt(take, { mailsStarter: false, batch: named }).report();
  expect(mails.map(({ to }) => to)).toEqual([['help@contoso.com']]);
});

test('a mail that no server took is tried again as if for the first time', async () => {
  const refusing = reporterAt(() => {
    throw new Error('no server');
  });
  await expect(refusing.report()).rejects.toThrow('no server');
  const mails: OutgoingMail[] = [];
  await reporterAt((mail) => mails.push(mail)).report();
  expect(mails[0]!.text).not.toContain('may have reached you before');
});
