import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isSdkError, steppedClock, systemClock, systemIds, type SteppedClock } from '@cutover/base';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { limits } from '../limits.ts';
import { dataFolderOwner, takeDataFolderLock } from './data-folder-lock.ts';

let folder: string;
let clock: SteppedClock;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cutover-lock-'));
  clock = steppedClock(new Date('2026-03-02T08:00:00Z'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const take = (owner: string) => takeDataFolderLock({ folder, owner, clock, ids: systemIds });

test('a second owner is told who has the folder, since when, and what to do', async () => {
  await using _first = take('an embedded organisation');
  const refusal = catchError(() => take('the service'));
  expect(isSdkError(refusal, 'cloud.dataFolderInUse')).toBe(true);
  expect(String(refusal)).toContain(`by an embedded organisation (process ${process.pid} on `);
  expect(String(refusal)).toContain('since 2026-03-02T08:00:00.000Z). Wait until it ends, end that process');
  expect(dataFolderOwner({ folder, clock })).toMatchObject({ owner: 'an embedded organisation', pid: process.pid });
});

test('its file is its owner’s alone', async () => {
  await using _lock = take('one');
  expect(statSync(join(folder, 'lock.db')).mode & 0o777).toBe(0o600);
});

test('is free again after it was released', async () => {
  await take('first')[Symbol.asyncDispose]();
  expect(dataFolderOwner({ folder, clock })).toBeUndefined();
  await using _second = take('second');
});

test('a release that cannot be written, as on a full disk, leaves the rest to the lease', async () => {
  const lock = take('first');
  const path = join(folder, 'lock.db');
  {
    using other = new DatabaseSync(path);
    other.exec(`CREATE TRIGGER full BEFORE DELETE ON owner BEGIN SELECT raise(ABORT, 'the disk is full'); END`);
  }
  await lock[Symbol.asyncDispose]();
  expect(() => take('second')).toThrow(/in use by first/);
  await clock.advance(limits.lease + 1);
  await using _second = take('second');
});

test('is renewed for as long as it is held', async () => {
  await using first = take('first');
  await clock.advance(limits.lease * 5);
  expect(() => take('second')).toThrow(/in use by first/);
  expect(first.lost.aborted).toBe(false);
});

test('who did not renew in time is succeeded, and learns it', async () => {
  const asleep = steppedClock(clock.now());
  await using first = takeDataFolderLock({ folder, owner: 'first', clock: asleep, ids: systemIds });
  await clock.advance(limits.lease + 1);
  await using _second = take('second');
  await asleep.advance(limits.leaseRenewal);
  expect(first.lost.reason).toMatchObject({ code: 'cloud.dataFolderLost' });
  expect(String(first.lost.reason)).toContain('taken over by second');
});

test('an owner whose folder was removed learns it', async () => {
  await using first = take('first');
  rmSync(folder, { recursive: true });
  await clock.advance(limits.leaseRenewal);
  expect(String(first.lost.reason)).toContain('its lock file was removed');
});

test('a killed owner is succeeded at once', { timeout: 20_000 }, async () => {
  const module = JSON.stringify(new URL('./data-folder-lock.ts', import.meta.url).href);
  const base = JSON.stringify(import.meta.resolve('@cutover/base'));
  const program = `
    import { takeDataFolderLock } from ${module};
    import { systemClock, systemIds } from ${base};
    takeDataFolderLock({ folder: process.argv[1], owner: 'a child', clock: systemClock, ids: systemIds });
    process.stdout.write('taken');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout!, 'data');
  const takeNow = () => takeDataFolderLock({ folder, owner: 'next', clock: systemClock, ids: systemIds });
  expect(takeNow).toThrow(/in use by a child/);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await using _next = takeNow();
});

function catchError(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('it did not throw');
}
