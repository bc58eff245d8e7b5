import { DatabaseSync } from 'node:sqlite';
import { seededRandom, steppedClock, type SteppedClock } from '@cutover/base';
import { createMigrationService } from '../create-migration-service.ts';
import type { MigrationService } from '../migration-service.ts';
import type { MigrationStore } from '../ports/migration-store.ts';
import type { SourceRecipient } from '../ports/source.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { ReportMoment } from '../records/batch.ts';
import type { ServiceVersion } from '../rules.ts';
import { createMigrationStore } from '../store/migration-store.ts';
import { FakeOrganisation } from './fake-source.ts';
import { MemoryTarget } from './memory-target.ts';

/** A service whose source and target lie in memory, and whose clock is stepped. */
export interface ServiceUnderTest extends AsyncDisposable {
  service: MigrationService;
  readonly source: FakeOrganisation;
  readonly target: MemoryTarget;
  readonly store: MigrationStore;
  readonly clock: SteppedClock;
  readonly reports: ReportMoment[];
  /** Thrown by the next report. */
  failReport: Error | undefined;
  /** Ends the service and begins another on the same data, as a new process would. */
  restart(): Promise<void>;
  /** Lets time pass, by as much as it takes, until the promise settles. */
  elapse(promise: Promise<unknown>): Promise<void>;
  /** Makes the endpoint and a batch, starts it, and waits until it settles. */
  migrate(name?: string): Promise<void>;
}

export const hours = (count: number): number => count * 3_600_000;
export const administrator = 'admin@contoso.com';
export const endpointSettings = {
  name: 'exchange',
  exchangeServer: 'EXCH-MSG-1.contoso.com',
  rpcProxyServer: 'mail.contoso.com',
  authentication: 'Basic',
  mailboxPermission: 'Admin',
  username: 'CONTOSO\\administrator',
  password: 'Pa$$w0rd',
} as const;

export function serviceUnderTest(
  entries: readonly SourceRecipient[],
  { serviceVersion }: { serviceVersion?: ServiceVersion } = {},
): ServiceUnderTest {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  const store = createMigrationStore(database);
  const source = new FakeOrganisation(entries);
  const target = new MemoryTarget();
  const clock = steppedClock(Date.UTC(2013, 1, 1));
  const ids = seededRandom(1);
  const reports: ReportMoment[] = [];
  const begin = (): MigrationService => {
    const service = createMigrationService({
      serviceVersion,
      ports: {
        store,
        unitOfWork: unitOfWorkOn(database),
        sources: source,
        target,
        clock,
        ids,
        secrets: {
          seal: (text) => Buffer.from(text).reverse(),
          open: (sealed) => Buffer.from(sealed).reverse().toString(),
          temporaryPassword: () => 'Abcd2345',
          signInHash: async (password) => `hash of ${password}`,
        },
        reporter: {
          report: async ({ moment }) => {
            const failure = test.failReport;
            test.failReport = undefined;
            if (failure) throw failure;
            reports.push(moment);
            return () => undefined;
          },
        },
      },
    });
    service.resume();
    return service;
  };
  const test: ServiceUnderTest = {
    source,
    target,
    store,
    clock,
    reports,
    failReport: undefined,
    service: undefined!,
    restart: async () => {
      await test.service.close();
      test.service = begin();
    },
    elapse: async (promise) => {
      let settled = false;
      const end = promise.finally(() => (settled = true));
      for (let minutes = 0; !settled && minutes < 2000; minutes++) await clock.advance(60_000);
      await end;
    },
    migrate: async (name = 'Cutover') => {
      const { service } = test;
      if (service.endpoints().length === 0) service.createEndpoint(endpointSettings);
      await service.createBatch({ name, endpoint: 'exchange', submittedBy: administrator, autoStart: true });
      await service.untilIdle();
    },
    [Symbol.asyncDispose]: async () => {
      await test.service.close();
      database.close();
    },
  };
  test.service = begin();
  return test;
}

function unitOfWorkOn(database: DatabaseSync): UnitOfWork {
  return {
    transaction: (work) => {
      if (database.isTransaction) return work();
      database.exec('BEGIN');
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },
  };
}
