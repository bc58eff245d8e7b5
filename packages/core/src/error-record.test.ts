import { describe, expect, test } from 'vitest';
import { bindingErrors, bindingErrorIds } from './binding-errors.ts';
import { fromErrorRecord, toErrorRecord } from './error-record.ts';
import { migrationErrors } from './errors.ts';
import { exceptionOf } from './exceptions.ts';

const origin = { cmdlet: 'Get-MigrationBatch', target: 'x' };

describe('an error record', () => {
  test('crosses a thread as it is, and becomes the same error again', () => {
    const cause = new Error('socket closed', { cause: new Error('reset') });
    const error = migrationErrors.serverUnavailable({ server: 'mail.contoso.com' }, { cause });
    const record = structuredClone(toErrorRecord(error, origin));
    expect(record).toMatchObject({
      exception: 'Microsoft.Exchange.Data.Storage.Management.MigrationTransientException',
      fullyQualifiedErrorId: 'MigrationTransientException,Get-MigrationBatch',
      retry: true,
      causes: ['socket closed', 'reset'],
    });
    const again = fromErrorRecord(record);
    expect(again).toMatchObject({ code: error.code, category: error.category, retry: true, message: error.message });
    expect(again.cause).toMatchObject({ message: 'socket closed', cause: { message: 'reset' } });
    expect(toErrorRecord(again, origin)).toMatchObject({ ...record, context: expect.objectContaining(record.context) });
  });

  test('is made of anything that was thrown', () => {
    expect(toErrorRecord(new TypeError('oops'), origin)).toMatchObject({ code: 'core.unexpected', message: 'oops' });
    expect(toErrorRecord('oops', { cmdlet: 'x' })).toMatchObject({ message: 'oops', target: null });
  });

  test('hides what its context must not tell', () => {
    const error = migrationErrors.accessDenied({ server: 's', userName: 'u', password: 'Pa$$w0rd' } as never);
    expect(JSON.stringify(toErrorRecord(error, origin))).not.toContain('Pa$$w0rd');
  });
});

test('every binding error has the engine’s id', () => {
  expect(Object.keys(bindingErrorIds)).toEqual(Object.keys(bindingErrors).map((name) => `binding.${name}`));
  const error = bindingErrors.namedParameterNotFound({ cmdlet: 'Get-MigrationBatch', parameter: 'Foo' });
  expect(toErrorRecord(error, origin)).toMatchObject({
    exception: 'System.Management.Automation.ParameterBindingException',
    fullyQualifiedErrorId: 'NamedParameterNotFound,Get-MigrationBatch',
  });
});

test('an error of the service without a name of its own is a permanent one', () => {
  expect(exceptionOf('migration.somethingNew')).toMatch(/\.MigrationPermanentException$/);
  expect(exceptionOf('cloud.other')).toBe('System.Exception');
});
