import { describe, expect, test } from 'vitest';
import type { Processes, ProgramCall, ProgramEvent } from '../../host/processes.ts';
import { createRunspace } from '../runspace.ts';

interface Programs {
  readonly events?: readonly ProgramEvent[];
  /** Exit code of a program that has the console. */
  readonly code?: number;
}

/** Runs a script on a machine whose one program is `tool`. */
function run(script: string, { events = [{ kind: 'exit', code: 0 }], code = 0 }: Programs = {}) {
  const calls: (ProgramCall & { attached: boolean })[] = [];
  let shown = '';
  const processes: Processes = {
    find: (name) => (name === 'tool' || name === '/bin/tool' ? '/bin/tool' : undefined),
    runAttached: (call) => {
      calls.push({ ...call, attached: true });
      return code;
    },
    *run(call) {
      calls.push({ ...call, attached: false });
      yield* events;
    },
  };
  const host = {
    write: (text: string) => void (shown += text),
    writeError: (text: string) => void (shown += text),
    width: 80,
  };
  const runspace = createRunspace({
    host,
    capabilities: { processes, folder: '/work' },
    environment: { PATH: '/bin', A: 'b' },
  });
  runspace.invoke(script);
  return { calls, shown };
}

const argumentsOf = (script: string): readonly string[] => run(script).calls[0]!.arguments;

describe('arguments', () => {
  test.each([
    ['tool a "b c" \'d"e\'', ['a', 'b c', 'd"e']],
    ['tool -x -y:z --long=1 -', ['-x', '-y:z', '--long=1', '-']],
    ['tool (1, 2) @("x", "y")', ['1', '2', 'x', 'y']],
    ['tool $null "" end', ['', 'end']],
    ['$list = 1, "two"; tool @list', ['1', 'two']],
    ['tool 1.50 0x10', ['1.50', '0x10']],
    ['& "tool" -a 1', ['-a', '1']],
    ['tool a,b "c","d"', ['a,b', '"c","d"']],
    ['tool a, b', ['a,', 'b']],
    ['$list = "p", "q r"; tool -y: 2 -z:$list', ['-y:', '2', '-z:p', '-z:q r']],
    ['tool x --% a "b c" %A% %B%', ['x', 'a', '"b', 'c"', 'b', '%B%']],
  ])('%s', (script, expected) => {
    expect(argumentsOf(script)).toEqual(expected);
  });

  test('folder and environment go with it', () => {
    const [call] = run('$env:C = "d"; tool').calls;
    expect(call).toMatchObject({ path: '/bin/tool', folder: '/work', environment: { PATH: '/bin', A: 'b', C: 'd' } });
  });
});

describe('streams', () => {
  const output = (...texts: string[]): ProgramEvent[] => [
    ...texts.map((text) => ({ kind: 'output', text }) as const),
    { kind: 'exit', code: 0 },
  ];

  test('a program that nobody listens to has the console', () => {
    expect(run('tool').calls).toMatchObject([{ attached: true, input: undefined }]);
  });

  test('output comes in lines, however it is cut', () => {
    expect(run('tool | ForEach-Object { "<$_>" }', { events: output('on', 'e\ntwo\r\n', 'three') }).shown).toBe(
      '<one>\n<two>\n<three>\n',
    );
    expect(run('$x = tool; $x.Count', { events: output('a\nb\n') }).shown).toBe('2\n');
  });

  test('input is what is piped in, as text', () => {
    expect(run('"a", 1, (Get-Variable nope -ErrorAction Ignore) | tool').calls[0]).toMatchObject({ input: 'a\n1\n' });
  });

  test('errors that are merged are records', () => {
    const events: ProgramEvent[] = [
      { kind: 'error', text: 'bad\n' },
      { kind: 'exit', code: 0 },
    ];
    expect(run('tool 2>&1 | ForEach-Object { $_.GetType().Name; "$_" }', { events }).shown).toBe('ErrorRecord\nbad\n');
  });
});

describe('the end', () => {
  test('is an error of the pipeline where a preference says so', () => {
    const script =
      "$PSNativeCommandUseErrorActionPreference = $true; $ErrorActionPreference = 'Stop'; try { tool } catch { $_.FullyQualifiedErrorId; $_.Exception.Message }";
    expect(run(script, { code: 1 }).shown).toBe(
      'ProgramExitedWithNonZeroCode\nProgram "tool" ended with non-zero exit code: 1 (0x01).\n',
    );
  });

  test('$LASTEXITCODE and $? tell how it ended', () => {
    expect(run('tool; "$? $LASTEXITCODE"', { code: 3 }).shown).toBe('False 3\n');
    expect(run('tool; "$? $LASTEXITCODE"').shown).toBe('True 0\n');
    expect(run('$null = tool; $LASTEXITCODE', { events: [{ kind: 'exit', code: 4 }] }).shown).toBe('4\n');
  });

  test('a program that is not there is a command that is not found', () => {
    expect(run('nothing-like-it').shown).toContain("The term 'nothing-like-it' is not recognized");
  });

  test('without the capability there are no programs', () => {
    let shown = '';
    const write = (text: string): void => void (shown += text);
    createRunspace({ host: { write, writeError: write, width: 80 }, environment: { PATH: '/bin' } }).invoke('sh -c 1');
    expect(shown).toContain("The term 'sh' is not recognized");
  });
});
