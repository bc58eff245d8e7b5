import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { accepts, batchStates, type BatchCommand, type BatchStatus } from '../states/batch-states.ts';
import { summaryOf, userStates, type UserStatus } from '../states/user-states.ts';
import { batchOf, company, failures, held } from '../testing/company.ts';
import { administrator, endpointSettings, hours, type ServiceUnderTest } from '../testing/service-under-test.ts';
import { batchEvent } from './events.ts';

const facts = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../test/facts/lifecycle.json'), 'utf8')) as {
  batch: Record<string, BatchCommand[]>;
  userSummary: Record<string, string>;
  transitions: { what: string; through: BatchStatus[] }[];
};

const name = 'Cutover';

/** A batch of the company that is in this state, whatever led there. */
async function inState(under: ServiceUnderTest, status: BatchStatus): Promise<void> {
  under.service.createEndpoint(endpointSettings);
  const { guid } = await under.service.createBatch({ name, endpoint: 'exchange', submittedBy: administrator });
  under.store.batches.update(guid, { status });
}

const ask: Readonly<Record<BatchCommand, (under: ServiceUnderTest) => unknown>> = {
  start: ({ service }) => service.startBatch(name, { by: administrator }),
  stop: ({ service }) => service.stopBatch(name),
  sync: ({ service }) => service.changeBatch(name, { syncNow: true }),
  complete: ({ service }) => service.completeBatch(name),
  remove: ({ service }) => service.removeBatch(name),
};
const commands = Object.keys(ask) as BatchCommand[];

describe.each(Object.entries(facts.batch))('a batch that is %s', (status, allowed) => {
  test('can be told what the product lets it be told', () => {
    expect(allowed.filter((command) => !accepts(status as BatchStatus, command))).toEqual([]);
    // One that starts can be stopped as well: nobody has to wait for the moment in which it is Syncing.
    const more = status === 'Starting' ? ['stop'] : [];
    expect(commands.filter((command) => accepts(status as BatchStatus, command)).toSorted()).toEqual(
      [...allowed, ...more].toSorted(),
    );
  });

  test.each(commands.filter((command) => !accepts(status as BatchStatus, command)))(
    'refuses to %s, and names the states in which that works and what to do',
    async (command) => {
      await using under = company();
      await inState(under, status as BatchStatus);
      const refusal = await Promise.try(() => ask[command](under)).then(String, (error: Error) => error.message);
      const works = Object.keys(facts.batch).filter((one) => accepts(one as BatchStatus, command));
      expect(refusal).toContain(`while its status is ${status}. That works while the status is `);
      for (const state of works) expect(refusal).toMatch(new RegExp(`\\b${state}\\b`));
      expect(refusal).toMatch(/-Migration|[Ww]ait|create a new batch/);
    },
  );
});

test('every state is one of the product’s, and a user’s comes down to what it does there', () => {
  expect(Object.keys(batchStates).toSorted()).toEqual(Object.keys(facts.batch).toSorted());
  for (const status of Object.keys(userStates) as UserStatus[]) {
    expect([status, summaryOf(status)]).toEqual([status, facts.userSummary[status]]);
  }
});

/** The states that a batch goes through while something is done, from the one that it is made in. */
async function statesDuring(under: ServiceUnderTest, work: () => unknown): Promise<BatchStatus[]> {
  const made = vi.spyOn(under.store.batches, 'insert');
  const states: BatchStatus[] = [];
  const listen = (event: unknown): void => void states.push((event as { status: BatchStatus }).status);
  batchEvent.channel.subscribe(listen);
  try {
    await work();
  } finally {
    batchEvent.channel.unsubscribe(listen);
  }
  const all = [...made.mock.calls.map(([{ status }]) => status), ...states];
  return all.filter((status, at) => status !== all[at - 1]);
}

const create = async ({ service }: ServiceUnderTest, settings: object = {}): Promise<void> => {
  if (service.endpoints().length === 0) service.createEndpoint(endpointSettings);
  await service.createBatch({ name, endpoint: 'exchange', submittedBy: administrator, ...settings });
};
const start = async ({ service }: ServiceUnderTest): Promise<void> => {
  service.startBatch(name, { by: administrator });
  await service.untilIdle();
};
const failing = (under: ServiceUnderTest, { whom = /./ }: { whom?: RegExp } = {}): void => {
  under.source.onStep = ({ step, mailbox = '' }) => {
    if (step === 'open' && whom.test(mailbox)) throw failures.denied({});
  };
};
const healed = (under: ServiceUnderTest): void => void (under.source.onStep = () => undefined);

/** Begins a sync and holds it in the midst. */
async function running(under: ServiceUnderTest): Promise<{ release(): void }> {
  await create(under);
  const hold = held(under, ({ step }) => step === 'message');
  under.service.startBatch(name, { by: administrator });
  await hold.promise;
  return hold;
}

type Walk = {
  readonly before?: (under: ServiceUnderTest) => unknown;
  readonly work: (under: ServiceUnderTest) => unknown;
};

/** How each transition of the facts is brought about. */
const walks: Readonly<Record<string, Walk>> = {
  created: { work: (under) => create(under) },
  'created and started': { work: (under) => under.migrate() },
  started: { before: (under) => create(under), work: start },
  'started before its time': {
    before: (under) => create(under, { startAfter: under.clock.now() + hours(1) }),
    work: async (under) => {
      await start(under);
      await under.clock.advance(hours(1));
      await under.service.untilIdle();
    },
  },
  stopped: { before: running, work: ({ service }) => service.stopBatch(name) },
  resumed: {
    before: async (under) => {
      await running(under);
      await under.service.stopBatch(name);
      healed(under);
    },
    work: start,
  },
  'synced with a user that fails': {
    before: (under) => failing(under, { whom: /ann/ }),
    work: (under) => under.migrate(),
  },
  'synced with users that all fail': {
    before: (under) => {
      failing(under);
      const mailboxes = under.source.entries.filter(({ kind }) => kind === 'mailbox');
      under.source.entries.splice(0, under.source.entries.length, ...mailboxes);
    },
    work: (under) => under.migrate(),
  },
  retried: {
    before: async (under) => {
      failing(under, { whom: /ann/ });
      await under.migrate();
      healed(under);
    },
    work: start,
  },
  'synced a day later': {
    before: (under) => under.migrate(),
    work: async ({ clock, service }) => {
      await clock.advance(hours(24));
      await service.untilIdle();
    },
  },
  completed: {
    before: (under) => under.migrate(),
    work: async ({ service }) => {
      service.completeBatch(name);
      await service.untilIdle();
    },
  },
  'completed though a user fails': {
    before: async (under) => {
      await under.migrate();
      failing(under, { whom: /ann/ });
    },
    work: async ({ service }) => {
      service.completeBatch(name, { ignoreErrors: true });
      await service.untilIdle();
    },
  },
  removed: { before: (under) => under.migrate(), work: ({ service }) => service.removeBatch(name) },
  'left alone for 60 days': {
    before: async (under) => {
      await under.migrate();
      await under.service.changeBatch(name, { allowIncrementalSyncs: true });
      under.store.batches.update(batchOf(under).guid, { nextSyncAt: undefined });
    },
    work: async ({ clock, service }) => {
      await clock.advance(hours(60 * 24));
      await service.untilIdle();
    },
  },
};

test.each(facts.transitions)('a batch that is $what goes through $through', async ({ what, through }) => {
  await using under = company();
  await walks[what]!.before?.(under);
  expect(await statesDuring(under, () => walks[what]!.work(under))).toEqual(through);
});
