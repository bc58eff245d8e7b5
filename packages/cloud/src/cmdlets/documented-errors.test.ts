import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineErrors } from '@cutover/base';
import {
  completeMigrationBatch,
  getMailbox,
  getMigrationUser,
  getMigrationUserStatistics,
  isSdkError,
  newAcceptedDomain,
  newDistributionGroup,
  newMigrationBatch,
  newMigrationEndpoint,
  removeMigrationEndpoint,
  setMigrationConfig,
  shortName,
  stopMigrationBatch,
  stopMigrationUser,
  testMigrationServerAvailability,
  exceptionOf,
} from '@cutover/core';
import { migrationErrors } from '@cutover/migration';
import { groupEntry, mailboxEntry } from '@cutover/migration/testing';
import { expect, test } from 'vitest';
import {
  connectivityNode,
  organisationUnderTest,
  source,
  type OrganisationUnderTest,
} from '../testing/organisation-under-test.ts';

interface ErrorFact {
  readonly id: string;
  readonly condition: string;
  /** Null where no exception is public. */
  readonly exception: string | null;
  /** Why it does not happen here. */
  readonly cannotOccur?: string;
}

const { migrationErrors: facts } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../test/facts/errors.json'), 'utf8'),
) as { migrationErrors: ErrorFact[] };

const minutes = (count: number): number => count * 60_000;
const ann = 'ann@contoso.com';
const csv = (address: string): Uint8Array => Buffer.from(`EmailAddress\r\n${address}`);

const { lost, denied, gone } = defineErrors('outlookAnywhere', {
  lost: { category: 'ConnectionError', retry: true, message: () => 'The connection was lost.' },
  denied: { category: 'PermissionDenied', message: () => 'The account has no right to open the mailbox.' },
  gone: { category: 'ObjectNotFound', message: () => "The mailbox doesn't exist on this server." },
});
const damaged = migrationErrors.itemUnreadable({ reason: 'it is damaged' });

const endpoint = (world: OrganisationUnderTest, changes: object = {}) =>
  newMigrationEndpoint(world.session, { Name: 'Contoso', ...source, ...changes });

const batch = (world: OrganisationUnderTest, changes: object = {}) =>
  newMigrationBatch(world.session, { Name: 'Cutover', SourceEndpoint: 'Contoso', ...changes });

async function migrate(world: OrganisationUnderTest, changes: object = {}): Promise<void> {
  await endpoint(world);
  await batch(world, { AutoStart: true, ...changes });
  await settled(world);
}

/** Waits until nothing is under way; while mailboxes are copied, time passes. */
async function settled({ clock, organisation, session }: OrganisationUnderTest): Promise<void> {
  let isSettled = false;
  const end = organisation.untilIdle().finally(() => (isSettled = true));
  while (!isSettled) {
    await new Promise((resolve) => setImmediate(resolve));
    const copied = await getMigrationUser(session, { Status: 'Syncing' });
    if (copied.length > 0) await clock.advance(minutes(5));
  }
  await end;
}

const failingAt = (step: string, error: Error) => (world: OrganisationUnderTest) => {
  world.source.onStep = (taken) => {
    if (taken.step === step && (taken.mailbox ?? 'ann') === 'ann') throw error;
  };
};

/** The error that Get-MigrationUserStatistics shows beside a user once the batch has settled. */
const userError =
  (arrange: (world: OrganisationUnderTest) => unknown, { user = ann, settings = {} } = {}) =>
  async (world: OrganisationUnderTest): Promise<string> => {
    await arrange(world);
    await migrate(world, settings);
    const [statistics] = await getMigrationUserStatistics(world.session, { Identity: user });
    return statistics!.Error ?? '';
  };

/** What New-MigrationEndpoint ends with when the connection fails at a step. */
const connection = (errorCode: string) => (world: OrganisationUnderTest) => {
  world.connectivity = connectivityNode({ status: 'failed', errorCode, detail: 'It failed.' });
  return endpoint(world);
};

interface Scenario {
  readonly settings?: Parameters<typeof organisationUnderTest>[0];
  /** Ends in the error, or gives its text. */
  readonly run: (world: OrganisationUnderTest) => Promise<unknown>;
  /** What the text says. */
  readonly says: RegExp;
}

/** How each error comes about here. */
const scenarios: Readonly<Record<string, Scenario>> = {
  'autodiscover-failed': {
    run: async ({ session }) => {
      const { Credentials } = source;
      const tested = await testMigrationServerAvailability(session, {
        ExchangeOutlookAnywhere: true,
        Autodiscover: true,
        EmailAddress: ann,
        Credentials,
      });
      return tested.ErrorDetail;
    },
    says: /AutoDiscover failed with a configuration error/,
  },
  'server-connection-failed': {
    run: connection('outlookAnywhere.connectFailed'),
    says: /^The connection to the server 'mail\.contoso\.com' could not be completed\.$/,
  },
  'rpc-server-unavailable': {
    run: connection('outlookAnywhere.rpcServerUnavailable'),
    says: /^We weren't able to connect to the remote server/,
  },
  'mapi-network-error': {
    run: userError(({ source }) => {
      const failure = Object.assign(new Error('No answer.'), { code: 'outlookAnywhere.connectFailed' });
      source.onStep = ({ step }) => {
        if (step === 'open') throw failure;
      };
    }),
    says: /MapiExceptionNetworkError: .*hr=0x80040115, ec=-2147221227/,
  },
  'access-denied': { run: connection('outlookAnywhere.authenticationFailed'), says: /refused the sign-in/ },
  certificate: { run: connection('outlookAnywhere.certificateExpired'), says: /your certificate is valid/ },
  'max-concurrent-exceeded': {
    run: async (world) => {
      await setMigrationConfig(world.session, { MaxConcurrentMigrations: 4 });
      await endpoint(world);
      await endpoint(world, { Name: 'Second' });
    },
    says: /^This endpoint would make the maximum concurrent migrations '6', which would exceed the allowed limit of '4' for endpoints of type 'ExchangeOutlookAnywhere'\.$/,
  },
  'incremental-over-max': {
    run: (world) => endpoint(world, { MaxConcurrentMigrations: 2, MaxConcurrentIncrementalSyncs: 3 }),
    says: /can't be greater than/,
  },
  'endpoint-in-use': {
    run: async (world) => {
      await endpoint(world);
      await batch(world);
      await removeMigrationEndpoint(world.session, { Identity: 'Contoso' });
    },
    says: /is used by the migration batch "Cutover"/,
  },
  'only-one-cutover': {
    settings: { serviceVersion: 'current' },
    run: async (world) => {
      await endpoint(world);
      await batch(world);
      await batch(world, { Name: 'Second' });
    },
    says: /^Only one cutover migration batch can exist at a time/,
  },
  'batch-name-taken': {
    run: async (world) => {
      await endpoint(world);
      await batch(world);
      await batch(world);
    },
    says: /already exists/,
  },
  'dirsync-active': {
    settings: { directorySynchronization: true },
    run: async (world) => {
      await endpoint(world);
      await batch(world);
    },
    says: /directory synchronization is active/,
  },
  'too-many-mailboxes': {
    settings: { mostMailboxes: 2 },
    run: async (world) => {
      await endpoint(world);
      await batch(world);
    },
    says: /has 3 mailboxes.*at most 2/,
  },
  'domain-not-accepted': {
    run: userError(
      ({ source }) => source.entries.push({ ...mailboxEntry('eve'), primaryAddress: 'eve@fabrikam.com' }),
      { user: 'eve@fabrikam.com' },
    ),
    says: /"fabrikam.com" is not an accepted domain/,
  },
  'source-address-not-found': { run: userError(failingAt('open', gone({}))), says: /doesn't exist/ },
  'source-mailbox-connect': { run: userError(failingAt('open', denied({}))), says: /no right to open the mailbox/ },
  'um-enabled': {
    run: userError(({ source }) => {
      source.administration = { unifiedMessaging: [mailboxEntry('ann').sourceId], hidden: [], granted: [] };
    }),
    says: /enabled for Unified Messaging/,
  },
  'provisioning-permanent': {
    run: userError(({ session }) => newDistributionGroup(session, { Name: 'ann', PrimarySmtpAddress: ann })),
    says: /already belongs to a group/,
  },
  'manager-or-delegate-missing': {
    run: userError(({ source }) => source.entries.push(groupEntry('old', ['nobody'])), { user: 'old@contoso.com' }),
    says: /these members don't exist in the organization: nobody/,
  },
  'sync-timeout': {
    run: userError(({ clock, source }) => {
      source.onStep = async ({ step, mailbox }) => {
        if (step !== 'open' || mailbox !== 'ann') return;
        await clock.sleep(minutes(30));
        throw lost({});
      };
    }),
    says: /Email migration failed for this user because no email could be downloaded for 5 hours, \d+ minutes\./,
  },
  'too-many-transient': {
    run: userError(failingAt('open', lost({}))),
    says: /^TooManyTransientFailureRetriesPermanentException\/MigrationPermanentException: The job encountered too many transient failures \(61\) and is quitting\. The most common failure is \w+ with a hit count of 61\./,
  },
  'user-in-other-batch': {
    run: async (world) => {
      await migrate(world);
      await batch(world, { Name: 'Second', CSVData: csv(ann) });
    },
    says: /^The user "ann@contoso.com" is already included in the migration batch "Cutover"\./,
  },
  'bad-items-over-limit': {
    run: userError(({ source }) => source.deliver('ann', 'Inbox', [{ breaks: damaged }]), {
      settings: { BadItemLimit: 0 },
    }),
    says: /exceeded the maximum number of corrupted items/,
  },
  'complete-not-clean': {
    run: async (world) => {
      await migrate(world);
      await stopMigrationUser(world.session, { Identity: ann });
      await completeMigrationBatch(world.session, { Identity: 'Cutover', SyncAndComplete: true });
    },
    says: /1 failed or stopped/,
  },
  'complete-wrong-state': {
    run: async (world) => {
      await endpoint(world);
      await batch(world);
      await completeMigrationBatch(world.session, { Identity: 'Cutover' });
    },
    says: /can't be completed while its status is Created\. That works while the status is Synced or SyncedWithErrors\. .*Start-MigrationBatch/,
  },
  'stop-nothing-to-stop': {
    run: async (world) => {
      await migrate(world);
      await stopMigrationBatch(world.session, { Identity: 'Cutover' });
    },
    says: /That works while the status is Waiting, Starting, Syncing or IncrementalSyncing\./,
  },
  'object-not-found': {
    run: ({ session }) => getMailbox(session, { Identity: 'nope' }),
    says: /object 'nope' couldn't be found/,
  },
  'get-null-identity': {
    run: async (world) => {
      await migrate(world);
      const all = world.organisation.invoke('Get-MigrationUserStatistics', { Identity: null });
      return (await Array.fromAsync(all)).map(({ kind }) => kind).join();
    },
    says: /^(record,){5}record$/,
  },
  'recipient-task': {
    run: ({ session }) => newAcceptedDomain(session, { Name: 'contoso.com', DomainName: 'contoso.com' }),
    says: /is an accepted domain already/,
  },
};

/** The exception and the text that an error came with. */
async function outcomeOf(running: Promise<unknown>): Promise<{ exception: string; text: string }> {
  try {
    const text = String(await running);
    return { exception: text.split(/[:/]/)[0]!, text };
  } catch (error) {
    if (!isSdkError(error)) throw error;
    return { exception: exceptionOf(error.code), text: error.message };
  }
}

test('every error that the product has occurs here, or it is told why it cannot', () => {
  const told = facts
    .filter(({ id, cannotOccur }) => id in scenarios === (cannotOccur !== undefined))
    .map(({ id }) => id);
  expect(told).toEqual([]);
  expect(Object.keys(scenarios).filter((id) => !facts.some((fact) => fact.id === id))).toEqual([]);
});

test.each(facts.filter(({ cannotOccur }) => cannotOccur === undefined))(
  '$id: $condition',
  async ({ id, exception }) => {
    const { run, says, settings = {} } = scenarios[id]!;
    await using world = organisationUnderTest(settings);
    const outcome = await outcomeOf(run(world));
    expect(outcome.text).toMatch(says);
    if (exception !== null) expect(shortName(outcome.exception)).toBe(shortName(exception));
  },
);
