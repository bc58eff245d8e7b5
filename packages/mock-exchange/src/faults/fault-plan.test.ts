import { expect, test } from 'vitest';
import type { FaultPoint } from './fault-plan.ts';
import { FaultPlan } from './fault-plan.ts';

const get: FaultPoint = { place: 'http', name: 'GET', account: undefined, isMailbox: () => false };
const slow = { target: { http: 'GET' }, effect: { kind: 'delay', milliseconds: 1 } } as const;

test('a plan replaces another, its seed and its counts with it; of one with a wrong name nothing is taken', () => {
  const plan = new FaultPlan();
  plan.on({ http: 'GET', probability: 0.5 }).httpStatus(503);
  plan.strike(get);
  const other = { seed: 7, faults: [slow] };
  plan.replace(other);
  expect([plan.toJSON(), plan.struck]).toEqual([other, []]);
  expect(() => plan.replace({ faults: [slow, { ...slow, target: { rop: 'Logn' } }] })).toThrow('Did you mean RopLogon');
  expect(plan.toJSON()).toEqual(other);
});

test('a plan of one seed strikes alike every time', () => {
  const struck = (seed: number): number[] => {
    const plan = new FaultPlan({ seed, faults: [{ ...slow, target: { http: 'GET', probability: 0.5 } }] });
    for (let count = 0; count < 40; count++) plan.strike(get);
    return plan.struck.map(({ match }) => match);
  };
  expect(struck(1)).toEqual(struck(1));
  expect(struck(1)).not.toEqual(struck(2));
});

test('a plan prints what it did, and what was begun without an effect', () => {
  const plan = new FaultPlan();
  expect(String(plan)).toBe('no faults');
  plan.on({ http: 'GET', nth: 2 });
  plan.on({ http: 'GET' }).delay(5).httpStatus(503);
  plan.on({ smtp: 'RCPT' }).refuse('busy', { code: 450 });
  plan.strike(get);
  expect(String(plan).split('\n  ')).toEqual([
    'fault plan, seed 1',
    'on({"http":"GET"}).delay(5) struck 1 of 1',
    'on({"http":"GET"}).httpStatus(503) struck 1 of 1',
    'on({"smtp":"RCPT"}).refuse("busy", {"code":450}) struck never: nothing was like it',
    'on({"http":"GET","nth":2}) does nothing: no effect was called',
  ]);
  plan.clear();
  expect(String(plan)).toBe('no faults');
});

test('a plan prints what chance did as it is done again for certain', () => {
  const plan = new FaultPlan({ seed: 3 });
  plan.on({ http: 'GET', probability: 0.5, times: 1 }).httpStatus(503);
  expect(String(plan)).not.toContain('without chance');
  while (plan.struck.length === 0) plan.strike(get);
  const { match } = plan.struck[0]!;
  expect(String(plan)).toContain(`the same without chance:\n    on({"http":"GET","nth":${match}}).httpStatus(503)`);
});

test('a test can demand that every fault has struck', () => {
  const plan = new FaultPlan();
  plan.assertStruck();
  plan.on({ http: 'GET' }).delay(5);
  plan.on({ http: 'GET', nth: 7 }).delay(6);
  plan.on({ http: 'PUT' });
  plan.strike(get);
  expect(() => plan.assertStruck()).toThrow(
    'These faults have not struck:\n  on({"http":"GET","nth":7}).delay(6) struck 0 of 1\n  on({"http":"PUT"}) does nothing',
  );
  plan.clear();
  plan.assertStruck();
});
