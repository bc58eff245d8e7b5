import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { connectOnPremises, embeddedOrganisation, type EmbeddedOrganisation } from '@cutover/cloud';
import {
  connect,
  definitions,
  getMigrationBatch,
  newMigrationBatch,
  newMigrationEndpoint,
  psCredential,
  stopMigrationUser,
  type Backend,
  type Session,
} from '@cutover/core';
import { MockExchange, OrganisationBuilder } from '@cutover/mock-exchange';
import { createShell, type Shell } from '@cutover/shell';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from './support/rehearsal.ts';

const password = 'Pa$$w0rd';

const seed = new OrganisationBuilder({ name: 'Contoso', domain: 'contoso.com' })
  .user({ alias: 'administrator', displayName: 'Administrator', password })
  .user({ alias: 'annb', displayName: 'Ann Beebe' })
  .grantReceiveAs('administrator')
  .build();

let exchange: MockExchange;
beforeAll(async () => {
  exchange = await MockExchange.start({ seed, profile: '2010', managementPort: 0 });
});
afterAll(() => exchange.close());

function openOrganisation(data: string): EmbeddedOrganisation {
  const { hostname: host, port } = new URL(exchange.url);
  const connection = { host, port: Number(port), ca: exchange.certificateAuthority };
  return embeddedOrganisation({
    data,
    connections: { 'mail.contoso.com': connection, 'autodiscover.contoso.com': connection },
  });
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

const folder = temporaryFolder('cutover-examples-');
afterAll(() => folder[Symbol.dispose]());

const prepared = new Map<Stage, Promise<string>>();

/** The data of an organisation that has come to a stage; it is brought there once. */
async function dataOf(stage: Stage): Promise<string> {
  const data = join(folder.path, stage);
  const organisation = openOrganisation(data);
  await using session = connect(organisation);
  await prepare(session, organisation, stage);
  return data;
}

let copies = 0;
/** An organisation of one's own at a stage. */
async function organisationAt(stage: Stage): Promise<EmbeddedOrganisation> {
  if (!prepared.has(stage)) prepared.set(stage, dataOf(stage));
  const data = join(folder.path, `copy-${++copies}`);
  cpSync(await prepared.get(stage)!, data, { recursive: true });
  return openOrganisation(data);
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
  const connections = { 'mail.contoso.com': { management: exchange.urls['management'] } };
  shell = createShell({ session: connect(backend), connections, answers: () => password, width: 200, onShown });
});
afterAll(() => shell.close());

/** Runs an example as somebody who types it and answers with the password. */
async function runScript(script: string, session: Session) {
  [shown, current] = ['', session];
  const { succeeded } = await shell.invoke(script, { show: true });
  return { shown, succeeded };
}

const inTheCloud = definitions.filter(({ side }) => side !== 'onPremises');

describe.each(inTheCloud.map((definition) => [definition.name, definition] as const))('%s', (name, { examples }) => {
  test.each(examples.map((example) => [example.title, example] as const))('%s', async (_title, example) => {
    await using session = connect(await organisationAt(stageOf[name] ?? 'synced'));
    const { shown, succeeded } = await runScript(example.script, session);
    expect({ succeeded, shown }).toEqual({ succeeded: true, shown: expect.stringContaining(example.expect ?? '') });
  });
});

describe('in the on-premises organisation', () => {
  const enter = `$c = [pscredential]::new('administrator', (ConvertTo-SecureString '${password}' -AsPlainText -Force))
    Enter-PSSession (New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri http://mail.contoso.com/PowerShell/ -Credential $c)`;
  const onPremises = definitions.filter(({ side }) => side === 'onPremises');
  const examples = onPremises.flatMap(({ name, examples: own }) => own.map((example) => ({ name, ...example })));
  afterEach(() => exchange.reset());

  test.each(examples)('$name: $title', async ({ expect: expected = '', script }) => {
    const credential = psCredential(String.raw`CONTOSO\administrator`, password);
    await using session = connect(await connectOnPremises({ connectionUri: exchange.urls['management']!, credential }));
    await shell.invoke(enter);
    const { shown, succeeded } = await runScript(script, session);
    await shell.invoke('Exit-PSSession');
    expect({ succeeded, shown }).toEqual({ succeeded: true, shown: expect.stringContaining(expected) });
  });
});

test('the examples leave the batch as their titles say', async () => {
  const organisation = await organisationAt('synced');
  await using session = connect(organisation);
  const status = async () => (await getMigrationBatch(session)).map(({ Status }) => Status);
  expect(await status()).toEqual(['Synced']);
  await runScript('Complete-MigrationBatch -Identity Cutover -Confirm:$false', session);
  await organisation.untilIdle();
  expect(await status()).toEqual(['Completed']);
  await runScript('Remove-MigrationBatch -Identity Cutover -Confirm:$false', session);
  await organisation.untilIdle();
  expect(await status()).toEqual([]);
});
