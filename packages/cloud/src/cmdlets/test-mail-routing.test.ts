import {
  completeMigrationBatch,
  connect,
  mailRoutingOutcome,
  newMigrationBatch,
  newMigrationEndpoint,
  testMailRouting,
} from '@cutover/core';
import { expect, test } from 'vitest';
import type { DnsRecord } from '../dns/dns-message.ts';
import type { QueryDns } from '../dns/query-dns.ts';
import { cloudErrors } from '../errors.ts';
import { propagationTime } from '../dns/mail-routing.ts';
import { noon, organisationUnderTest, source } from '../testing/organisation-under-test.ts';

const hour = 3_600_000;
const mx = (value: string, timeToLive: number): DnsRecord => ({ type: 'MX', timeToLive, value, preference: 10 });
const cloudHost = 'contoso-com.mail.protection.outlook.com';

/** An organisation whose domain has these MX records, and neither Autodiscover nor SPF. */
function routed(records: DnsRecord[]) {
  return organisationUnderTest({ queryDns: async ({ type }) => (type === 'MX' ? records : []) });
}

test('says where mail goes, what to do, and from when on it is safe to complete', async () => {
  const records = [mx('mail.contoso.com', 86_400)];
  await using world = routed(records);
  const look = async () => mailRoutingOutcome.schema.parse((await testMailRouting(world.session))[0]);
  const before = await look();
  expect(before).toMatchObject({ DomainName: 'contoso.com', RoutesToCloud: false, TimeToLive: 86_400 });
  expect(before.NextSteps).toEqual([
    'Lower the TTL of the MX record from 86400 to 3600 seconds, some days before it is changed.',
    `When all mailboxes are synchronized, point the MX record at ${cloudHost}.`,
    'Make a CNAME record autodiscover.contoso.com that points at autodiscover.outlook.com.',
    'Make a TXT record of contoso.com for SPF: v=spf1 include:spf.protection.outlook.com -all',
  ]);
  records[0] = mx(cloudHost, 3600);
  const changed = await look();
  expect(changed).toMatchObject({
    RoutesToCloud: true,
    IsSafeToComplete: false,
    ChangedAt: new Date(noon),
    // 24 hours, and the 24 that the old record could be kept.
    SafeToCompleteAfter: new Date(noon + 48 * hour),
  });
  await world.organisation.clock.advance('2d');
  expect(await look()).toMatchObject({ IsSafeToComplete: true, ChangedAt: new Date(noon) });
});

test('a batch that is completed too early is warned of', async () => {
  const records = [mx('mail.contoso.com', 3600)];
  await using world = routed(records);
  const { session, warnings } = world;
  await newMigrationEndpoint(session, { Name: 'Contoso', ...source });
  await newMigrationBatch(session, { Name: 'Cutover', SourceEndpoint: 'Contoso', AutoStart: true });
  await world.organisation.untilIdle();
  await testMailRouting(session);
  await completeMigrationBatch(session, { Identity: 'Cutover' });
  expect(warnings).toEqual([expect.stringContaining('mail of contoso.com still goes to the source')]);
});

test('the wait is 24 to 72 hours, by the TTL of the old records', () => {
  const wait = (ttl: number | undefined) => propagationTime(ttl) / hour;
  expect([0, 3600, 86_400, 604_800, undefined].map(wait)).toEqual([24, 25, 48, 72, 72]);
});

test('a domain that cannot be looked at is told, and the others are looked at', async () => {
  const queryDns: QueryDns = async ({ name, type }) => {
    if (name.endsWith('silent.com')) throw cloudErrors.dnsFailed({ name, reason: 'nobody is there' });
    return type === 'MX' ? [mx(cloudHost, 60)] : [];
  };
  await using world = organisationUnderTest({ queryDns });
  const errors: string[] = [];
  const session = connect(world.organisation, { onError: ({ target }) => void errors.push(String(target)) });
  const outcomes = await testMailRouting(session, { DomainName: ['silent.com', 'contoso.com'] });
  expect(outcomes.map(({ DomainName }) => DomainName)).toEqual(['contoso.com']);
  expect(errors).toEqual(['silent.com']);
});
