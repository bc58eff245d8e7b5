import { findCmdlet } from '@cutover/core/metadata';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bindParameters } from './bind-parameters.ts';
import { cutArguments } from './cut-arguments.ts';
import { isSwitchName } from './find-parameter.ts';

function bind(name: string, ...argv: string[]) {
  const cmdlet = findCmdlet(name)!;
  return bindParameters(cmdlet, cutArguments(argv, { isSwitch: (typed) => isSwitchName(cmdlet, typed) }));
}

describe('names and positions', () => {
  test.each<[string, string[], object]>([
    ['the whole name, in any case', ['-iDENTITY', 'Cutover'], { Identity: 'Cutover' }],
    ['a beginning that only one name has', ['-Id', 'Cutover'], { Identity: 'Cutover' }],
    ['a place', ['Cutover'], { Identity: 'Cutover' }],
    ['a switch', ['-IncludeReport'], { IncludeReport: true }],
    ['a switch before a place', ['-IncludeReport', 'Cutover'], { IncludeReport: true, Identity: 'Cutover' }],
    ['a switch turned off, as a terminal leaves it', ['-IncludeReport:false'], { IncludeReport: false }],
    ['a switch turned off', ['-IncludeReport:$false'], { IncludeReport: false }],
    ['an enumerator in any case', ['-Status', 'syncedwitherrors'], { Status: 'SyncedWithErrors' }],
    ['a number', ['-ResultSize', '5'], { ResultSize: 5 }],
    ['no limit', ['-ResultSize', 'unlimited'], { ResultSize: 'Unlimited' }],
  ])('%s', (_title, argv, parameters) => {
    expect(bind('Get-MigrationBatch', ...argv).parameters).toEqual(parameters);
  });

  test('lists, times and durations', () => {
    const lists = ['-Name', 'Cutover', '-Not', 'a@contoso.com,', 'b@contoso.com'];
    const times = [
      '-StartAfter',
      '11/21/2026 5:30 PM',
      '-CompleteAfter',
      '2026-11-22',
      '-ReportInterval',
      '1.12:00:00',
    ];
    const { parameters } = bind('New-MigrationBatch', ...lists, ...times);
    expect(parameters).toEqual({
      Name: 'Cutover',
      NotificationEmails: ['a@contoso.com', 'b@contoso.com'],
      StartAfter: new Date('2026-11-21T17:30:00Z'),
      CompleteAfter: new Date('2026-11-22T00:00:00Z'),
      ReportInterval: 36 * 3_600_000,
    });
  });

  test('what the shell answers goes no further', () => {
    expect(bind('Remove-MigrationBatch', 'Cutover', '-Confirm:$false', '-ea', 'stop', '-wi')).toEqual({
      parameters: { Identity: 'Cutover' },
      host: { Confirm: false, ErrorAction: 'Stop', WhatIf: true },
    });
  });

  test('a credential is a user name', () => {
    const argv = ['-Name', 'E', '-Credentials', String.raw`CONTOSO\administrator`];
    expect(bind('New-MigrationEndpoint', ...argv).parameters['Credentials']).toEqual({
      userName: String.raw`CONTOSO\administrator`,
    });
  });
});

describe('refusals, in the words of PowerShell', () => {
  test.each<[string, string[]]>([
    ['Get-MigrationBatch', ['-Identitty', 'x']],
    ['Get-MigrationBatch', ['-I', 'x']],
    ['Get-MigrationBatch', ['-Identity']],
    ['Get-MigrationBatch', ['-Identity', '']],
    ['Get-MigrationBatch', ['a', 'b']],
    ['Get-MigrationBatch', ['-Identity', 'a', '-id', 'b']],
    ['Get-MigrationBatch', ['-Identity', 'a', '-Endpoint', 'b']],
    ['Get-MigrationBatch', ['-ResultSize', 'many']],
    ['Get-MigrationBatch', ['-Status', 'Stalled']],
    ['Get-MigrationBatch', ['-IncludeReport:perhaps']],
    ['Remove-MigrationBatch', ['x', '-Confirm:']],
    ['Get-MigrationUser', ['-MailboxGuid', '123']],
    ['Get-MigrationUserStatistics', []],
    ['New-MigrationBatch', ['-Name', 'x', '-CSVData', 'y']],
    ['New-MigrationBatch', ['-Name', 'x', '-StartAfter', 'soon']],
    ['New-MigrationBatch', ['-Name', 'x', '-ReportInterval', '25:00']],
    ['New-MigrationBatch', ['-Name', 'x', '-OutVariable', 'y']],
  ])('%s %j', (cmdlet, argv) => {
    let message = '';
    try {
      bind(cmdlet, ...argv);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).not.toBe('');
    expect(message).toMatchSnapshot();
  });
});

test('any whole number in range binds as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0x7fffffff }), (size) => {
      expect(bind('Get-MigrationBatch', `-ResultSize:${size}`).parameters).toEqual({ ResultSize: size });
    }),
  );
});

test('any time binds as itself, with and without its zone', () => {
  const instant = fc.date({ min: new Date('1990-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, (date) => {
      const iso = date.toISOString();
      for (const text of [iso, iso.slice(0, -1), iso.replace('T', ' ').slice(0, -1)]) {
        expect(bind('New-MigrationBatch', '-Name', 'x', `-StartAfter:${text}`).parameters['StartAfter']).toEqual(date);
      }
    }),
  );
});
