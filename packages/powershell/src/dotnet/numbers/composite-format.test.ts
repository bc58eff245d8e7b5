import { describe, expect, test } from 'vitest';
import { formatComposite } from './composite-format.ts';
import { formatNumber } from './format-number.ts';

const format = (text: string, ...values: readonly (number | string)[]): string =>
  formatComposite(text, values, (value, item) =>
    typeof value === 'string' ? value : formatNumber({ type: 'Double', value }, item),
  );

const wrong = 'Input string was not in a correct format. Failure to parse near offset';

describe('formatComposite', () => {
  test.each([
    ['{0}', [1], '1'],
    ['{1} {0}', ['a', 'b'], 'b a'],
    ['{0,10}|', ['right'], '     right|'],
    ['{0,-10}|', ['left'], 'left      |'],
    ['{0,8:N2}|', [3.14159], '    3.14|'],
    ['{0, -8 :N2}|', [3.14159], '3.14    |'],
    ['{0,2}|', ['toolong'], 'toolong|'],
    ['{{0}} {0}', [1], '{0} 1'],
    ['{0:N2}', ['1234.5'], '1234.5'],
    ['no placeholders', [1], 'no placeholders'],
    ['', [], ''],
  ])('%s with %o is %s', (text, values, expected) => {
    expect(format(text, ...values)).toBe(expected);
  });

  test.each([
    ['{0', `${wrong} 2. Format item ends prematurely.`],
    ['{', `${wrong} 1. Format item ends prematurely.`],
    ['{a}', `${wrong} 1. Expected an ASCII digit.`],
    ['{}', `${wrong} 1. Expected an ASCII digit.`],
    ['{0,x}', `${wrong} 3. Expected an ASCII digit.`],
    ['x}y', `${wrong} 2. Unexpected closing brace without a corresponding opening brace.`],
    ['{0:{}', `${wrong} 3. Format item ends prematurely.`],
    [
      '{0} {1}',
      'Index (zero based) must be greater than or equal to zero and less than the size of the argument list.',
    ],
  ])('%s: %s', (text, message) => {
    expect(() => format(text, 1)).toThrow(
      expect.objectContaining({ exceptionType: 'System.FormatException', message }),
    );
  });
});
