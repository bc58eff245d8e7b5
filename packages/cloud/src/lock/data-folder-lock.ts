import { closeSync, openSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Clock, Ids } from '@cutover/base';
import { cloudErrors } from '../errors.ts';
import { limits } from '../limits.ts';

/** Who owns a data folder, as a second owner is told. */
export interface LockOwner {
  readonly owner: string;
  readonly pid: number;
  readonly host: string;
  /** ISO time at which the folder was taken. */
  readonly since: string;
}

/** The exclusive right to a data folder. It is renewed until it is released. */
export interface DataFolderLock extends AsyncDisposable {
  /** Aborted with `cloud.dataFolderLost` when another owner has taken over, or the folder is gone. */
  readonly lost: AbortSignal;
}

export interface TakeLockOptions {
  folder: string;
  /** Name of the owner for the second one's error, such as "the service" or "an embedded organisation". */
  owner: string;
  /** The machine's clock: a lease counts real time, whatever the organisation's clock says. */
  clock: Clock;
  ids: Ids;
}

interface OwnerRow extends Record<string, unknown> {
  token: string;
  owner: string;
  pid: number;
  host: string;
  since: string;
  until: number;
}

const fileName = 'lock.db';
const schema = `CREATE TABLE IF NOT EXISTS owner (
  one INTEGER PRIMARY KEY CHECK (one = 1), token TEXT NOT NULL, owner TEXT NOT NULL,
  pid INTEGER NOT NULL, host TEXT NOT NULL, since TEXT NOT NULL, until REAL NOT NULL
) STRICT`;

/**
 * Takes the data folder, or throws `cloud.dataFolderInUse` with the name of its owner.
 * An owner whose process has died, or whose lease has run out, is succeeded at once.
 */
export function takeDataFolderLock(options: TakeLockOptions): DataFolderLock {
  const { folder, clock } = options;
  const path = join(folder, fileName);
  const database = openLockFile(path);
  const row: OwnerRow = {
    token: options.ids.guid(),
    owner: options.owner,
    pid: process.pid,
    host: hostname(),
    since: new Date(clock.now()).toISOString(),
    until: clock.now() + limits.lease,
  };
  try {
    become(database, { row, folder, now: clock.now() });
  } catch (error) {
    database.close();
    throw error;
  }
  return holdLock({ database, row, folder, path, inode: inodeOf(path), clock });
}

/** The owner of a data folder, if it has a living one. */
export function dataFolderOwner(options: { folder: string; clock: Clock }): LockOwner | undefined {
  const path = join(options.folder, fileName);
  if (inodeOf(path) === undefined) return undefined;
  using database = openLockFile(path);
  const row = readOwner(database);
  return row && isAlive(row, options.clock.now()) ? row : undefined;
}

function openLockFile(path: string): DatabaseSync {
  // Made before SQLite makes it, which would let others read it.
  if (inodeOf(path) === undefined) closeSync(openSync(path, 'a', 0o600));
  const database = new DatabaseSync(path, { timeout: limits.lockFileWait });
  // A lease that a power cut takes away is a lease nobody holds: no need to wait for the disk.
  database.exec(`PRAGMA synchronous = OFF; ${schema}`);
  return database;
}

const readOwner = (database: DatabaseSync): OwnerRow | undefined =>
  database.prepare('SELECT token, owner, pid, host, since, until FROM owner').get() as OwnerRow | undefined;

/** Looks and writes in one write transaction: of two that come at once, SQLite lets one in first. */
function become(database: DatabaseSync, options: { row: OwnerRow; folder: string; now: number }): void {
  const { row, folder, now } = options;
  database.exec('BEGIN IMMEDIATE');
  try {
    const present = readOwner(database);
    if (present && isAlive(present, now)) throw cloudErrors.dataFolderInUse({ folder, ...describe(present) });
    database
      .prepare('INSERT OR REPLACE INTO owner VALUES (1, ?, ?, ?, ?, ?, ?)')
      .run(row.token, row.owner, row.pid, row.host, row.since, row.until);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

const describe = ({ owner, pid, host, since }: LockOwner): LockOwner => ({ owner, pid, host, since });

function isAlive(row: OwnerRow, now: number): boolean {
  return row.until > now && (row.host !== hostname() || processExists(row.pid));
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

interface HeldLock {
  database: DatabaseSync;
  row: OwnerRow;
  folder: string;
  path: string;
  inode: bigint | undefined;
  clock: Clock;
}

function holdLock(held: HeldLock): DataFolderLock {
  const lost = new AbortController();
  const released = new AbortController();
  const renewing = renewUntil(released.signal, held, lost);
  return {
    lost: lost.signal,
    [Symbol.asyncDispose]: async () => {
      if (released.signal.aborted) return;
      released.abort();
      await renewing;
      if (isInPlace(held)) giveUp(held);
      held.database.close();
    },
  };
}

/** A row that cannot be removed, as on a full disk, ends with its lease, or with its process. */
function giveUp({ database, row }: HeldLock): void {
  try {
    database.prepare('DELETE FROM owner WHERE token = ?').run(row.token);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_SQLITE_ERROR') throw error;
  }
}

async function renewUntil(released: AbortSignal, held: HeldLock, lost: AbortController): Promise<void> {
  while (!released.aborted && !lost.signal.aborted) {
    await held.clock.sleep(limits.leaseRenewal, { signal: released }).catch(() => undefined);
    if (!released.aborted && !renew(held)) lost.abort(lostTo(held));
  }
}

/** False when the row is another's now, or when somebody has removed, replaced or closed off the lock file under us. */
function renew(held: HeldLock): boolean {
  if (!isInPlace(held)) return false;
  const until = held.clock.now() + limits.lease;
  try {
    return held.database.prepare('UPDATE owner SET until = ? WHERE token = ?').run(until, held.row.token).changes === 1;
  } catch {
    return false;
  }
}

const inodeOf = (path: string): bigint | undefined => statSync(path, { bigint: true, throwIfNoEntry: false })?.ino;
const isInPlace = ({ path, inode }: HeldLock): boolean => inode !== undefined && inodeOf(path) === inode;

function lostTo(held: HeldLock): Error {
  const { database, folder } = held;
  const next = isInPlace(held) ? readOwner(database) : undefined;
  const owner = next ? `${next.owner} (process ${next.pid})` : 'nobody (its lock file was removed)';
  return cloudErrors.dataFolderLost({ folder, owner });
}
