import { readFile } from 'node:fs/promises';
import { seedErrors } from '../errors.ts';
import type { FaultPlanData } from '../faults/fault.ts';
import { reasonOf } from '../reason-of.ts';
import { FaultPlan } from '../faults/fault-plan.ts';

/** A plan of faults from a JSON file, as a plan prints itself by JSON.stringify; what is wrong with it is told with its place. */
export async function readFaultPlan(path: string): Promise<FaultPlan> {
  const [{ parseJson, validate }, { faultPlanSchema }] = await Promise.all([
    import('../validate.ts'),
    import('../faults/fault-schema.ts'),
  ]);
  const plan = validate(faultPlanSchema, parseJson(await read(path), path), path);
  return new FaultPlan(plan as FaultPlanData);
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw seedErrors.fileUnreadable({ path, reason: reasonOf(cause) }, { cause });
  }
}
