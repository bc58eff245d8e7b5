import { describe, expect, test } from 'vitest';
import { ScriptSource } from '../../runtime/errors/script-position.ts';
import { registerTypes } from '../../runtime/types/register-types.ts';
import { Hashtable, OrderedDictionary } from '../../runtime/values/dictionary.ts';
import { ErrorRecord, ExceptionValue } from '../../runtime/values/error-record.ts';
import { nothing } from '../../runtime/values/nothing.ts';
import { Decimal, Double, SmallInteger } from '../../runtime/values/number-types.ts';
import { CustomObject } from '../../runtime/values/ps-object.ts';
import { golden } from '../testing/golden.ts';
import { LanguageFormatting, type LanguageFormattingOptions } from './language-formatting.ts';

registerTypes();

const formatting = (options: Partial<LanguageFormattingOptions> = {}): LanguageFormatting =>
  new LanguageFormatting({ width: () => 80, run: () => null, ...options });

function show(...values: readonly unknown[]): string {
  let text = '';
  const output = formatting().createOutput({ writeLine: (line) => void (text += `${line}\n`) });
  for (const value of values) output.add(value);
  output.end();
  return text;
}

function custom(properties: Readonly<Record<string, unknown>>): CustomObject {
  const made = new CustomObject();
  for (const [name, value] of Object.entries(properties)) made.setNote(name, value);
  return made;
}

const pairs = (properties: Readonly<Record<string, unknown>>) => {
  const map = new OrderedDictionary();
  for (const [name, value] of Object.entries(properties)) map.set(name, value);
  return map;
};

function divideByZero(): ErrorRecord {
  const exception = new ExceptionValue('System.Management.Automation.RuntimeException', 'Attempted to divide by zero.');
  const record = new ErrorRecord({ exception, id: 'RuntimeException', category: 'NotSpecified' });
  record.locate({ source: new ScriptSource('1/0\n', '<dir>/script.ps1'), start: 0, end: 3 });
  return record;
}

const cases: Readonly<Record<string, readonly unknown[]>> = {
  '1-5-1d-1e20-1-3-100-0': [1.5, new Decimal(1n, 0), 1e20, 1 / 3, new Double(100)],
  'true-null-false': [true, null, false],
  '1-a-2-5': [[1, 'a', 2.5]],
  'ordered-b-1-a-2': [pairs({ b: 1, a: 2 })],
  'a-b-1': [pairs({ a: pairs({ b: 1 }) })],
  'pscustomobject-a-1-text-pscustomobject-a-2': [custom({ a: 1 }), 'text', custom({ a: 2 })],
  'pscustomobject-a-1-pscustomobject-a-1-b-2-c-3-d': [custom({ a: 1 }), custom({ a: 1, b: 2, c: 3, d: 4, e: 5 })],
  'byte-1-2-3': [[1, 2, 3].map((value) => new SmallInteger('Byte', value))],
  'case-2': [new Hashtable(), nothing],
  'pscustomobject-1': [custom({}), 1],
};

describe("the language's own values", () => {
  test.each(Object.entries(cases))('%s', (name, values) => {
    expect(show(...values)).toBe(golden('format-default', name));
  });

  test('an error record among the output ends with a blank line, on the error stream it does not', () => {
    const expected = golden('error-view', 'error-record-to-output');
    expect(show(divideByZero()).split('\n').length).toBe(expected.split('\n').length);
    expect(formatting().errorText(divideByZero())).toBe(
      'RuntimeException: <dir>/script.ps1:1\nLine |\n   1 |  1/0\n     |  ~~~\n     | Attempted to divide by zero.',
    );
  });

  test('CategoryView names what the record says', () => {
    expect(formatting({ errorView: () => 'CategoryView' }).errorText(divideByZero())).toBe(
      'NotSpecified: (:) [], RuntimeException',
    );
  });

  test('a property whose script fails is empty', () => {
    const value = custom({ err: 1 });
    value.members.set({ kind: 'alias', name: 'Bad', target: 'nosuch' });
    expect(show(value)).toBe('\nerr Bad\n--- ---\n  1 \n\n');
  });
});
