import { describe, expect, test } from 'vitest';
import { parseCommandLine } from './parse-command-line.ts';

const parse = (...argv: string[]) =>
  parseCommandLine(argv, {
    isFile: (path) => path.endsWith('.ps1'),
    inputIsTerminal: () => false,
    isCmdlet: (name) => /^get-migrationbatch$/i.test(name),
  });
const task = (...argv: string[]) => parse(...argv).task;

describe('what is run', () => {
  test.each([
    [[], { kind: 'session' }],
    [['a.ps1'], { kind: 'file', path: 'a.ps1', arguments: [] }],
    [['-File', 'a.ps1', 'x'], { kind: 'file', path: 'a.ps1', arguments: [{ value: 'x' }] }],
    [['/f', 'a.ps1'], { kind: 'file', path: 'a.ps1', arguments: [] }],
    [['-c', '1', '+', '2'], { kind: 'command', script: '1 + 2', arguments: [] }],
    [['--command', '-NoProfile'], { kind: 'command', script: '-NoProfile', arguments: [] }],
    [['-cwa', '$args', '-x:1'], { kind: 'command', script: '$args', arguments: [{ name: 'x', value: '1' }] }],
    [['-ec', 'MQArADIA'], { kind: 'command', script: '1+2', arguments: [] }],
    [['-c', '-'], { kind: 'standard input', prompts: false }],
    [['-file', '-'], { kind: 'standard input', prompts: true }],
    [['-version', 'whatever'], { kind: 'version' }],
    [['-?'], { kind: 'help', about: undefined }],
    [['-h', 'Get-Item'], { kind: 'help', about: 'Get-Item' }],
    [['service', '--data', '/d'], { kind: 'service', argv: [] }],
    [['Get-MigrationBatch', '-Id', 'x'], { kind: 'cmdlet', name: 'Get-MigrationBatch', argv: ['-Id', 'x'] }],
  ])('%j', (argv, expected) => {
    expect(task(...argv)).toEqual(expected);
  });

  test('switches before it, none after it', () => {
    const line = parse('-nop', '-NonInteractive', '-NoLogo', '-ep', 'Bypass', '-wd', '/w', 'a.ps1', '-NoProfile');
    expect(line).toMatchObject({ profile: false, interactive: false, banner: false, workingDirectory: '/w' });
    expect(line.executionPolicy).toBe('Bypass');
    expect(line.task).toMatchObject({ arguments: [{ name: 'NoProfile' }] });
  });

  test('the session goes on after the task only when that is asked for', () => {
    expect(parse('-noe', '-c', '1').staysOpen).toBe(true);
    expect(parse('-c', '1').staysOpen).toBe(false);
    expect(parse().staysOpen).toBe(true);
  });

  test('our own options may stand around a cmdlet', () => {
    expect(parse('--data=/d', 'Get-MigrationBatch', '--json', '-Id', 'x')).toMatchObject({ data: '/d', json: true });
    expect(task('Get-MigrationBatch', '--', '--json')).toMatchObject({ argv: ['--', '--json'] });
  });
});

test('arguments of a script', () => {
  const { arguments: given } = task('a.ps1', '-a', '-b:$TRUE', '-c:', '5', '-', '-d:x:y', '') as never;
  expect(given).toEqual([
    { name: 'a' },
    { name: 'b', value: true },
    { name: 'c', value: '5' },
    { value: '-' },
    { name: 'd', value: 'x:y' },
    { value: '' },
  ]);
});

describe('what cannot be used is refused in the words of the original', () => {
  test.each([
    [['-File'], /requires a file path/],
    [['-c'], /A command must follow -Command\./],
    [['-c', '-', 'x'], /no other arguments to -Command are permitted/],
    [['-ec', 'ä'], /must be Base64 encoded/],
    [['-ep', 'Sometimes'], /^Invalid ExecutionPolicy value 'Sometimes'\.$/],
    [['-o', 'csv'], /"csv" is not a valid format/],
    [['nothing'], /^The argument 'nothing' is not recognized as the name of a script file\./],
    [['-form'], /^Invalid argument '-form', did you mean:\n\n {2}-inputformat\n {2}-outputformat$/],
    [['-WindowStyle', 'Hidden'], /^Parameter -WindowStyle is not implemented on this platform\.$/],
    [['-SettingsFile', 'x'], /^Parameter -SettingsFile is not supported yet\.$/],
    [['Get-MigrationBatch', '--data'], /--data needs a value/],
  ])('%j', (argv, message) => {
    expect(task(...argv)).toEqual({
      kind: 'refused',
      message: expect.stringMatching(message),
      showUsage: expect.any(Boolean),
    });
  });

  test('-Command - needs redirected input', () => {
    const place = { isFile: () => false, inputIsTerminal: () => true, isCmdlet: () => false };
    expect(parseCommandLine(['-c', '-'], place).task).toMatchObject({
      message: expect.stringMatching(/has not been redirected/),
    });
  });
});
