import { embeddedOrganisation } from '@cutover/cloud';
import { connect, psCredential, testMigrationServerAvailability } from '@cutover/core';
import { failingProfiles, failingSteps, MockExchange, type MockExchangeOptions } from '@cutover/mock-exchange';
import { expect, test } from 'vitest';

/** An organisation in the cloud that finds a mock by the names that a DNS would have. */
async function cloudFor(options: MockExchangeOptions) {
  const mock = await MockExchange.start(options);
  const { hostname: host, port } = new URL(mock.url);
  const connection = { host, port: Number(port), ca: mock.certificateAuthority };
  const hosts = options.failing === 'dns' ? [] : [mock.proxyServer];
  const all = mock.profile === '2010' ? [...hosts, 'autodiscover.contoso.com'] : hosts;
  const connections = Object.fromEntries(all.map((name) => [name, connection]));
  const session = connect(embeddedOrganisation({ data: ':memory:', connections }));
  const { password } = mock.accounts.find(({ userName }) => userName === 'administrator')!;
  const close = async (): Promise<void> => {
    await session.close();
    await mock.close();
  };
  return { mock, session, Credentials: psCredential('CONTOSO\\administrator', password), [Symbol.asyncDispose]: close };
}

const byAutodiscover = new Set(['autodiscover', 'certificate-principal']);
const steps = failingSteps.filter((name) => !byAutodiscover.has(name));

test.each(steps)('-Detailed shows what to do where the server fails by %s', async (failing) => {
  await using cloud = await cloudFor({ failing });
  const { mock, session, Credentials } = cloud;
  const { Result, ErrorDetail, Detail } = await testMigrationServerAvailability(session, {
    ExchangeServer: mock.exchangeServer,
    RPCProxyServer: mock.proxyServer,
    TestMailbox: 'annb@contoso.com',
    Credentials,
    Detailed: true,
  });
  expect(Result).toBe('Failed');
  const { step } = failingProfiles[failing];
  const failed = Detail!.Steps.filter(({ Status }) => Status === 'Error').at(-1)!;
  expect(failed).toMatchObject({ Id: step, Remedy: expect.stringMatching(/\w/), Command: expect.stringMatching(/\w/) });
  expect(ErrorDetail).toContain(`at step ${step}`);
  expect(JSON.parse(Detail!.Json)).toEqual(Detail!.Steps);
  for (const form of [Detail!.Text, Detail!.Html.replaceAll('&#39;', "'"), ErrorDetail]) {
    expect(form).toContain(failed.Remedy!.slice(0, 20));
    expect(form).not.toContain(Credentials.password);
  }
});

test('-Autodiscover finds an Exchange 2010, and tests it', async () => {
  await using cloud = await cloudFor({ profile: '2010' });
  const { session, Credentials } = cloud;
  const found = await testMigrationServerAvailability(session, {
    Autodiscover: true,
    EmailAddress: 'administrator@contoso.com',
    Credentials,
    Detailed: true,
  });
  expect(found).toMatchObject({
    Result: 'Success',
    ConnectionSettings: { ExchangeServer: 'EXCH-MSG-1.contoso.com', UseAutoDiscover: true },
  });
  expect(found.Detail!.Steps.filter(({ Id }) => Id.startsWith('autodiscover')).map(({ Status }) => Status)).toEqual([
    'Success',
    'Skipped',
    'Success',
  ]);
});

test('what Autodiscover tells of the certificate is held against it', async () => {
  await using cloud = await cloudFor({ failing: 'certificate-principal' });
  const { session, Credentials } = cloud;
  const { Result, ErrorDetail } = await testMigrationServerAvailability(session, {
    Autodiscover: true,
    EmailAddress: 'administrator@contoso.com',
    Credentials,
  });
  expect(Result).toBe('Failed');
  expect(ErrorDetail).toMatch(/Set-OutlookProvider EXPR.*\n.*at step certificate\.principal/);
});

test('-Autodiscover fails at an Exchange 2003, and says to name its servers', async () => {
  await using cloud = await cloudFor({ failing: 'autodiscover' });
  const { session, Credentials } = cloud;
  const { Result, Detail } = await testMigrationServerAvailability(session, {
    Autodiscover: true,
    EmailAddress: 'administrator@contoso.com',
    Credentials,
    Detailed: true,
  });
  expect(Result).toBe('Failed');
  expect(Detail!.Steps[1]).toMatchObject({
    Id: 'autodiscover',
    Status: 'Error',
    Remedy: expect.stringContaining('by hand'),
  });
});

test('-TimeoutSeconds ends a test of a server that does not answer', async () => {
  await using cloud = await cloudFor({});
  const { mock, session, Credentials } = cloud;
  mock.faults.on({ operation: 'NspiBind' }).delay(60_000);
  const { Result, ErrorDetail } = await testMigrationServerAvailability(session, {
    ExchangeServer: mock.exchangeServer,
    RPCProxyServer: mock.proxyServer,
    Credentials,
    TimeoutSeconds: 2,
  });
  expect(Result).toBe('Failed');
  expect(ErrorDetail).toMatch(/wasn't done within 2000 ms.*\n.*at step directory\.checkName/);
});
