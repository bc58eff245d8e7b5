import { embeddedOrganisation, type EmbeddedOrganisation } from '@cutover/cloud';
import {
  connect,
  definitions,
  getMigrationBatch,
  newMigrationBatch,
  newMigrationEndpoint,
  stopMigrationUser,
  type Backend,
  type Session,
} from '@cutover/core';
import { MockExchange, OrganisationBuilder } from '@cutover/mock-exchange';
import { createShell, type Shell } from '@cutover/shell';
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
const stages = ['empty', 'endpoint', 'created', 'started', 'synced', 'userStopped'] as const;
type Stage = (typeof stages)[number];

/** What each cmdlet's examples find there. */
const stageOf: Readonly<Record<string, Stage>> = {
  'New-MigrationEndpoint': 'empty',
  'New-MigrationBatch': 'endpoint',
  'Test-MigrationServerAvailability': 'endpoint',
  'Get-MigrationEndpoint': 'endpoint',
  'Remove-MigrationEndpoint': 'endpoint',
  'Set-MigrationEndpoint': 'endpoint',
  'Start-MigrationBatch': 'created',
  'Start-MigrationUser': 'userStopped',
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
    // One that is to be stopped is under way for as long as that takes.
    const StartAfter = stage === 'started' ? new Date('9999-01-01') : undefined;
    const batch = { Name: 'Cutover', SourceEndpoint: 'Contoso', AutoStart: reaches('started'), StartAfter };
    await newMigrationBatch(session, batch);
  }
  if (reaches('synced')) await organisation.untilIdle();
  if (reaches('userStopped')) await stopMigrationUser(session, { Identity: 'annb@contoso.com' });
}

let shown = '';
/** The organisation that the examples speak to at the moment. */
let current: Session;
let shell: Shell;
beforeAll(() => {
  const backend: Backend = {
    invoke: (cmdlet, parameters, options) => current.backend.invoke(cmdlet, parameters, options),
    close: () => Promise.resolve(),
  };
  const onShown = (text: string): void => void (shown += text);
  shell = createShell({ session: connect(backend), answers: () => password, width: 200, onShown });
});
afterAll(() => shell.close());

/** Runs an example as somebody who types it and answers with the password. */
async function runScript(script: string, session: Session) {
  [shown, current] = ['', session];
  const { succeeded } = await shell.invoke(script, { show: true });
  return { shown, succeeded };
}

describe.each(definitions.map((definition) => [definition.name, definition] as const))('%s', (name, { examples }) => {
  test.each(examples.map((example) => [example.title, example] as const))('%s', async (_title, example) => {
    const organisation = openOrganisation();
    await using session = connect(organisation);
    await prepare(session, organisation, stageOf[name] ?? 'synced');
    const { shown, succeeded } = await runScript(example.script, session);
    expect({ succeeded, shown }).toEqual({ succeeded: true, shown: expect.stringContaining(example.expect ?? '') });
  });
});

test('the examples leave the batch as their titles say', async () => {
  const organisation = openOrganisation();
  await using session = connect(organisation);
  await prepare(session, organisation, 'synced');
  const status = async () => (await getMigrationBatch(session)).map(({ Status }) => Status);
  expect(await status()).toEqual(['Synced']);
  await runScript('Complete-MigrationBatch -Identity Cutover -Confirm:$false', session);
  await organisation.untilIdle();
  expect(await status()).toEqual(['Completed']);
  await runScript('Remove-MigrationBatch -Identity Cutover -Confirm:$false', session);
  await organisation.untilIdle();
  expect(await status()).toEqual([]);
});
