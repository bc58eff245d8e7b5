import { type Clock, type Duration, isSdkError, type SteppedClock } from '@cutover/base';
import { z } from 'zod';
import { mockErrors } from '../errors.ts';
import { exportSchema, type ExportFile } from '../export/export-schema.ts';
import { seedOfExport } from '../export/seed-of-export.ts';
import type { FaultPlanData } from '../faults/fault.ts';
import { faultPlanSchema } from '../faults/fault-schema.ts';
import { printEntry } from '../journal/print-entry.ts';
import type { JournalMatch } from '../journal/journal-match.ts';
import { limits } from '../limits.ts';
import type { ManagedWorld } from './managed-world.ts';
import type { ManagementAnswer, Operation } from './operation.ts';

const done: ManagementAnswer = { status: 204 };

/** Answers by what was wrong with the request, if that is known. */
async function attempt(run: () => ManagementAnswer | void | Promise<ManagementAnswer>): Promise<ManagementAnswer> {
  try {
    return (await run()) ?? done;
  } catch (error) {
    if (isSdkError(error)) return { status: 400, body: { error: error.message } };
    throw error;
  }
}

function tellFaults({ control: { faults } }: ManagedWorld): ManagementAnswer {
  return { status: 200, body: { ...faults.toJSON(), struck: faults.struck } };
}

/** Puts a plan in the place of the faults that are there, seed and all; of one with a wrong name, none. */
function putFaults({ control: { faults } }: ManagedWorld, body: unknown): Promise<ManagementAnswer> {
  return attempt(() => faults.replace(body as FaultPlanData));
}

/** All that was said, or what of it the query matches: `?rop=Logon&mailbox=annb`. */
function tellJournal({ control: { journal } }: ManagedWorld, query: JournalMatch): Promise<ManagementAnswer> {
  return attempt(() => {
    if (journal === undefined) return { status: 404, body: { error: 'The server keeps no journal.' } };
    const { unexpected } = journal;
    const entries = journal.filter(query).map(printEntry);
    const coverage = Object.fromEntries(journal.coverage());
    return { status: 200, body: { entries, unexpected: unexpected.map(printEntry), coverage } };
  });
}

const tellClock = ({ clock }: ManagedWorld): ManagementAnswer => ({
  status: 200,
  body: { now: new Date(clock.now()).toISOString(), isStepped: isStepped(clock) },
});

/** Moves a clock that stands still: by a time, or up to a moment. */
function moveClock({ clock }: ManagedWorld, to: z.output<typeof clockMove>): Promise<ManagementAnswer> {
  return attempt(async () => {
    if (!isStepped(clock)) throw mockErrors.clockRuns({});
    if ('advance' in to) await clock.advance(to.advance as Duration);
    else await clock.advanceTo(new Date(to.advanceTo));
    return done;
  });
}

const isStepped = (clock: Clock): clock is SteppedClock => 'advance' in clock;

const clockMove = z.union([
  z.strictObject({ advance: z.union([z.number(), z.string()]) }),
  z.strictObject({ advanceTo: z.iso.datetime({ offset: true, error: 'write a moment, e.g. 2013-02-01T09:00:00Z' }) }),
]);

/** What tests in other languages do to a server. */
export const testOperations: readonly Operation[] = [
  {
    method: 'PUT',
    path: '/reset',
    run: ({ control }) => {
      control.reset();
      return done;
    },
  },
  { method: 'GET', path: '/faults', run: tellFaults },
  { method: 'PUT', path: '/faults', accepts: faultPlanSchema, run: (world, { body }) => putFaults(world, body) },
  {
    method: 'DELETE',
    path: '/faults',
    run: ({ control }) => {
      control.faults.clear();
      return done;
    },
  },
  { method: 'GET', path: '/journal', run: (world, { query }) => tellJournal(world, query) },
  { method: 'GET', path: '/clock', run: tellClock },
  {
    method: 'PUT',
    path: '/clock',
    accepts: clockMove,
    run: (world, { body }) => moveClock(world, body as z.output<typeof clockMove>),
  },
  { method: 'GET', path: '/state', run: ({ control }) => ({ status: 200, text: control.export() }) },
  {
    method: 'PUT',
    path: '/state',
    accepts: exportSchema,
    longest: limits.managementState,
    run: ({ control }, { body }) => attempt(() => control.import(seedOfExport(body as ExportFile))),
  },
];
