import { describe, expect, test } from 'vitest';
import type { ErrorPosition, ErrorShape } from './error-shape.ts';
import { type ErrorViewName, formatError } from './error-view.ts';
import { plainStyle, terminalStyle } from './line-output.ts';
import { goldenCase } from './testing/golden.ts';

/** The goldens ran in folders whose names are as long as this one, and have `<dir>` for it. */
const folder = '/tmp/gc/c00001';
const options = { style: plainStyle, windowWidth: 80 };

interface Case {
  /** The part of the script that is underlined; `~` is not in it. */
  readonly at: string;
  readonly line?: number;
  /** `Get-Item`, or what a record has that no command reported. */
  readonly command?: string;
  readonly category?: string;
  readonly reason?: string;
  readonly thrown?: true;
  readonly message: string;
}

const notFound = (name: string): string => `Cannot find path '${folder}/${name}' because it does not exist.`;
const missing = { command: 'Get-Item', message: notFound('nosuch') };
const byZero = { reason: 'RuntimeException', message: 'Attempted to divide by zero.' };
const parser = { category: 'ParserError' };
const invalid = { category: 'InvalidOperation' };
const unknown = (name: string): string =>
  `The term '${name}' is not recognized as a name of a cmdlet, function, script file, or executable program. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.`;

/** Golden case → the error that its script reports, on standard error. */
const cases: Readonly<Record<string, Case>> = {
  'write-error-in-function': { at: 'f', line: 2, command: 'f', message: 'in function' },
  'write-error-cmdletbinding': { at: 'f', line: 2, command: 'f', message: 'in adv function' },
  'cmdlet-error': { at: 'Get-Item nosuch', ...missing },
  'cmdlet-error-second-line': { at: 'Get-Item   nosuch -ErrorAction Continue', line: 2, ...missing },
  'cmdlet-error-in-pipeline': { at: 'Get-Item', ...missing },
  'cmdlet-error-mid-line': { at: 'Get-Item nosuch', ...missing },
  'runtime-error': { at: '1/0', ...byZero },
  'runtime-error-in-expression': { at: '$a = 5 + (1/0) * 2', ...byZero },
  'runtime-in-function-line': { at: '$x / 0', line: 3, ...byZero },
  'throw-string': { at: "throw 'boom'", thrown: true, message: 'boom' },
  'throw-in-function': { at: 'throw "inside f"', line: 2, thrown: true, message: 'inside f' },
  'throw-exception': {
    at: "throw [System.InvalidOperationException]::new('inv op')",
    category: 'OperationStopped',
    message: 'inv op',
  },
  'throw-empty': { at: 'throw', thrown: true, message: 'ScriptHalted' },
  'method-exception': {
    at: "[int]::Parse('abc')",
    reason: 'MethodInvocationException',
    message: `Exception calling "Parse" with "1" argument(s): "The input string 'abc' was not in a correct format."`,
  },
  'cast-error': {
    at: "[int]'abc'",
    category: 'InvalidArgument',
    message: `Cannot convert value "abc" to type "System.Int32". Error: "The input string 'abc' was not in a correct format."`,
  },
  'command-not-found': { at: 'Get-NoSuchThing', command: 'Get-NoSuchThing', message: unknown('Get-NoSuchThing') },
  'command-not-found-second-word': { at: 'nosuch.exe', line: 2, command: 'nosuch.exe', message: unknown('nosuch.exe') },
  'parameter-not-found': {
    at: '-NoSuchParam',
    command: 'Get-Date',
    message: "A parameter cannot be found that matches parameter name 'NoSuchParam'.",
  },
  'missing-mandatory': {
    at: 'f',
    line: 2,
    command: 'f',
    message: 'Cannot process command because of one or more missing mandatory parameters: Name.',
  },
  'null-method': { at: '$null.Foo()', ...invalid, message: 'You cannot call a method on a null-valued expression.' },
  'null-index': { at: '$n[0]', line: 2, ...invalid, message: 'Cannot index into a null array.' },
  'property-set-missing': {
    at: '$o.b = 1',
    line: 2,
    reason: 'SetValueInvocationException',
    message: `Exception setting "b": "The property 'b' cannot be found on this object. Verify that the property exists and can be set."`,
  },
  'parse-error-reserved': {
    at: 'from',
    ...parser,
    message: "The 'from' keyword is not supported in this version of the language.",
  },
  'parse-error-bad-variable': {
    at: '$x:',
    ...parser,
    message:
      "Variable reference is not valid. ':' was not followed by a valid variable name character. Consider using ${} to delimit the name.",
  },
  'parse-error-string': { at: '"unterminated', ...parser, message: 'The string is missing the terminator: ".' },
  'long-line-error': { at: 'Get-Item nosuchfile', command: 'Get-Item', message: notFound('nosuchfile') },
  'long-line-error-left': { at: 'Get-Item nosuchfile', command: 'Get-Item', message: notFound('nosuchfile') },
  'long-message': {
    at: "throw 'This is a very long error message that should be wrapped because it is much longer than the width of the console window, which is eighty columns here.'",
    thrown: true,
    message:
      'This is a very long error message that should be wrapped because it is much longer than the width of the console window, which is eighty columns here.',
  },
  'long-word-message': { at: "throw ('x' * 200)", thrown: true, message: 'x'.repeat(200) },
  'multi-line-message': { at: 'throw "line one`nline two"', thrown: true, message: 'line one\nline two' },
  'multi-line-statement': { at: 'Get-Item `\n  nosuch `\n  -ErrorAction Continue', ...missing },
  'multi-line-throw': { at: "throw (\n  'abc' +\n  'def')", thrown: true, message: 'abcdef' },
  'error-in-scriptblock': { at: 'Get-Item nosuch', ...missing },
  'error-in-nested-functions': { at: 'Get-Item nosuch', line: 3, ...missing },
  'error-line-numbers': { at: '1/0', line: 5, ...byZero },
  'line-number-two-digits': { at: '1/0', line: 10, ...byZero },
  'tab-indented': { at: 'Get-Item nosuch', line: 2, ...missing },
  'unicode-line': { at: 'Get-Item nosuch', ...missing },
  'stop-error-view': { at: 'Get-Item nosuch -ErrorAction Stop', ...missing },
  'class-error': { at: "throw 'from class'", thrown: true, message: 'from class' },
  'class-method-error-line': { at: '1 / $a', line: 3, ...byZero },
  'import-missing-module': {
    at: 'Import-Module nosuchmodule',
    command: 'Import-Module',
    message:
      "The specified module 'nosuchmodule' was not loaded because no valid module file was found in any module directory.",
  },
  'nested-error-in-string': { at: '1/0', ...byZero },
  'get-content-error': { at: 'Get-Content nosuch.txt', command: 'Get-Content', message: notFound('nosuch.txt') },
  'import-csv-error': {
    at: 'Import-Csv nosuch.csv',
    command: 'Import-Csv',
    message: `Could not find file '${folder}/nosuch.csv'.`,
  },
  'new-object-error': {
    at: 'New-Object NoSuch.Type',
    command: 'New-Object',
    message: 'Cannot find type [NoSuch.Type]: verify that the assembly containing this type is loaded.',
  },
  'invalid-operator-types': {
    at: '@{} + 5',
    ...invalid,
    message: 'A hash table can only be added to another hash table.',
  },
  'array-index-out': {
    at: '$a[10] = 1',
    line: 2,
    category: 'OperationStopped',
    message: 'Index was outside the bounds of the array.',
  },
  'readonly-var': {
    at: '$ro = 6',
    line: 2,
    category: 'WriteError',
    message: 'Cannot overwrite variable ro because it is read-only or constant.',
  },
  'hash-duplicate-key-parse': { at: 'a=2', ...parser, message: "Duplicate keys 'a' are not allowed in hash literals." },
  'expression-spanning-columns': { at: 'Get-Item nosuch', ...missing },
  'splat-error': { at: 'Get-Item @p', ...missing },
};

/** Where a part of a script stands, from its line on. */
function find(script: string, part: string, line = 1): ErrorPosition {
  const lines = script.split('\n');
  const lineText = lines[line - 1]!;
  const parts = part.split('\n');
  const column = lineText.indexOf(parts[0]!) + 1;
  if (column === 0) throw new RangeError(`No ${part} in line ${line}.`);
  const endColumn = parts.length === 1 ? column + part.length : parts.at(-1)!.length + 1;
  return { file: `${folder}/script.ps1`, line, column, endLine: line + parts.length - 1, endColumn, lineText };
}

function shapeOf(
  { category = 'NotSpecified', command, message, reason = '', thrown }: Case,
  position?: ErrorPosition,
): ErrorShape {
  return {
    message,
    id: 'Id',
    categoryInfo: { category, reason, activity: '', targetName: '', targetType: '' },
    thrown: thrown ?? false,
    invocation: { command, position },
  };
}

const shown = (error: ErrorShape, view: ErrorViewName = 'ConciseView') =>
  `${formatError(error, view, options).trimEnd()}\n`.replaceAll(folder, '<dir>');

describe('ConciseView', () => {
  test.each(Object.entries(cases))('%s', (name, given) => {
    const { script, stderr } = goldenCase('error-view', name);
    // The mark of one key is narrower than its text here.
    const at =
      name === 'hash-duplicate-key-parse'
        ? { ...find(script, 'a=2'), endColumn: find(script, 'a=2').column + 1 }
        : undefined;
    expect(shown(shapeOf(given, at ?? find(script, given.at, given.line)))).toBe(stderr);
  });

  test('write-error-category: a recommendation stands on a line of its own', () => {
    const error = { ...shapeOf({ at: '', command: 'Write-Error', message: 'msg' }), recommendedAction: 'do this' };
    expect(shown(error)).toBe(goldenCase('error-view', 'write-error-category').stderr);
  });

  test.each([
    ['write-error-top-level', { at: '', command: 'Write-Error', message: 'simple' }],
    ['iex-error', { at: '', ...missing }],
    ['iex-throw', { at: '', thrown: true, message: 'from iex' }],
  ] as const)('%s: one line without a script', (name, given) => {
    expect(shown(shapeOf(given))).toBe(goldenCase('error-view', name).stderr);
  });

  test('module-error: a script module hides its source, but its messages are broken', () => {
    const position = { ...find('Get-Item nosuch', 'Get-Item nosuch'), file: `${folder}/m.psm1` };
    expect(shown(shapeOf({ at: '', ...missing }, position))).toBe(goldenCase('error-view', 'module-error').stderr);
  });

  test('a parse error at the prompt shows its line without a file', () => {
    const error = {
      ...shapeOf({ at: '', ...parser, message: 'Bad.' }, { ...find('1 +', '+'), file: undefined }),
      standsForRecord: true,
    };
    expect(shown(error)).toBe('ParserError: \nLine |\n   1 |  1 +\n     |    ~\n     | Bad.\n');
  });

  test('line numbers of five digits move everything', () => {
    const text = shown(shapeOf({ at: '', ...byZero }, { ...find('1/0', '1/0'), line: 12345, endLine: 12345 }));
    expect(text).toContain('\n Line |\n12345 |  1/0\n      |  ~~~\n      | Attempted');
  });

  test('a message of a native program stands alone', () => {
    expect(shown({ ...shapeOf({ at: '', message: 'err' }), id: 'NativeCommandError' })).toBe('err\n');
  });

  test('on a terminal the mark is accented and the text red', () => {
    const error = shapeOf({ at: '', ...byZero }, find('$x = 1/0', '1/0'));
    expect(formatError(error, 'ConciseView', { ...options, style: terminalStyle })).toMatchInlineSnapshot(`
      "[31;1mRuntimeException: [0m/tmp/gc/c00001/script.ps1:1
      [36;1mLine |
      [36;1m   1 | [0m $x = [36;1m1/0[0m
      [36;1m     | [31;1m      ~~~
      [31;1m[36;1m     | [31;1mAttempted to divide by zero.
      [0m"
    `);
  });
});

describe('NormalView and CategoryView', () => {
  test('errorview-errorview-normalview-1-0', () => {
    const { script, stderr } = goldenCase('error-action-preferences', 'errorview-errorview-normalview-1-0');
    const error = { ...shapeOf({ at: '', ...byZero }, find(script, '1/0')), id: 'RuntimeException' };
    expect(shown(error, 'NormalView')).toBe(stderr);
  });

  test('errorview-categoryview-get-item-nosuch', () => {
    const categoryInfo = {
      category: 'ObjectNotFound',
      activity: 'Get-Item',
      reason: 'ItemNotFoundException',
      targetName: `${folder}/nosuch`,
      targetType: 'String',
    };
    const error = { ...shapeOf({ at: '', ...missing }), categoryInfo };
    expect(shown(error, 'CategoryView')).toBe(
      goldenCase('error-action-preferences', 'errorview-categoryview-get-item-nosuch').stderr,
    );
  });

  test('long parts of the category lose their middle', () => {
    const categoryInfo = {
      category: 'DeadlockDetected',
      activity: '',
      reason: 'R',
      targetName: 'a'.repeat(41),
      targetType: 'T',
    };
    const half = 'a'.repeat(19);
    expect(shown({ ...shapeOf({ at: '', message: '' }), categoryInfo }, 'CategoryView')).toBe(
      `Deadlock detected: (${half}…${half}:T) [], R\n`,
    );
  });
});
