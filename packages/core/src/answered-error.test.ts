import { expect, test } from 'vitest';
import { answeredError, type AnsweredCall } from './answered-error.ts';
import { bindingErrors } from './binding-errors.ts';
import { toErrorRecord } from './error-record.ts';
import { migrationErrors } from './errors.ts';

const call: AnsweredCall = {
  server: 'CUTOVER01',
  requestId: 'be6726e1-7acf-4f50-8106-978c2379371f',
  at: Date.UTC(2021, 1, 12, 1, 31, 26),
  shape: 'remote',
};
const missing = (cmdlet: string) => toErrorRecord(migrationErrors.endpointNotFound({ identity: 'x' }), { cmdlet });

test('the id tells request, failure, site and class, as remote sessions had it', () => {
  expect(answeredError(missing('New-MigrationEndpoint'), call).fullyQualifiedErrorId).toMatch(
    /^\[Server=CUTOVER01,RequestId=be6726e1-7acf-4f50-8106-978c2379371f,TimeStamp=2\/12\/2021 1:31:26 AM\] \[FailureCategory=Cmdlet-ManagementObjectNotFoundException\] [0-9A-F]{8},Microsoft\.Exchange\.Management\.Migration\.MigrationService\.Endpoint\.NewMigrationEndpoint$/,
  );
});

test('the site differs by cmdlet, and is the same each time', () => {
  const site = (cmdlet: string, at = call.at) =>
    answeredError(missing(cmdlet), { ...call, at }).fullyQualifiedErrorId.match(/ ([0-9A-F]{8}),/)![1];
  expect(site('New-MigrationEndpoint')).not.toBe(site('Set-MigrationEndpoint'));
  expect(site('New-MigrationEndpoint')).toBe(site('New-MigrationEndpoint', 0));
});

test('since REST it ends with Write-ErrorMessage', () => {
  expect(answeredError(missing('Get-Mailbox'), { ...call, shape: 'rest' }).fullyQualifiedErrorId).toBe(
    `[Server=CUTOVER01,RequestId=${call.requestId},TimeStamp=Fri, 12 Feb 2021 01:31:26 GMT],Write-ErrorMessage`,
  );
});

test('what does not bind is refused before anybody is called', () => {
  const error = bindingErrors.namedParameterNotFound({ cmdlet: 'Get-Mailbox', parameter: 'Foo' });
  const record = toErrorRecord(error, { cmdlet: 'Get-Mailbox' });
  expect(answeredError(record, call)).toEqual(record);
});
