import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { completeMigrationBatch } from './cmdlets/complete-migration-batch.ts';
import { getMigrationUser } from './cmdlets/get-migration-user.ts';
import { newMigrationBatch } from './cmdlets/new-migration-batch.ts';
import { newMigrationEndpoint } from './cmdlets/new-migration-endpoint.ts';
import { testMigrationServerAvailability } from './cmdlets/test-migration-server-availability.ts';
import { parseParameters } from './parse-parameters.ts';

const credentials = { userName: 'CONTOSO\\administrator', password: 'Pa$$w0rd' };

describe('parseParameters', () => {
  test('gives what was given, and leaves out what is undefined', () => {
    expect(parseParameters(getMigrationUser.definition, { BatchId: 'Cutover', Status: undefined })).toEqual({
      BatchId: 'Cutover',
    });
  });

  test('a credential never prints its password afterwards, but can be cloned', () => {
    const { Credentials } = parseParameters(newMigrationEndpoint.definition, { Name: 'E', Credentials: credentials });
    expect(Credentials?.password).toBe('Pa$$w0rd');
    expect(`${inspect(Credentials)} ${JSON.stringify(Credentials)}`).not.toContain('Pa$$w0rd');
    expect(structuredClone(Credentials)).toEqual(credentials);
  });

  test.each([
    ['a name that is none', getMigrationUser, { Identitty: 'x' }, 'binding.namedParameterNotFound'],
    ['a name of the prototype', getMigrationUser, { toString: 'x' }, 'binding.namedParameterNotFound'],
    ['parameters of two sets', getMigrationUser, { Identity: 'x', BatchId: 'y' }, 'binding.ambiguousParameterSet'],
    ['what every set lacks', newMigrationEndpoint, { Credentials: credentials }, 'binding.missingMandatoryParameter'],
    ['a missing name', newMigrationBatch, { AutoStart: true }, 'binding.missingMandatoryParameter'],
    ['what a cutover cannot do', newMigrationBatch, { Name: 'x', Restore: true }, 'core.parameterNotSupported'],
    [
      'another type of migration',
      newMigrationEndpoint,
      { Name: 'x', IMAP: true, RemoteServer: 'a.b' },
      'core.typeNotSupported',
    ],
    [
      'a bad value of another type',
      newMigrationEndpoint,
      { Name: 'x', IMAP: true, RemoteServer: '?' },
      'core.parameterInvalid',
    ],
    ['what another type needs', newMigrationEndpoint, { Name: 'x', IMAP: true }, 'binding.missingMandatoryParameter'],
    [
      'objects instead of bytes',
      newMigrationBatch,
      { Name: 'x', CSVData: [{ EmailAddress: 'a@b' }] },
      'core.parameterInvalid',
    ],
    ['a value that is none', getMigrationUser, { Status: 'Stalled' }, 'binding.cannotConvertArgument'],
    ['a wrong type', completeMigrationBatch, { SyncAndComplete: 'yes' }, 'core.parameterInvalid'],
  ])('refuses %s', (_title, cmdlet, parameters, code) => {
    expect(() => parseParameters(cmdlet.definition, parameters)).toThrow(expect.objectContaining({ code }));
  });

  test('a refused value is not repeated in the error', () => {
    const wrong = { Name: 'E', Credentials: { userName: '', password: 'Pa$$w0rd' } };
    expect(() => parseParameters(newMigrationEndpoint.definition, wrong)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('Pa$$w0rd') }),
    );
  });

  test('an element of a list that is refused is named', () => {
    const given = { Name: 'x', SourceEndpoint: 'E', NotificationEmails: ['ann@contoso.com', 'helpdesk'] };
    expect(() => parseParameters(newMigrationBatch.definition, given)).toThrow(
      '-NotificationEmails "helpdesk" is not an SMTP address',
    );
  });

  test('the call of the migration guide binds: Autodiscover alone tells the set', () => {
    const given = { Autodiscover: true, EmailAddress: 'admin@contoso.com', Credentials: credentials };
    expect(parseParameters(testMigrationServerAvailability.definition, given)).toMatchObject({ Autodiscover: true });
  });
});
