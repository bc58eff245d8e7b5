import { embeddedOrganisation, type EmbeddedOrganisation } from '@cutover/cloud';
import {
  connect,
  definitions,
  getMigrationBatch,
  newMigrationBatch,
  newMigrationEndpoint,
  type Session,
} from '@cutover/core';
import { MockExchange, OrganisationBuilder } from '@cutover/mock-exchange';
import { run } from '@cutover/shell';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const password = 'Pa$$w0rd';

const seed = new OrganisationBuilder({ name: 'Contoso', domain: 'contoso.com' })
  .user({ alias: 'administrator', displayName: 'Administrator', password })
  .user({ alias: 'annb', displayName: 'Ann Beebe' })
  .grantReceiveAs('administrator')
  .build();

let exchange: MockExchange;
beforeAll(async () => {
  exchange = await MockExchange.start({ seed });
});
afterAll(() => exchange.close());

function openOrganisation(): EmbeddedOrganisation {
  const { hostname: host, port } = new URL(exchange.url);
  const connection = { host, port: Number(port), ca: exchange.certificateAuthority };
  return embeddedOrganisation({ data: ':memory:', connections: { 'mail.contoso.com': connection } });
}

/** How far an organisation is; each stage includes the one before. */
const stages = ['empty', 'endpoint', 'created', 'started', 'synced'] as const;
type Stage = (typeof stages)[number];

/** What each cmdlet's examples find there. */
const stageOf: Readonly<Record<string, Stage>> = {
  'New-MigrationEndpoint': 'empty',
  'New-MigrationBatch': 'endpoint',
  'Test-MigrationServerAvailability': 'endpoint',
  'Get-MigrationEndpoint': 'endpoint',
  'Start-MigrationBatch': 'created',
  'Stop-MigrationBatch': 'started',
};

async function prepare(session: Session, organisation: EmbeddedOrganisation, stage: Stage): Promise<void> {
  const reaches = (wanted: Stage): boolean => stages.indexOf(stage) >= stages.indexOf(wanted);
  if (reaches('endpoint')) {
    await newMigrationEndpoint(session, {
      Name: 'Contoso',
      ExchangeServer: exchange.exchangeServer,
      RpcProxyServer: exchange.proxyServer,
      Credentials: { userName: String.raw`CONTOSO\administrator`, password },
    });
  }
  if (reaches('created')) {
    await newMigrationBatch(session, { Name: 'Cutover', SourceEndpoint: 'Contoso', AutoStart: reaches('started') });
  }
  if (reaches('synced')) await organisation.untilIdle();
}

/** A command line in words; the examples have no quotes. */
async function runScript(script: string, organisation: EmbeddedOrganisation) {
  const streams = { out: '', err: '' };
  const code = await run(script.split(' '), {
    terminal: {
      out: (text) => void (streams.out += text),
      err: (text) => void (streams.err += text),
      interactive: false,
      colors: false,
      width: 200,
      env: { CUTOVER_PASSWORD: password },
      ask: undefined,
    },
    signal: new AbortController().signal,
    connectService: () => Promise.resolve({ ...organisation, close: () => Promise.resolve() }),
    runService: () => Promise.resolve(),
  });
  return { code, ...streams };
}

describe.each(definitions.map((definition) => [definition.name, definition] as const))('%s', (name, { examples }) => {
  test.each(examples.map((example) => [example.title, example] as const))('%s', async (_title, example) => {
    const organisation = openOrganisation();
    await using session = connect(organisation);
    await prepare(session, organisation, stageOf[name] ?? 'synced');
    const { code, out, err } = await runScript(example.script, organisation);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(example.expect ?? '');
  });
});

test('the examples leave the batch as their titles say', async () => {
  const organisation = openOrganisation();
  await using session = connect(organisation);
  await prepare(session, organisation, 'synced');
  const status = async () => (await getMigrationBatch(session)).map(({ Status }) => Status);
  expect(await status()).toEqual(['Synced']);
  await runScript('Complete-MigrationBatch -Identity Cutover -Confirm:$false', organisation);
  await organisation.untilIdle();
  expect(await status()).toEqual(['Completed']);
  await runScript('Remove-MigrationBatch -Identity Cutover -Confirm:$false', organisation);
  await organisation.untilIdle();
  expect(await status()).toEqual([]);
});
