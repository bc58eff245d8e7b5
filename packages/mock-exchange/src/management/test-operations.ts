import { isSdkError } from '@cutover/base';
import { exportSchema, type ExportFile } from '../export/export-schema.ts';
import { seedOfExport } from '../export/seed-of-export.ts';
import type { FaultPlanData } from '../faults/fault.ts';
import { faultPlanSchema } from '../faults/fault-schema.ts';
import { printEntry } from '../journal/print-entry.ts';
import { limits } from '../limits.ts';
import type { ManagedWorld } from './managed-world.ts';
import type { ManagementAnswer, Operation } from './operation.ts';

const done: ManagementAnswer = { status: 204 };

/** Answers by what was wrong with the request, if that is known. */
function attempt(run: () => void): ManagementAnswer {
  try {
    run();
    return done;
  } catch (error) {
    if (isSdkError(error)) return { status: 400, body: { error: error.message } };
    throw error;
  }
}

function tellFaults({ control: { faults } }: ManagedWorld): ManagementAnswer {
  return { status: 200, body: { ...faults.toJSON(), struck: faults.struck } };
}

/** Puts a plan in the place of the faults that are there, seed and all; of one with a wrong name, none. */
function putFaults({ control: { faults } }: ManagedWorld, body: unknown): ManagementAnswer {
  return attempt(() => faults.replace(body as FaultPlanData));
}

function tellJournal({ control: { journal } }: ManagedWorld): ManagementAnswer {
  if (journal === undefined) return { status: 404, body: { error: 'The server keeps no journal.' } };
  const { entries, unexpected } = journal;
  const coverage = Object.fromEntries(journal.coverage());
  return { status: 200, body: { entries: entries.map(printEntry), unexpected: unexpected.map(printEntry), coverage } };
}

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
  { method: 'GET', path: '/journal', run: tellJournal },
  { method: 'GET', path: '/state', run: ({ control }) => ({ status: 200, text: control.export() }) },
  {
    method: 'PUT',
    path: '/state',
    accepts: exportSchema,
    longest: limits.managementState,
    run: ({ control }, { body }) => attempt(() => control.import(seedOfExport(body as ExportFile))),
  },
];
