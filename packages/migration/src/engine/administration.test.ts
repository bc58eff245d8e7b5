import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SourceAdministration } from '../ports/source.ts';
import { batchOf, company, statesOf } from '../testing/company.ts';
import { groupEntry, mailboxEntry } from '../testing/entries.ts';
import { endpointSettings, type ServiceUnderTest } from '../testing/service-under-test.ts';

let under: ServiceUnderTest;
beforeEach(() => {
  under = company();
  under.service.createEndpoint(endpointSettings);
});
afterEach(() => under.service.close());

const idOf = (alias: string): string => mailboxEntry(alias).sourceId;
const told = (facts: Partial<SourceAdministration>): void => {
  under.source.administration = { unifiedMessaging: [], hidden: [], granted: [], ...facts };
};
const create = (settings: object = {}) =>
  under.service.createBatch({
    name: 'Cutover',
    submittedBy: 'admin@contoso.com',
    endpoint: endpointSettings.name,
    ...settings,
  });

describe('a hidden object is told by name', () => {
  test.each([
    ['when the organisation tells of it', { hidden: true }, 'is in the organization'],
    ['when a group has it as a member', { member: true }, 'is a member of Board'],
    ['when somebody was given a right to it', { granted: true }, 'is a mailbox that somebody was given a right to'],
    ['when its address is given', { known: true }, 'was given as an address'],
  ])('%s', async (_how, { hidden, granted, known, member }: Record<string, boolean>, by) => {
    const ghost = { sourceId: idOf('ghost'), displayName: 'Ghost', address: 'ghost@contoso.com' };
    if (member) under.source.entries.push({ ...groupEntry('board', ['ghost']), displayName: 'Board' });
    told({ ...(hidden && { hidden: [ghost] }), ...(granted && { granted: [idOf('GHOST')] }) });
    const batch = await create(known ? { knownAddresses: ['ghost@contoso.com'] } : {});
    expect(batch.validationWarnings).toEqual([
      expect.stringMatching(new RegExp(`^"(ghost|Ghost <ghost@contoso.com>|ghost@contoso.com)" ${by}, but`)),
    ]);
  });

  test('once, with everything that tells of it', async () => {
    const ghost = { sourceId: idOf('ghost'), displayName: 'Ghost', address: 'ghost@contoso.com' };
    told({ hidden: [ghost], granted: [idOf('ghost'), idOf('GHOST'), idOf('ann')] });
    const { validationWarnings } = await create({ knownAddresses: ['ghost@contoso.com', 'ann@contoso.com'] });
    expect(validationWarnings).toEqual([
      '"Ghost <ghost@contoso.com>" is in the organization and is a mailbox that somebody was given a right to, but the directory does not show it: it is hidden from address lists, and will not be migrated. Show it in the address lists, then create the batch again.',
    ]);
  });
});

test('an address that nobody has is told as such, as far as anybody knows what is hidden', async () => {
  const knownAddresses = ['nobody@contoso.com'];
  expect((await create({ knownAddresses })).validationWarnings).toEqual([
    expect.stringContaining('is hidden from address lists, or is not there at all'),
  ]);
  await under.service.removeBatch('Cutover');
  told({});
  expect((await create({ knownAddresses })).validationWarnings).toEqual([
    '"nobody@contoso.com" was given as an address, but nothing in the organization has it. Correct the list of known addresses.',
  ]);
});

describe('a mailbox with Unified Messaging', () => {
  test('is told when the batch is created, fails alone, and is migrated once it is disabled', async () => {
    told({ unifiedMessaging: [idOf('ann').toUpperCase()] });
    expect((await create()).validationWarnings).toEqual([expect.stringContaining('"ann@contoso.com" is enabled for')]);
    under.service.startBatch('Cutover', { by: 'admin@contoso.com' });
    await under.service.untilIdle();
    expect(statesOf(under)).toMatchObject({ ann: 'Failed', bob: 'Synced' });
    expect(under.service.findUser('ann@contoso.com')?.error?.code).toBe('migration.unifiedMessagingEnabled');
    told({});
    under.service.startBatch('Cutover', { by: 'admin@contoso.com' });
    await under.service.untilIdle();
    expect(statesOf(under)).toMatchObject({ ann: 'Synced', bob: 'Synced' });
    expect(batchOf(under).status).toBe('Synced');
  });

  test('that was migrated before goes on being synchronised', async () => {
    await create({ autoStart: true });
    await under.service.untilIdle();
    told({ unifiedMessaging: [idOf('ann')] });
    under.service.startBatch('Cutover', { by: 'admin@contoso.com' });
    await under.service.untilIdle();
    expect(statesOf(under)).toMatchObject({ ann: 'Synced' });
  });
});
