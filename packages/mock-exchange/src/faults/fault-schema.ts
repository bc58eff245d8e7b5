import { z } from 'zod';

const count = z.int().min(1);
const amount = z.number().min(0);
const code = z.int().min(0).max(0xffff_ffff);

const target = z.strictObject({
  http: z.string().optional(),
  operation: z.string().optional(),
  rop: z.string().optional(),
  item: z.string().optional(),
  imap: z.string().optional(),
  smtp: z.string().optional(),
  mailbox: z.string().optional(),
  account: z.string().optional(),
  nth: count.optional(),
  from: count.optional(),
  times: count.optional(),
  probability: z.number().min(0).max(1).optional(),
});

const effect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['resetConnection', 'wrongLength', 'unreadable']) }),
  z.strictObject({ kind: z.enum(['delay', 'backOff']), milliseconds: amount }),
  z.strictObject({ kind: z.literal('throttle'), bytesPerSecond: count }),
  z.strictObject({ kind: z.literal('cutAfter'), bytes: z.int().min(0) }),
  z.strictObject({ kind: z.enum(['httpStatus', 'rpcFault']), status: code }),
  z.strictObject({ kind: z.literal('returnValue'), code }),
  z.strictObject({ kind: z.literal('refuse'), text: z.string(), code: count.optional() }),
]);

/** A plan of faults in JSON, as a FaultPlan gives it. */
export const faultPlanSchema = z.strictObject({
  seed: z.int().optional(),
  faults: z.array(z.strictObject({ target, effect })),
});
