import { performance } from 'node:perf_hooks';
import { company, hashMailbox, type Mailbox, MockExchange } from '@cutover/mock-exchange';

/** Times in milliseconds, memory in bytes. */
export interface MockServerFigures {
  readonly start: number;
  readonly reset: number;
  readonly fork: number;
  readonly startOfThousand: number;
  readonly forkOfThousand: number;
  /** Of a mailbox that nobody has opened, with its entry in the directory and its account. */
  readonly idleMailbox: number;
  /** Of one of 500 items that a client holds open. */
  readonly openMailbox: number;
  /** What stays of reading so many mailboxes whole, one after the other. */
  readonly afterReading: { readonly mailboxes: number; readonly items: number; readonly bytes: number };
}

const rounds = 21;
const thousand = { mailboxes: 1000, messages: 500, seed: 7 };
const collect = globalThis.gc!;

async function settle(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    await new Promise((resolve) => setImmediate(resolve));
    collect();
  }
  return process.memoryUsage().heapUsed;
}

async function median(run: () => Promise<() => unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    const end = await run();
    times.push(performance.now() - began);
    await end();
  }
  return times.toSorted((left, right) => left - right)[Math.floor(rounds / 2)]!;
}

async function timed<T>(run: () => Promise<T>): Promise<readonly [T, number]> {
  const began = performance.now();
  return [await run(), performance.now() - began];
}

const start = await median(async () => {
  const exchange = await MockExchange.start();
  return () => exchange.close();
});
const shared = await MockExchange.start();
shared.mailbox('annb');
const reset = await median(async () => {
  shared.reset();
  return () => shared.mailbox('annb');
});
const fork = await median(async () => {
  const forked = await shared.fork();
  return () => forked.close();
});
await shared.close();

const before = await settle();
const [large, startOfThousand] = await timed(() => MockExchange.start({ seed: company(thousand) }));
const idleMailbox = ((await settle()) - before) / thousand.mailboxes;
const [forked, forkOfThousand] = await timed(() => large.fork());
await forked.close();

const closed = await settle();
const held: Mailbox[] = large.store.owners.slice(0, 20).map((owner) => large.store.mailbox(owner)!);
const openMailbox = ((await settle()) - closed) / held.length;
held.length = 0;

const mailboxes = 10;
let items = 0;
const unread = await settle();
for (const owner of large.store.owners.slice(100, 100 + mailboxes)) {
  for (const { messages } of hashMailbox(large.store.mailbox(owner)!).folders) items += messages;
  // What one turn of the event loop has read stays until its end.
  await new Promise((resolve) => setImmediate(resolve));
}
const afterReading = { mailboxes, items, bytes: (await settle()) - unread };
await large.close();

const figures: MockServerFigures = {
  start,
  reset,
  fork,
  startOfThousand,
  forkOfThousand,
  idleMailbox,
  openMailbox,
  afterReading,
};
process.stdout.write(JSON.stringify(figures));
