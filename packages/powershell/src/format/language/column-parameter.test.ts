import { describe, expect, test } from 'vitest';
import { Hashtable } from '../../runtime/values/dictionary.ts';
import type { ColumnParameter } from '../expression.ts';
import { columnParameter } from './column-parameter.ts';

function table(pairs: Readonly<Record<string, unknown>>): Hashtable {
  const map = new Hashtable();
  for (const [key, value] of Object.entries(pairs)) map.set(key, value);
  return map;
}

const parse = (given: unknown): ColumnParameter => columnParameter(given, () => null);

describe('calculated properties', () => {
  test.each([
    ['a name', 'a*', { expression: { property: 'a*' } }],
    [
      'in full',
      table({ Name: 'N', Expression: 'a', Width: 10 }),
      { label: 'N', expression: { property: 'a' }, width: 10 },
    ],
    ['shortened', table({ n: 'N', e: 'a', f: 'N2', a: 'r' }), { label: 'N', formatString: 'N2', alignment: 'right' }],
    [
      'another word for the name',
      table({ Label: 'L', e: 'a', Alignment: 'Center' }),
      { label: 'L', alignment: 'center' },
    ],
  ])('%s', (_name, given, expected) => {
    expect(parse(given)).toMatchObject(expected);
  });

  test.each([
    ['format.unknownKey', table({ bad: 'x' }), 'The bad key is not valid.'],
    ['format.missingKey', table({ n: 'x' }), 'The expression key is missing.'],
    ['format.unknownAlignment', table({ e: 'a', a: 'up' }), 'left, center or right'],
  ])('%s', (code, given, message) => {
    const failure = (): unknown => parse(given);
    expect(failure).toThrow(expect.objectContaining({ code }));
    expect(failure).toThrow(message);
  });
});
