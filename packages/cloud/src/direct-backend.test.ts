import type { BackendMessage } from '@cutover/core';
import { expect, test } from 'vitest';
import { organisationUnderTest, source, type OrganisationUnderTest } from './testing/organisation-under-test.ts';

async function messagesOf(world: OrganisationUnderTest, cmdlet: string, parameters = {}, signal?: AbortSignal) {
  const messages: BackendMessage[] = [];
  for await (const message of world.organisation.invoke(cmdlet, parameters, { signal })) messages.push(message);
  return messages;
}

test('names of cmdlets are compared without regard to case', async () => {
  await using world = organisationUnderTest();
  expect(await messagesOf(world, 'get-migrationbatch')).toEqual([]);
});

test('a missing object ends the call without ending the pipeline', async () => {
  await using world = organisationUnderTest();
  const fullyQualifiedErrorId = expect.stringMatching(
    /^\[Server=CUTOVER01,RequestId=[-0-9a-f]{36},TimeStamp=3\/2\/2026 12:00:00 PM\] \[FailureCategory=Cmdlet-ManagementObjectNotFoundException\] [0-9A-F]{8},.*\.Batch\.StopMigrationBatch$/,
  ) as string;
  expect(await messagesOf(world, 'Stop-MigrationBatch', { Identity: 'None' })).toMatchObject([
    { kind: 'error', terminating: false, error: { fullyQualifiedErrorId, target: 'None' } },
  ]);
});

test.each([
  ['Get-Calendar', {}, 'CommandNotFoundException,Get-Calendar', null],
  ['get-migrationbatch', { Foo: 1 }, 'NamedParameterNotFound,Get-MigrationBatch', null],
  ['New-MigrationBatch', { Name: 'A', Restore: true }, 'NotSupportedException,New-MigrationBatch', 'A'],
])('%s %o ends in %s', async (cmdlet, parameters, fullyQualifiedErrorId, target) => {
  await using world = organisationUnderTest();
  expect(await messagesOf(world, cmdlet, parameters)).toMatchObject([
    { kind: 'error', terminating: true, error: { fullyQualifiedErrorId, target } },
  ]);
});

test('an error tells no password', async () => {
  await using world = organisationUnderTest();
  const Credentials = { userName: 'CONTOSO\\administrator', password: 'Unt0ld-Pa$$w0rd' };
  const answers = await messagesOf(world, 'New-MigrationEndpoint', { Name: '', ...source, Credentials });
  expect(answers).toMatchObject([{ kind: 'error', terminating: true }]);
  expect(JSON.stringify(answers)).not.toContain('Unt0ld-Pa$$w0rd');
});

test('an aborted call rejects with the reason, before and while it runs', async () => {
  await using world = organisationUnderTest({
    connectivity: (_source, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  });
  const reason = new Error('enough');
  await expect(messagesOf(world, 'Get-MigrationBatch', {}, AbortSignal.abort(reason))).rejects.toBe(reason);
  const controller = new AbortController();
  const testing = messagesOf(world, 'New-MigrationEndpoint', { Name: 'A', ...source }, controller.signal);
  controller.abort(reason);
  await expect(testing).rejects.toBe(reason);
});

test('closing the organisation ends the calls that run, and refuses later ones', async () => {
  const world = organisationUnderTest({
    connectivity: (_source, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  });
  const testing = messagesOf(world, 'New-MigrationEndpoint', { Name: 'A', ...source });
  const closed = { code: 'cloud.organisationClosed' };
  await Promise.all([expect(testing).rejects.toMatchObject(closed), world.organisation.close()]);
  await expect(messagesOf(world, 'Get-MigrationBatch')).rejects.toMatchObject(closed);
});
