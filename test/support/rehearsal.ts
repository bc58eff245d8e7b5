import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedOrganisation, embeddedOrganisation, type EmbeddedOrganisationOptions } from '@cutover/cloud';
import {
  connect,
  getMigrationUser,
  newMigrationBatch,
  newMigrationEndpoint,
  psCredential,
  type Session,
} from '@cutover/core';
import type { SourceConnection } from '@cutover/cloud';

/** What a migrating process must know of a source organisation. */
export interface SourceAddress {
  readonly exchangeServer: string;
  readonly rpcProxyServer: string;
  readonly userName: string;
  readonly password: string;
  readonly acceptedDomains: readonly string[];
  readonly connection: SourceConnection;
}

/** A data folder that is gone in the end. */
export function temporaryFolder(prefix = 'cutover-test-'): { path: string; databasePath: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), prefix));
  return {
    path,
    databasePath: join(path, 'organisation.db'),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** An organisation in a data folder that finds the source where it really is. */
export const openOrganisation = (
  data: string,
  source: SourceAddress,
  options: Partial<EmbeddedOrganisationOptions> = {},
): EmbeddedOrganisation =>
  embeddedOrganisation({
    data,
    acceptedDomains: source.acceptedDomains,
    connections: { [source.rpcProxyServer]: source.connection },
    ...options,
  });

/** The endpoint and a batch that starts at once, as the cmdlets make them. */
export async function beginMigration(
  session: Session,
  source: SourceAddress,
  { maxConcurrentMigrations }: { maxConcurrentMigrations?: number } = {},
): Promise<void> {
  await newMigrationEndpoint(session, {
    Name: 'Exchange2003',
    ExchangeOutlookAnywhere: true,
    ExchangeServer: source.exchangeServer,
    RpcProxyServer: source.rpcProxyServer,
    Credentials: psCredential(source.userName, source.password),
    Authentication: 'Basic',
    MailboxPermission: 'Admin',
    MaxConcurrentMigrations: maxConcurrentMigrations,
  });
  await newMigrationBatch(session, { Name: 'Cutover', SourceEndpoint: 'Exchange2003', AutoStart: true });
}

/** Migrates everything, waits for the end, and gives the users that failed with their errors. */
export async function migrateAll(
  organisation: EmbeddedOrganisation,
  source: SourceAddress,
  options: { maxConcurrentMigrations?: number } = {},
): Promise<{ address: string; error: string }[]> {
  const session = connect(organisation);
  await beginMigration(session, source, options);
  await organisation.untilIdle();
  const users = await getMigrationUser(session, {});
  return users
    .filter(({ Status }) => Status !== 'Synced')
    .map(({ Identity, ErrorSummary, Status }) => ({ address: String(Identity), error: `${Status} ${ErrorSummary}` }));
}
