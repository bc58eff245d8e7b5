import { performance } from 'node:perf_hooks';
import type { Mailbox } from '@cutover/outlook-anywhere';
import { connectTo, startSource } from './mock-transfer-bench.ts';
import { table } from './table.ts';

/** What many clients at once came to. */
export interface SessionFigures {
  readonly sessions: number;
  readonly seconds: number;
  /** From the first connection to the last open mailbox. */
  readonly openSeconds: number;
  readonly calls: number;
  readonly slowestCall: number;
  readonly errors: readonly string[];
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** How often each of them asks something. */
const everyMs = 2000;
/** How many sign in at the same time: more only wait for each other. */
const atOnce = 20;

/** Holds so many mailboxes open for so long, each on connections of its own, and asks each of them again and again. */
export async function benchSessions({ sessions = 300, seconds = 60 } = {}): Promise<SessionFigures> {
  const [child, { address, owners }] = await startSource([sessions]);
  await using session = await connectTo(address);
  const errors: string[] = [];
  const mailboxes: Mailbox[] = [];
  const began = performance.now();
  for (let at = 0; at < sessions; at += atOnce) {
    const opening = owners.slice(at, at + atOnce).map((legacyExchangeDN) => session.openMailbox({ legacyExchangeDN }));
    for (const opened of await Promise.allSettled(opening)) {
      if (opened.status === 'fulfilled') mailboxes.push(opened.value);
      else errors.push(String(opened.reason));
    }
  }
  const openSeconds = (performance.now() - began) / 1000;
  const held = await hold(mailboxes, seconds);
  child.disconnect();
  return { sessions: mailboxes.length, seconds, openSeconds, ...held, errors: [...errors, ...held.errors] };
}

async function hold(mailboxes: readonly Mailbox[], seconds: number) {
  const until = performance.now() + seconds * 1000;
  const errors: string[] = [];
  let [calls, slowestCall] = [0, 0];
  const ask = async (mailbox: Mailbox, index: number): Promise<void> => {
    await pause((index * everyMs) / mailboxes.length);
    while (performance.now() < until) {
      const began = performance.now();
      await mailbox.syncHierarchy();
      calls++;
      slowestCall = Math.max(slowestCall, performance.now() - began);
      await pause(Math.min(everyMs, Math.max(0, until - performance.now())));
    }
  };
  const asked = await Promise.allSettled(mailboxes.map(ask));
  for (const one of asked) if (one.status === 'rejected') errors.push(String(one.reason));
  return { calls, slowestCall, errors };
}

export function printSessions({ sessions, seconds, openSeconds, calls, slowestCall, errors }: SessionFigures): string {
  return table([
    [`${sessions} mailboxes held open at once for ${seconds} s`, ''],
    ['opened in', `${openSeconds.toFixed(1)} s`],
    ['calls', `${calls}, the slowest ${slowestCall.toFixed(0)} ms`],
    ['errors', `${errors.length === 0 ? 'none' : `${errors.length}: ${errors[0]}`}, goal none`],
  ]);
}
