import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutArguments } from './cut-arguments.ts';

const isSwitch = (name: string): boolean => ['autostart', 'auto', 'whatif', 'confirm'].includes(name.toLowerCase());
const cut = (...argv: string[]) => cutArguments(argv, { isSwitch });

describe('cutArguments', () => {
  test.each<[string, string[], ReturnType<typeof cut>]>([
    [
      'a name and its value',
      ['-Identity', 'Cutover'],
      { named: [{ name: 'Identity', value: 'Cutover' }], positional: [] },
    ],
    [
      'a value after a colon',
      ['-Identity:Cutover'],
      { named: [{ name: 'Identity', value: 'Cutover' }], positional: [] },
    ],
    ['a value with a colon in it', ['-N:a:b'], { named: [{ name: 'N', value: 'a:b' }], positional: [] }],
    ['a value alone', ['Cutover'], { named: [], positional: ['Cutover'] }],
    [
      'a switch before a value',
      ['-AutoStart', 'x'],
      { named: [{ name: 'AutoStart', value: true }], positional: ['x'] },
    ],
    ['a switch turned off', ['-AutoStart:$false'], { named: [{ name: 'AutoStart', value: '$false' }], positional: [] }],
    ['a list in one piece', ['-To', 'a@x,b@x'], { named: [{ name: 'To', value: 'a@x,b@x' }], positional: [] }],
    ['a list in pieces', ['-To', 'a@x,', 'b@x'], { named: [{ name: 'To', value: 'a@x,b@x' }], positional: [] }],
    ['an empty value', ['-Identity', ''], { named: [{ name: 'Identity', value: '' }], positional: [] }],
    ['a name without a value', ['-Identity'], { named: [{ name: 'Identity', value: true }], positional: [] }],
    [
      'a name before another',
      ['-Identity', '-To', 'a'],
      {
        named: [
          { name: 'Identity', value: true },
          { name: 'To', value: 'a' },
        ],
        positional: [],
      },
    ],
    ['a negative number', ['-Count', '-5'], { named: [{ name: 'Count', value: '-5' }], positional: [] }],
    ['a number with zeros', ['-Name', '007'], { named: [{ name: 'Name', value: '007' }], positional: [] }],
    [
      'a name given twice',
      ['-N', 'a', '-N', 'b'],
      {
        named: [
          { name: 'N', value: 'a' },
          { name: 'N', value: 'b' },
        ],
        positional: [],
      },
    ],
    ['what follows two dashes', ['--', '-N'], { named: [], positional: ['-N'] }],
    ['two dashes before a name', ['--json'], { named: [{ name: 'json', value: true }], positional: [] }],
  ])('%s', (_title, argv, expected) => {
    expect(cut(...argv)).toEqual(expected);
  });

  test('any value that does not look like a name comes through unchanged', () => {
    const value = fc.string({ minLength: 1 }).filter((text) => !text.startsWith('-') && !text.endsWith(','));
    fc.assert(
      fc.property(value, (text) => {
        expect(cut('-Identity', text).named).toEqual([{ name: 'Identity', value: text }]);
      }),
    );
  });
});
