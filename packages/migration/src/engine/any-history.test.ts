import fc from 'fast-check';
import { expect, test } from 'vitest';
import { migrationErrors } from '../errors.ts';
import { failures } from '../testing/company.ts';
import { mailboxEntry } from '../testing/entries.ts';
import { administrator, hours, type ServiceUnderTest, serviceUnderTest } from '../testing/service-under-test.ts';

/** Something that happens to the source, or to the service while it works. */
type Happening = { readonly what: keyof typeof happenings; readonly number: number };

const folders = ['Inbox', 'Sent Items', 'Projects'];
const pick = <T>(from: readonly T[], number: number): T | undefined => from[number % Math.max(from.length, 1)];
const idsIn = ({ source }: ServiceUnderTest, folder: string): string[] => [
  ...source.folder('ann', folder).messages.keys(),
];

function onMessage(under: ServiceUnderTest, number: number, act: (folder: string, id: string) => void): void {
  const folder = pick(folders, number)!;
  const id = pick(idsIn(under, folder), number >> 2);
  if (id !== undefined) act(folder, id);
}

/** Makes the source fail once, at its n-th step from now. */
function failLater(under: ServiceUnderTest, number: number): void {
  let left = number % 1200;
  under.source.onStep = () => {
    if (left-- === 0) throw failures.lost({});
  };
}

const happenings = {
  deliver: async (under: ServiceUnderTest, number: number) => {
    const pieces = Array.from({ length: 1 + (number % 3) }, (_, index) => `piece ${index} of ${number} `);
    under.source.deliver(
      'ann',
      pick(folders, number)!,
      Array.from({ length: 1 + (number % 400) }, () => ({ pieces })),
    );
  },
  change: async (under: ServiceUnderTest, number: number) =>
    onMessage(under, number, (folder, id) => under.source.change('ann', folder, id, { pieces: [`changed ${number}`] })),
  remove: async (under: ServiceUnderTest, number: number) =>
    onMessage(under, number, (folder, id) => under.source.remove('ann', folder, id)),
  damage: async (under: ServiceUnderTest, number: number) =>
    onMessage(under, number, (folder, id) =>
      under.source.change('ann', folder, id, { breaks: migrationErrors.itemUnreadable({ reason: 'damaged' }) }),
    ),
  mend: async (under: ServiceUnderTest) => mendAll(under),
  removeFolder: async (under: ServiceUnderTest, number: number) =>
    under.source.removeFolder('ann', pick(folders, number)!),
  losingCheckpoints: async (under: ServiceUnderTest) => void (under.source.checkpoints = false),
  aDay: async (under: ServiceUnderTest, number: number) => {
    failLater(under, number);
    await under.clock.advance(hours(24));
    await under.elapse(under.service.untilIdle());
  },
  aRestart: async (under: ServiceUnderTest, number: number) => {
    const day = under.clock.advance(hours(24));
    for (let turn = 0; turn < number % 400; turn++) await new Promise((resolve) => setImmediate(resolve));
    await under.restart();
    await day;
    await under.elapse(under.service.untilIdle());
  },
  aStop: async (under: ServiceUnderTest, number: number) => {
    const day = under.clock.advance(hours(24));
    for (let turn = 0; turn < number % 400; turn++) await new Promise((resolve) => setImmediate(resolve));
    await under.service.stopBatch('Cutover').catch(() => undefined);
    await day;
    await under.elapse(under.service.untilIdle());
    under.service.startBatch('Cutover', { by: administrator });
    await under.elapse(under.service.untilIdle());
  },
} as const;

function mendAll(under: ServiceUnderTest): void {
  for (const folder of folders) {
    for (const [id, { breaks }] of under.source.folder('ann', folder).messages) {
      if (breaks) under.source.change('ann', folder, id, { breaks: undefined });
    }
  }
}

const sourceContents = (under: ServiceUnderTest): string[] =>
  folders
    .flatMap((folder) =>
      [...under.source.folder('ann', folder).messages.values()].map(({ pieces }) => `${folder}: ${pieces.join('')}`),
    )
    .toSorted();

async function live(history: readonly Happening[]): Promise<void> {
  await using under = serviceUnderTest([mailboxEntry('ann')]);
  under.source.deliver('ann', 'Inbox', [{}]);
  await under.migrate();
  for (const { what, number } of history) await happenings[what](under, number);
  under.source.onStep = () => undefined;
  mendAll(under);
  await under.clock.advance(hours(24));
  await under.elapse(under.service.untilIdle());
  const ann = under.service.findUser('ann@contoso.com')!;
  expect(under.target.contentsOf('ann')).toEqual(sourceContents(under));
  expect(ann).toMatchObject({ status: 'Synced', skippedItemCount: 0, syncedItemCount: sourceContents(under).length });
  expect(under.target.staged.size).toBe(0);
  expect(under.source.open.now).toBe(0);
}

test('whatever happened, a day of peace makes the target equal to the source', { timeout: 60_000 }, async () => {
  const happening = fc.record({
    // Deliveries and broken days more often than the rest, as a break needs something to break in.
    what: fc.constantFrom('deliver', 'deliver', 'aDay', 'aDay', ...(Object.keys(happenings) as Happening['what'][])),
    number: fc.noBias(fc.nat({ max: 10_000 })),
  });
  await fc.assert(fc.asyncProperty(fc.array(happening, { maxLength: 12 }), live), { numRuns: 40 });
});
