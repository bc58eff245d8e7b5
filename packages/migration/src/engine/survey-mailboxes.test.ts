import { expect, test } from 'vitest';
import { migrationErrors } from '../errors.ts';
import { company, statesOf } from '../testing/company.ts';
import { mailboxEntry } from '../testing/entries.ts';
import { endpointSettings } from '../testing/service-under-test.ts';

test('a survey opens every mailbox as a migration would, tells which would fail, and copies nothing', async () => {
  await using under = company();
  const { service, source } = under;
  service.createEndpoint(endpointSettings);
  const stranger = { ...mailboxEntry('dan'), primaryAddress: 'dan@tailspintoys.com' };
  source.entries.push(stranger, mailboxEntry('eve'), mailboxEntry('fay'));
  source.administration = { unifiedMessaging: [mailboxEntry('eve').sourceId], hidden: [], granted: [] };
  source.deliver('eve', 'Inbox', [{}]);
  source.onStep = ({ mailbox, step }) => {
    if (step === 'open' && mailbox === 'fay') throw migrationErrors.itemUnreadable({ reason: 'no right' });
  };
  const surveyed = await service.surveyMailboxes(endpointSettings.name);
  const problems = new Map(surveyed.map(({ emailAddress, problem }) => [emailAddress, problem?.code]));
  expect(problems.get('ann@contoso.com')).toBeUndefined();
  expect(problems.get('dan@tailspintoys.com')).toBe('migration.domainNotAccepted');
  expect(problems.get('eve@contoso.com')).toBe('migration.unifiedMessagingEnabled');
  expect(problems.get('fay@contoso.com')).toBe('migration.itemUnreadable');
  const items = Object.fromEntries(surveyed.map(({ emailAddress, measure }) => [emailAddress, measure?.items]));
  expect(items).toEqual({
    'ann@contoso.com': 3,
    'bob@contoso.com': 1,
    'dan@tailspintoys.com': 0,
    'eve@contoso.com': 1,
    'fay@contoso.com': undefined,
  });
  expect(source.open.now).toBe(0);
  expect(source.steps.some((step) => step.startsWith('contents'))).toBe(false);
  expect(statesOf(under)).toEqual({});
});

test('a survey of settings that are not there is refused', async () => {
  await using under = company();
  await expect(under.service.surveyMailboxes('Nowhere')).rejects.toMatchObject({ code: 'migration.endpointNotFound' });
});
