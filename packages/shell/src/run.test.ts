import { migrationErrors, toErrorRecord, type BackendMessage } from '@cutover/core';
import { cmdletMetadata } from '@cutover/core/metadata';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runFake } from './testing/fake-surroundings.ts';

const batch = (Identity: string, Status: string): BackendMessage => ({
  kind: 'record',
  record: {
    Identity,
    Status,
    MigrationType: 'ExchangeOutlookAnywhere',
    TotalCount: 20,
    CreationDateTime: new Date('2026-11-21T15:04:05Z'),
    InitialSyncDuration: 93_784_005,
    NotificationEmails: ['a@contoso.com', 'b@contoso.com'],
  },
});

const notFound: BackendMessage = {
  kind: 'error',
  terminating: false,
  error: toErrorRecord(migrationErrors.batchNotFound({ identity: 'Nope' }), {
    cmdlet: 'Get-MigrationBatch',
    target: 'Nope',
  }),
};

describe('output', () => {
  test('a table for people', async () => {
    const messages = [batch('Cutover', 'Syncing'), batch('A second batch with a long name', 'Created')];
    const { code, out, err } = await runFake(['Get-MigrationBatch'], { messages });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatchInlineSnapshot(`
      "
      Identity                        Status  Type                    TotalCount
      --------                        ------  ----                    ----------
      Cutover                         Syncing ExchangeOutlookAnywhere 20
      A second batch with a long name Created ExchangeOutlookAnywhere 20

      "
    `);
  });

  test('the table is cut to the width of the terminal', async () => {
    const messages = [batch('x'.repeat(100), 'Syncing')];
    const { out } = await runFake(['Get-MigrationBatch'], { messages });
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(out).toContain('…');
  });

  test('a list where the object has no table', async () => {
    const record = { Result: 'Failed', Message: 'no\nanswer', ConnectionSettings: null, SupportsCutover: false };
    const argv = ['Test-MigrationServerAvailability', '-Endpoint', 'Contoso'];
    const { out } = await runFake(argv, { messages: [{ kind: 'record', record }] });
    expect(out).toMatchInlineSnapshot(`
      "
      Result             : Failed
      Message            : no
                           answer
      ConnectionSettings :
      SupportsCutover    : False
      ErrorDetail        :
      IsValid            :
      Identity           :
      ObjectState        :

      "
    `);
  });

  test('JSON for programs: an array for what lists, an object for what makes one', async () => {
    const messages = [batch('Cutover', 'Syncing')];
    const listed = await runFake(['Get-MigrationBatch', '--json'], { messages });
    expect(JSON.parse(listed.out)).toMatchObject([
      {
        Identity: 'Cutover',
        CreationDateTime: '2026-11-21T15:04:05.000Z',
        InitialSyncDuration: '1.02:03:04.0050000',
        NotificationEmails: ['a@contoso.com', 'b@contoso.com'],
        Report: null,
      },
    ]);
    const made = await runFake(['New-MigrationBatch', '-Name', 'Cutover', '--json'], { messages });
    expect(JSON.parse(made.out)).toMatchObject({ Identity: 'Cutover' });
  });

  test('nothing for no record, and an empty array in JSON', async () => {
    expect((await runFake(['Get-MigrationBatch'])).out).toBe('');
    expect((await runFake(['Get-MigrationBatch', '--json'])).out).toBe('[]\n');
    expect((await runFake(['Start-MigrationBatch', 'Cutover', '--json'])).out).toBe('');
  });
});

describe('errors', () => {
  test('go to stderr as PowerShell words them, with exit code 1', async () => {
    const messages = [notFound, batch('Cutover', 'Synced')];
    const { code, out, err } = await runFake(['Get-MigrationBatch', 'Nope'], { messages });
    expect({ code, err }).toEqual({
      code: 1,
      err: 'Get-MigrationBatch: The migration batch "Nope" can\'t be found.\n',
    });
    expect(out).toContain('Cutover');
  });

  test('-ErrorAction decides what an error does', async () => {
    const messages = [notFound, batch('Cutover', 'Synced')];
    const silent = await runFake(['Get-MigrationBatch', 'Nope', '-ErrorAction', 'SilentlyContinue'], { messages });
    expect(silent).toMatchObject({ code: 1, err: '' });
    const stopped = await runFake(['Get-MigrationBatch', 'Nope', '-ea', 'Stop'], { messages });
    expect(stopped).toMatchObject({ code: 1, out: '' });
  });

  test('what does not bind never reaches the service', async () => {
    const { code, err, services } = await runFake(['get-migrationbatch', '-Foo']);
    expect({ code, services }).toEqual({ code: 1, services: [] });
    expect(err).toBe("Get-MigrationBatch: A parameter cannot be found that matches parameter name 'Foo'.\n");
  });

  test.each([
    [['Get-Mailbox'], /^Get-Mailbox: The term 'Get-Mailbox' is not recognized as a name of a cmdlet/],
    [['migrate.ps1'], /^migrate\.ps1: This version runs single cmdlets, not PowerShell scripts/],
    [['-Command', '1'], /^-Command: This version runs single cmdlets/],
    [['Get-MigrationBatch', '--data'], /--data needs a value/],
    [['service', '--port', '1'], /The service takes no '--port', only --data DIR\./],
  ])('%j is refused by name', async (argv, message) => {
    const { code, err } = await runFake(argv);
    expect(code).toBe(1);
    expect(err).toMatch(message);
  });

  test('an interrupted command ends with the code of an interrupt', async () => {
    const messages: BackendMessage[] = [];
    const signal = AbortSignal.abort();
    const argv = ['Remove-MigrationBatch', 'Cutover', '-Confirm'];
    expect(await runFake(argv, { messages, signal })).toMatchObject({ code: 130, err: '' });
  });
});

describe('side streams', () => {
  const messages: BackendMessage[] = [
    { kind: 'progress', progress: { id: 1, activity: 'Provisioning', status: '5 of 20', percentComplete: 25 } },
    { kind: 'warning', message: 'careful' },
    { kind: 'verbose', message: 'detail' },
  ];

  test('warnings show, verbose texts when they are asked for, progress only on a terminal', async () => {
    expect((await runFake(['Get-MigrationBatch'], { messages })).err).toBe('WARNING: careful\n');
    const verbose = await runFake(['Get-MigrationBatch', '-Verbose', '-wa', 'Ignore'], { messages });
    expect(verbose.err).toBe('VERBOSE: detail\n');
    const live = await runFake(['Get-MigrationBatch'], { messages, interactive: true });
    expect(live.err).toContain('Provisioning [#####               ] 25 % 5 of 20');
    const silent = await runFake(['Get-MigrationBatch', '-ProgressAction', 'Ignore'], { messages, interactive: true });
    expect(silent.err).not.toContain('Provisioning');
  });
});

describe('confirmation', () => {
  const remove = ['Remove-MigrationBatch', 'Cutover'];

  test('a cmdlet of high impact asks, and takes no for an answer', async () => {
    const declined = await runFake(remove, { answers: ['?', 'what', 'n'] });
    expect(declined).toMatchObject({ code: 0, calls: [] });
    expect(declined.err).toMatchInlineSnapshot(`
      "
      Confirm
      Are you sure you want to perform this action?
      Performing the operation "Removing the migration batch" on target "Cutover".
      [Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): Y - Continue with only the next step of the operation.
      A - Continue with all the steps of the operation.
      N - Skip this operation and proceed with the next operation.
      L - Skip this operation and all subsequent operations.
      [Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): Y - Continue with only the next step of the operation.
      A - Continue with all the steps of the operation.
      N - Skip this operation and proceed with the next operation.
      L - Skip this operation and all subsequent operations.
      [Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): "
    `);
    const agreed = await runFake(remove, { answers: [''] });
    expect(agreed.calls).toEqual([{ cmdlet: 'Remove-MigrationBatch', parameters: { Identity: 'Cutover' } }]);
  });

  test('-Confirm:$false keeps it from asking; with nobody there it refuses', async () => {
    expect((await runFake([...remove, '-Confirm:$false'])).calls).toHaveLength(1);
    const { code, err, calls } = await runFake(remove);
    expect({ code, calls }).toEqual({ code: 1, calls: [] });
    expect(err).toContain('-Confirm:false');
  });

  test('-Confirm makes any cmdlet that changes something ask; one that reads has no such parameter', async () => {
    const start = ['Start-MigrationBatch', 'Cutover'];
    expect((await runFake(start)).calls).toHaveLength(1);
    expect((await runFake([...start, '-Confirm'], { answers: ['n'] })).calls).toHaveLength(0);
    expect((await runFake(['Get-MigrationBatch', '-Confirm'])).err).toContain("parameter name 'Confirm'");
  });

  test('-WhatIf tells, and does nothing', async () => {
    const { out, calls } = await runFake([...remove, '-WhatIf']);
    expect(out).toBe('What if: Performing the operation "Removing the migration batch" on target "Cutover".\n');
    expect(calls).toEqual([]);
  });
});

describe('credentials', () => {
  const argv = ['New-MigrationEndpoint', '-Name', 'E', '-Credentials', String.raw`CONTOSO\admin`];

  test('the password comes from the environment', async () => {
    const { calls } = await runFake(argv, { env: { CUTOVER_PASSWORD: 'Pa$$w0rd' } });
    expect(calls[0]?.parameters).toMatchObject({
      Credentials: { userName: String.raw`CONTOSO\admin`, password: 'Pa$$w0rd' },
    });
  });

  test('or from a person, and shows nowhere', async () => {
    const { calls, out, err } = await runFake(argv, { answers: ['Pa$$w0rd'] });
    expect(calls[0]?.parameters).toMatchObject({ Credentials: { password: 'Pa$$w0rd' } });
    expect(`${out}${err}${JSON.stringify(calls)}`).not.toContain('Pa$$w0rd');
  });

  test('or the command refuses', async () => {
    expect(await runFake(argv)).toMatchObject({ code: 1, calls: [], err: expect.stringContaining('CUTOVER_PASSWORD') });
  });
});

describe('the command itself', () => {
  test('the data folder: an option, the environment', async () => {
    expect((await runFake(['Get-MigrationBatch'])).services).toMatchObject([{ dataFolder: '/data' }]);
    expect((await runFake(['Get-MigrationBatch', '--data', '/d'])).services).toMatchObject([{ dataFolder: '/d' }]);
    expect((await runFake(['service', '--data=/d'])).services).toMatchObject([{ dataFolder: '/d' }]);
  });

  test.each([[[]], [['-Help']], [['--help']], [['-?']]])('%j prints how to use it', async (argv) => {
    const { code, out } = await runFake(argv);
    expect(code).toBe(0);
    expect(out).toContain('Usage: cutover <cmdlet>');
    expect(out).toContain('Get-MigrationBatch');
  });

  test.each([[['-Help', 'get-migrationuser']], [['Get-MigrationUser', '-?']]])('%j prints a cmdlet', async (argv) => {
    const { code, out } = await runFake(argv);
    expect(code).toBe(0);
    expect(out).toMatch(/^NAME\n {4}Get-MigrationUser\n/);
  });
});

test('any command line ends with a code, and a refusal says something', async () => {
  const names = cmdletMetadata.map(({ name }) => name);
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '-Identity',
      '-Status',
      '-Confirm',
      '-Confirm:',
      '-ResultSize:5',
      '-Id:',
      '--',
      '--json',
      'a,',
      '-?',
      '-',
    ),
    fc.constantFrom('-__proto__', '-constructor', '--toString=1', '-hasOwnProperty:x', '__proto__'),
  );
  const line = fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), fc.array(word, { maxLength: 6 }));
  await fc.assert(
    fc.asyncProperty(line, async ([command, words]) => {
      const { code, err } = await runFake([command, ...words], { answers: ['y'] });
      expect([0, 1]).toContain(code);
      if (code === 1) expect(err.trim()).not.toBe('');
    }),
    { numRuns: 500 },
  );
});
