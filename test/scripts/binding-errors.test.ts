import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedOrganisation } from '@cutover/cloud';
import { connect } from '@cutover/core';
import { createShell, type Shell } from '@cutover/shell';
import { afterAll, beforeAll, expect, test } from 'vitest';

interface BindingFact {
  /** With `<Cmdlet>` in the place of the cmdlet's name. */
  readonly fullyQualifiedErrorId: string;
  readonly category: string;
  readonly condition: string;
}

const { parameterBinding: facts } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../facts/errors.json'), 'utf8'),
) as { parameterBinding: BindingFact[] };

/** A call of the family that meets each error. */
const calls: Readonly<Record<string, string>> = {
  CommandNotFoundException: 'Get-MigrationCalendar',
  NamedParameterNotFound: 'Start-MigrationBatch -BatchSize 3',
  PositionalParameterNotFound: 'Get-MigrationBatch one two',
  AmbiguousParameter: 'Get-MigrationBatch -D x',
  AmbiguousParameterSet: 'Get-MigrationUser -Identity a@b.c -BatchId x',
  MissingArgument: 'Get-MigrationBatch -Identity',
  MissingMandatoryParameter: 'Remove-MigrationBatch -Force',
  ParameterAlreadyBound: 'Get-MigrationBatch -Identity a -Identity b',
  CannotConvertArgument: 'Set-MigrationConfig -MaxNumberOfBatches 1, 2',
  CannotConvertArgumentNoMessage: 'Get-MigrationUser -Status Stalled',
  ParameterArgumentTransformationError: 'New-MigrationBatch -Name x -NotificationEmails helpdesk',
  ParameterArgumentValidationErrorNullNotAllowed: 'Remove-MigrationEndpoint -Identity $null -Confirm:$false',
  ParameterArgumentValidationErrorEmptyStringNotAllowed: "New-MigrationBatch -Name ''",
  InputObjectNotBound: '5 | Get-MigrationConfig',
  ScriptBlockArgumentInvocationFailed: "'x' | Get-MigrationBatch -Identity { throw 'oops' }",
};

const held = new AsyncDisposableStack();
let shell: Shell;
beforeAll(() => {
  shell = held.use(createShell({ session: connect(held.use(embeddedOrganisation({ data: ':memory:' }))) }));
});
afterAll(() => held.disposeAsync());

const idOf = ({ fullyQualifiedErrorId }: BindingFact): string => fullyQualifiedErrorId.split(',')[0]!;

/** No cmdlet of the family comes to these: none checks by attributes, and one set or another is always told to be ambiguous. */
const elsewhere = [
  'ParameterNotInParameterSet',
  'ParameterArgumentValidationError',
  'ParameterArgumentValidationErrorEmptyArrayNotAllowed',
];

test('every error of the binder is met', () => {
  expect([...Object.keys(calls), ...elsewhere].toSorted()).toEqual(facts.map(idOf).toSorted());
});

test.each(facts.filter((fact) => idOf(fact) in calls).map((fact) => [idOf(fact), fact] as const))(
  '%s',
  async (id, { category, fullyQualifiedErrorId }) => {
    const { errors } = await shell.invoke(calls[id]!);
    const cmdlet = /\w+-Migration\w+/.exec(calls[id]!)![0];
    expect(errors[0]?.fullyQualifiedErrorId).toBe(fullyQualifiedErrorId.replace('<Cmdlet>', cmdlet));
    expect(errors[0]?.category).toBe(category.split(':')[0]);
  },
);
