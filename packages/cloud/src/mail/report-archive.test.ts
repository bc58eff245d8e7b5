import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { steppedClock, type SteppedClock } from '@cutover/base';
import { buildStatusReport } from '@cutover/migration';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { batchView, userView } from '../testing/views.ts';
import { reportsLast } from './mail-content.ts';
import { reportArchive } from './report-archive.ts';

let folder: string;
let clock: SteppedClock;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cutover reports & more '));
  clock = steppedClock(Date.UTC(2026, 2, 2, 12));
});
afterEach(() => rmSync(folder, { recursive: true }));

const failure = { code: 'x', summary: 'No.', detail: 'No.', at: 0 };
const failed = userView('Bob', { status: 'Failed', initialSyncedAt: undefined, error: failure });
const reportAt = (hour: number, ...users: Parameters<typeof buildStatusReport>[0]['users']) =>
  buildStatusReport({
    batch: batchView(),
    moment: 'synced',
    madeAt: Date.UTC(2026, 2, 2, hour),
    users,
    skippedItems: [],
    passwords: new Map(),
  });

test('keeps both files of each report, and lists them oldest first', () => {
  const archive = reportArchive(folder, { clock });
  archive.add(reportAt(12, userView('Ann'), failed));
  archive.add(reportAt(9, userView('Ann')));
  const [earlier, later] = archive.list(batchView().guid);
  expect(earlier).toMatchObject({ CreationTimeUTC: new Date('2026-03-02T09:00:00Z'), ErrorUrl: null });
  expect(later!.CreationTimeUTC).toEqual(new Date('2026-03-02T12:00:00Z'));
  const statistics = fileURLToPath(later!.SuccessUrl);
  expect(readFileSync(statistics, 'utf8')).toContain('ann@contoso.com,Synced');
  expect(readFileSync(fileURLToPath(later!.ErrorUrl!), 'utf8')).toContain('bob@contoso.com,No.');
  expect(statSync(statistics).mode & 0o777).toBe(0o600);
  expect(archive.list('another')).toEqual([]);
});

test('a report that is made again after a crash has its place already', () => {
  const archive = reportArchive(folder, { clock });
  expect(archive.add(reportAt(12, failed))).toMatchObject({ wereThere: false });
  const again = reportArchive(folder, { clock }).add(reportAt(12, failed))!;
  expect(again).toMatchObject({ wereThere: true });
  archive.remove(again);
  expect(archive.add(reportAt(12, failed))).toMatchObject({ wereThere: false });
});

test('a report that was taken back, or was not finished, is none', () => {
  const archive = reportArchive(folder, { clock });
  archive.remove(archive.add(reportAt(12, userView('Ann')))!);
  mkdirSync(join(folder, batchView().guid, '2026-03-02T13-00-00-000Z-synced'));
  expect(archive.list(batchView().guid)).toEqual([]);
  expect(readdirSync(join(folder, batchView().guid))).toHaveLength(1);
});

test('links end after their time, and the files are gone with the next report', async () => {
  const archive = reportArchive(folder, { clock });
  const { statistics } = archive.add(reportAt(9, userView('Ann')))!;
  archive.add(reportAt(12, userView('Ann')));
  const { guid } = batchView();
  await clock.advance(reportsLast - 1);
  expect(archive.list(guid)).toHaveLength(1);
  expect(archive.read(statistics)).toBeUndefined();
  expect(existsSync(fileURLToPath(statistics))).toBe(true);
  archive.add(reportAt(13, userView('Ann')));
  expect(existsSync(fileURLToPath(statistics))).toBe(false);
  await clock.advance(2);
  expect(reportArchive(folder, { clock }).list(guid)).toHaveLength(1);
  expect(readdirSync(join(folder, guid))).toHaveLength(1);
});
