import { describe, expect, test } from 'vitest';
import { registerTypes } from '../../runtime/types/register-types.ts';
import { Hashtable } from '../../runtime/values/dictionary.ts';
import { type ParameterDefinition, type PropertyParameter, propertyParameter } from './property-parameter.ts';

registerTypes();

function table(pairs: Readonly<Record<string, unknown>>): Hashtable {
  const map = new Hashtable();
  for (const [key, value] of Object.entries(pairs)) map.set(key, value);
  return map;
}

const read = (given: unknown, definition: ParameterDefinition = 'table'): PropertyParameter =>
  propertyParameter(given, { definition, run: () => null });

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
    expect(read(given)).toMatchObject(expected);
  });

  test.each([
    ['DictionaryKeyIllegal', table({ bad: 'x' }), 'table', 'The bad key is not valid.'],
    ['DictionaryKeyIllegal', table({ e: 'x', width: 3 }), 'list', 'The width key is not valid.'],
    ['DictionaryKeyMandatoryEntry', table({ n: 'x' }), 'select', 'A mandatory entry for expression is missing.'],
    ['DictionaryKeyDuplicate', table({ n: 'x', label: 'y' }), 'table', 'The duplicated key "label" conflicts with'],
    [
      'DictionaryKeyUnknownType',
      5,
      'table',
      'Cannot convert System.Int32 to one of the following types {System.String',
    ],
    ['DictionaryKeyIllegalValue2', table({ e: 'x', width: 'w' }), 'table', 'expected type is System.Int32'],
    ['AlignmentIllegalValue', table({ e: 'a', a: 'up' }), 'table', 'valid values are {left, center, right}.'],
    ['WidthOutOfRange', table({ e: 'a', w: 0 }), 'table', 'The value "0" for key "width" should be greater than 0.'],
    ['ExpressionEmptyString2', '', 'table', 'An empty string value is not allowed.'],
    ['ExpressionGlobbing2', 'a*', 'group', 'Wildcard characters are not allowed in "a*".'],
  ] as const)('%s', (id, given, definition, message) => {
    expect(() => read(given, definition)).toThrow(
      expect.objectContaining({ record: expect.objectContaining({ id }), message: expect.stringContaining(message) }),
    );
  });
});
