import { FaultPlan } from './fault-plan.ts';

/**
 * The smallest part of a plan with which `fails` still holds, found by leaving out ever smaller parts (ddmin). `fails` is
 * given fresh plans; begin with `plan.asStruck()`, so that no chance is in it.
 */
export async function shrinkFaults(plan: FaultPlan, fails: (plan: FaultPlan) => Promise<boolean>): Promise<FaultPlan> {
  const { seed } = plan;
  let faults = plan.faults;
  for (let part = Math.ceil(faults.length / 2); part >= 1; part = part === 1 ? 0 : Math.ceil(part / 2)) {
    for (let at = 0; at < faults.length;) {
      const rest = [...faults.slice(0, at), ...faults.slice(at + part)];
      if (await fails(new FaultPlan({ seed, faults: rest }))) faults = rest;
      else at += part;
    }
  }
  return new FaultPlan({ seed, faults });
}
