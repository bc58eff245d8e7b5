import { writeSettings, type EmbeddedOrganisation } from '@cutover/cloud';
import { connectService, endService } from '@cutover/cloud/client';
import {
  connect,
  getMigrationBatch,
  getMigrationEndpoint,
  getMigrationUser,
  getMigrationUserStatistics,
  newMigrationBatch,
  newMigrationEndpoint,
  psCredential,
  removeMigrationBatch,
  rest,
  startMigrationBatch,
  testMigrationServerAvailability,
  type Backend,
  type ErrorRecord,
  type Session,
} from '@cutover/core';
import { MockExchange, OrganisationBuilder } from '@cutover/mock-exchange';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf } from '../support/mock-source.ts';
import { openOrganisation, temporaryFolder, type SourceAddress } from '../support/rehearsal.ts';
import { serveInvokeCommand } from './invoke-command-server.ts';

const seed = new OrganisationBuilder({ name: 'Contoso', domain: 'contoso.com' })
  .user({ alias: 'administrator', displayName: 'Administrator' })
  .user({
    alias: 'annb',
    displayName: 'Ann Beebe',
    fill: (mailbox) => {
      mailbox.add('inbox', {
        type: 'mail',
        subject: 'Hello',
        from: 'annb',
        to: ['annb'],
        sentAt: new Date(0),
        text: 'x',
      });
    },
  })
  .grantReceiveAs('administrator')
  .build();

let exchange: MockExchange;
let source: SourceAddress;
beforeAll(async () => {
  exchange = await MockExchange.start({ seed });
  source = addressOf(exchange);
});
afterAll(() => exchange.close());

/** A Backend to an organisation of its own, and what else has to be ended with it. */
interface Carrier extends AsyncDisposable {
  readonly backend: Backend;
}

/** Makes what ends a carrier, in the order given. */
const ending = (...ends: (() => unknown)[]) => ({
  [Symbol.asyncDispose]: async () => {
    for (const end of ends) await end();
  },
});

const carriers: Readonly<Record<string, () => Promise<Carrier>>> = {
  'in this process': () => {
    const organisation = openOrganisation(':memory:', source);
    return Promise.resolve({ backend: organisation, ...ending(() => organisation.close()) });
  },
  'by the socket of the service': async () => {
    const folder = temporaryFolder();
    writeSettings(folder.path, { connections: { [source.rpcProxyServer]: source.connection } });
    const backend = await connectService({ dataFolder: folder.path });
    const end = () => endService({ dataFolder: folder.path });
    return {
      backend,
      ...ending(
        () => backend.close(),
        end,
        () => folder[Symbol.dispose](),
      ),
    };
  },
  'by REST': async () => {
    const organisation: EmbeddedOrganisation = openOrganisation(':memory:', source);
    const server = await serveInvokeCommand(organisation);
    const backend = rest({
      tenant: 'contoso.com',
      identity: { user: 'admin@contoso.com' },
      token: () => 'token',
      baseUrl: server.url,
      secretKey: server.secretKey,
    });
    return {
      backend,
      ...ending(
        () => backend.close(),
        () => server[Symbol.asyncDispose](),
        () => organisation.close(),
      ),
    };
  },
};

const connection = () => ({
  ExchangeServer: source.exchangeServer,
  Credentials: psCredential(source.userName, source.password),
});

const createEndpoint = (session: Session) =>
  newMigrationEndpoint(session, { Name: 'Contoso', ...connection(), RpcProxyServer: source.rpcProxyServer });

/** What every Backend does, whatever carries it. */
describe.each(Object.entries(carriers))('a cutover %s', (_name, open) => {
  test('goes the same way, and its records have the same types', { timeout: 60_000 }, async () => {
    await using carrier = await open();
    const session = connect(carrier.backend);
    const outcome = await testMigrationServerAvailability(session, {
      ...connection(),
      RPCProxyServer: source.rpcProxyServer,
    });
    expect(outcome).toMatchObject({ Result: 'Success', SupportsCutover: true });
    expect(outcome.ConnectionSettings).toMatchObject({ RpcProxyServer: source.rpcProxyServer, UseAutoDiscover: false });

    expect(await createEndpoint(session)).toMatchObject({ Identity: 'Contoso', MaxConcurrentMigrations: 3 });
    const startAfter = new Date('2020-01-01T00:00:00Z');
    const made = await newMigrationBatch(session, {
      Name: 'Cutover',
      SourceEndpoint: 'Contoso',
      StartAfter: startAfter,
    });
    expect(made).toMatchObject({ Status: 'Created', TotalCount: 2, StartAfter: startAfter, NotificationEmails: [] });
    expect(made.CreationDateTime).toBeInstanceOf(Date);
    expect(await startMigrationBatch(session, { Identity: 'Cutover' })).toBeUndefined();
    await expect
      .poll(async () => (await getMigrationBatch(session, { Identity: 'Cutover' }))[0]?.Status, { timeout: 30_000 })
      .toBe('Synced');

    const users = await getMigrationUser(session, { BatchId: 'Cutover' });
    expect(users.map(({ Identity }) => Identity).toSorted()).toEqual(['administrator@contoso.com', 'annb@contoso.com']);
    const [statistics] = await getMigrationUserStatistics(session, {
      Identity: 'annb@contoso.com',
      IncludeReport: true,
    });
    expect(statistics).toMatchObject({ Status: 'Synced', SyncedItemCount: 1, PercentageComplete: 100, Error: null });
    expect(statistics!.BytesTransferred).toBeGreaterThan(0);
    expect(statistics!.TotalInProgressDuration).toEqual(expect.any(Number));
    expect(statistics!.Report?.Entries[0]).toEqual({ CreationTime: expect.any(Date), Message: expect.any(String) });

    await removeMigrationBatch(session, { Identity: 'Cutover' });
    expect(await getMigrationBatch(session)).toEqual([]);
  });

  test('tells an object that is not there, and goes on where it is told to', { timeout: 30_000 }, async () => {
    await using carrier = await open();
    const session = connect(carrier.backend);
    const missing = getMigrationBatch(session, { Identity: 'Nope' });
    await expect(missing).rejects.toMatchObject({
      category: 'ObjectNotFound',
      message: 'The migration batch "Nope" can\'t be found.',
    });
    const errors: ErrorRecord[] = [];
    const onError = (error: ErrorRecord): void => void errors.push(error);
    expect(await getMigrationBatch(session, { Identity: 'Nope' }, { onError })).toEqual([]);
    expect(errors).toMatchObject([{ exception: expect.stringMatching(/\.ManagementObjectNotFoundException$/) }]);
  });

  test('is ended by its signal, with its reason', { timeout: 30_000 }, async () => {
    await using carrier = await open();
    const session = connect(carrier.backend);
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(getMigrationEndpoint(session, {}, { signal })).rejects.toThrow('enough');
    const controller = new AbortController();
    const testing = testMigrationServerAvailability(
      session,
      { ...connection(), RPCProxyServer: source.rpcProxyServer },
      { signal: controller.signal },
    );
    controller.abort(new Error('enough'));
    await expect(testing).rejects.toThrow('enough');
    expect(await getMigrationEndpoint(session)).toEqual([]);
  });
});
