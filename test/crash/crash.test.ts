import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/rehearsal.ts';
import { hashStoredMailboxes } from '../support/stored-mailboxes.ts';
import { describeKill, killPlan } from './kill-plan.ts';
import type { MockReport } from './mock-process.ts';
import { runToKill, startProcess } from './run-to-kill.ts';

// `pnpm test:crash` asks for all fifty; a plain test run for a few.
const kills = Number(process.env['CUTOVER_CRASH'] ?? 4);
const seed = Number(process.env['CUTOVER_CRASH_SEED'] ?? 2003);
const size = kills > 10 ? { mailboxes: 6, messages: 600 } : { mailboxes: 3, messages: 400 };
const mustHit = Math.floor(kills * 0.8);
const secondsEach = 10;

test(`${kills} kills of the migrating process`, { timeout: (60 + kills * secondsEach) * 1000 }, async () => {
  await using mock = await startMock();
  const plan = killPlan(kills, seed);
  let hits = 0;
  let rounds = 0;
  while (plan.length > 0) {
    using folder = temporaryFolder('cutover-crash-');
    rounds++;
    hits += await runRound(folder, mock.report, plan);
    checkTarget(folder.databasePath, mock.report);
  }
  say(`${hits} of ${kills} kills hit the copy, in ${rounds} migrations; seed ${seed}.`);
  expect(hits).toBeGreaterThanOrEqual(mustHit);
});

/** One migration from nothing to its end, killed as long as the plan has kills; gives how many hit the copy. */
async function runRound(
  { path: data, databasePath }: { path: string; databasePath: string },
  { address: source }: MockReport,
  plan: ReturnType<typeof killPlan>,
): Promise<number> {
  let hits = 0;
  let before: string[] = [];
  for (;;) {
    const kill = plan[0] ?? { kind: 'never' };
    const fall = await runToKill({ data, source, kill });
    expect(fall.failed).toEqual([]);
    const { guids, items } = inspect(databasePath);
    expect(guids.slice(0, before.length)).toEqual(before);
    before = guids;
    if (fall.ended) return hits;
    plan.shift();
    if (fall.underWay.length > 0) hits++;
    say(
      `${describeKill(kill)}: ${fall.underWay.length} mailboxes under way, last ${fall.lastCommit}, ${items} items kept`,
    );
  }
}

/** What a kill has left: a sound file, no item twice, and the GUIDs of everything in it. */
function inspect(path: string): { guids: string[]; items: number } {
  using database = new DatabaseSync(path);
  expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  const guidsOf = (table: string): string[] =>
    (database.prepare(`SELECT guid FROM ${table} ORDER BY number`).all() as { guid: string }[]).map(({ guid }) => guid);
  const { items } = database.prepare('SELECT count(*) AS items FROM item').get() as { items: number };
  const { entries } = database.prepare('SELECT count(*) AS entries FROM ledger_item').get() as { entries: number };
  expect(entries).toBe(items);
  return { guids: ['migration_endpoint', 'migration_batch', 'migration_user'].flatMap(guidsOf), items };
}

function checkTarget(path: string, { hashes }: MockReport): void {
  const stored = hashStoredMailboxes(path);
  expect(Object.fromEntries(stored.map(({ address, hash }) => [address, hash]))).toEqual(
    Object.fromEntries(Object.entries(hashes).map(([address, { hash }]) => [address, hash])),
  );
  expect(stored.reduce((sum, { doubled }) => sum + doubled, 0)).toBe(0);
  using database = new DatabaseSync(path);
  const unreferenced = database.prepare(
    'SELECT count(*) AS count FROM content_chunk WHERE key / 65536 NOT IN (SELECT content FROM item)',
  );
  expect(unreferenced.get()).toEqual({ count: 0 });
}

async function startMock(): Promise<{ report: MockReport } & AsyncDisposable> {
  const child = startProcess('mock-process.ts', [String(size.mailboxes), String(size.messages)]);
  const [report] = (await once(child, 'message')) as [MockReport];
  return {
    report,
    [Symbol.asyncDispose]: async () => {
      const exit = once(child, 'exit');
      child.disconnect();
      await exit;
    },
  };
}

// Straight to the terminal: what the run did is worth reading, and no failure.
const say = (text: string): void => void writeSync(1, `crash: ${text}\n`);
